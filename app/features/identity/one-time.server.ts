import { createHash, randomBytes } from "node:crypto";
import { authClient } from "~/platform/db.server";
import { newId } from "~/platform/ids";

/** What is kept until it is used once: a sign-in half done, and what a link, a code or a key answers. */
export type OneTimeKind = "step" | "link" | "change-email" | "passkey" | "single-sign-on";

const DAY_MS = 86_400_000;

/** A secret of 256 bits, to be kept by somebody's browser or mail alone. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** Only this is kept of a secret. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

function nameOf(kind: OneTimeKind, secret: string): string {
  return `${kind}:${hashSecret(secret)}`;
}

/** Keeps a value until its time is over, to be found by the secret. */
export async function keepOnce(
  kind: OneTimeKind,
  secret: string,
  value: unknown,
  { now, minutes }: { now: Date; minutes: number },
): Promise<void> {
  const expiresAt = new Date(now.getTime() + minutes * 60_000);
  const identifier = nameOf(kind, secret);
  await authClient().verification.deleteMany({
    where: { expiresAt: { lt: new Date(now.getTime() - DAY_MS) } },
  });
  await authClient().verification.create({
    data: { id: newId(), identifier, value: JSON.stringify(value), expiresAt, createdAt: now },
    select: { id: true },
  });
}

/** What is kept under the secret; null: nothing, or no longer. */
export async function findOnce(kind: OneTimeKind, secret: string, now: Date): Promise<unknown> {
  const row = await authClient().verification.findFirst({
    where: { identifier: nameOf(kind, secret), expiresAt: { gt: now } },
    select: { value: true },
  });
  return row && JSON.parse(row.value);
}

/** The same, and it is gone: of two that ask at once, one gets it. */
export async function takeOnce(kind: OneTimeKind, secret: string, now: Date): Promise<unknown> {
  const [row] = await authClient().$queryRaw<{ value: string }[]>`
    DELETE FROM verification WHERE identifier = ${nameOf(kind, secret)} AND expires_at > ${now} RETURNING value`;
  return row ? JSON.parse(row.value) : null;
}

/** Writes another value in its place, where it is still kept. */
export async function changeOnce(kind: OneTimeKind, secret: string, value: unknown): Promise<void> {
  await authClient().verification.updateMany({
    where: { identifier: nameOf(kind, secret) },
    data: { value: JSON.stringify(value) },
  });
}
