import { createHmac, randomInt } from "node:crypto";
import { authClient } from "~/platform/db.server";
import { getSessionSecret } from "~/platform/environment.server";
import { newId } from "~/platform/ids";

/** Without letters and figures that look alike: fifty bits in ten. */
const ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const LENGTH = 10;
const COUNT = 10;

/** Makes ten new recovery codes, which end the ones before. They are shown once; only their hashes are kept. */
export async function makeRecoveryCodes(userId: string, now: Date): Promise<string[]> {
  const codes = Array.from({ length: COUNT }, newCode);
  const rows = codes.map((code) => ({ id: newId(), userId, codeHash: hashOf(userId, code), madeAt: now }));
  await authClient().$transaction([
    authClient().recoveryCode.deleteMany({ where: { userId } }),
    authClient().recoveryCode.createMany({ data: rows }),
  ]);
  return codes;
}

/** Whether the text is a code not used before; it is used then. Hyphens, spaces and small letters are allowed. */
export async function takeRecoveryCode(userId: string, text: string, now: Date): Promise<boolean> {
  const { count } = await authClient().recoveryCode.updateMany({
    where: { userId, codeHash: hashOf(userId, text), usedAt: null },
    data: { usedAt: now },
  });
  return count > 0;
}

/** How many are left. */
export function countRecoveryCodes(userId: string): Promise<number> {
  return authClient().recoveryCode.count({ where: { userId, usedAt: null } });
}

function newCode(): string {
  const letters = Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length)));
  return letters.join("").replace(/(.{5})(?=.)/, "$1-");
}

function hashOf(userId: string, text: string): string {
  const code = text.toUpperCase().replace(/[^A-Z0-9]/g, "");
  return createHmac("sha256", getSessionSecret()).update(`recovery ${userId} ${code}`).digest("hex");
}
