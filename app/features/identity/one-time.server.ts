import { createHash, createHmac, randomBytes } from "node:crypto";
import { authClient } from "~/platform/db.server";
import { getSessionSecret } from "~/platform/environment.server";
import { newId } from "~/platform/ids";

/** What is kept until it is used once: a sign-in half done, and what a link, a code or a key answers. */
export type OneTimeKind = "step" | "link" | "change-email" | "passkey" | "single-sign-on";

const DAY_MS = 86_400_000;

/** A secret of 256 bits, to be kept by somebody's browser or mail alone. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * The secret of a row that a mail tells of, the same however often the mail is made: where one is sent again because
 * nobody knows whether it went, both say the same, and a mail program that shows one of them shows a link that works.
 */
export function secretOf(purpose: OneTimeKind | "invitation" | "code", id: string): string {
  return createHmac("sha256", getSessionSecret()).update(`mail ${purpose} ${id}`).digest("base64url");
}

/** Only this is kept of a secret. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

function nameOf(kind: OneTimeKind, secret: string): string {
  return `${kind}:${hashSecret(secret)}`;
}

/** Keeps a value until its time is over, to be found by the secret; the number by which a job finds it. */
export async function keepOnce(
  kind: OneTimeKind,
  secret: string,
  value: unknown,
  { now, minutes }: { now: Date; minutes: number },
): Promise<string> {
  const expiresAt = new Date(now.getTime() + minutes * 60_000);
  const identifier = nameOf(kind, secret);
  await authClient().verification.deleteMany({
    where: { expiresAt: { lt: new Date(now.getTime() - DAY_MS) } },
  });
  const id = newId();
  await authClient().verification.create({
    data: { id, identifier, value: JSON.stringify(value), expiresAt, createdAt: now },
    select: { id: true },
  });
  return id;
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

/** The same by its number, for the job that sends what it waits for. */
export async function findOnceById(kind: OneTimeKind, id: string, now: Date): Promise<unknown> {
  const row = await authClient().verification.findFirst({
    where: { id, identifier: { startsWith: `${kind}:` }, expiresAt: { gt: now } },
    select: { value: true },
  });
  return row && JSON.parse(row.value);
}

/** Writes another value in its place. */
export async function changeOnce(id: string, value: unknown): Promise<void> {
  await authClient().verification.updateMany({ where: { id }, data: { value: JSON.stringify(value) } });
}

/** Nothing of that kind is kept under the secret any more. */
export async function forgetOnce(kind: OneTimeKind, secret: string): Promise<void> {
  await authClient().verification.deleteMany({ where: { identifier: nameOf(kind, secret) } });
}
