import { createHmac } from "node:crypto";
import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import { toDataURL } from "qrcode";
import type { Day } from "~/platform/calendar/day";
import { authClient, inTransaction } from "~/platform/db.server";
import { getSessionSecret } from "~/platform/environment.server";
import { toActor } from "./actor";
import { makeRecoveryCodes, takeRecoveryCode } from "./recovery-codes.server";
import { authenticatorAddress, matchCode, toBase32 } from "./totp.server";

const SECRET_BYTES = 20;

/** Whether the account has an authenticator app set up, and whether anybody has signed in to it before. */
export async function findSecondFactor(userId: string) {
  const row = await authClient().secondFactor.findUnique({
    where: { userId },
    select: { confirmedAt: true, firstSignInAt: true },
  });
  return { since: row?.confirmedAt ?? null, isFirst: !row?.firstSignInAt };
}

/** Keeps when somebody first signed in: from the next time on leads and admins need a second factor. */
export async function noteFirstSignIn(userId: string, now: Date): Promise<void> {
  await authClient().$executeRaw`
    INSERT INTO second_factor AS kept (user_id, first_sign_in_at) VALUES (${userId}::uuid, ${now})
    ON CONFLICT (user_id) DO UPDATE SET first_sign_in_at = COALESCE(kept.first_sign_in_at, excluded.first_sign_in_at)`;
}

/** Whether the account speaks for a side or looks after the tracker: a password alone is not enough then. */
export async function needsSecondFactor(user: { id: string; demo: boolean }, today: Day): Promise<boolean> {
  if (user.demo) return false;
  return inTransaction(`user:${user.id}`, today, async (_, stands) => {
    const actor = toActor({ ...user, name: "", email: "" }, stands);
    return actor.admin || actor.stands.some(({ role }) => role === "lead");
  });
}

/** What an authenticator app is shown: the same each time it is asked about with the same `of`. */
export type Offer = { key: string; picture: string };

/** The secret offered to an account: made from what asks for it, so that nothing is kept before a code proves it. */
function offeredSecret(userId: string, of: string): Buffer {
  const made = createHmac("sha256", getSessionSecret()).update(`authenticator ${userId} ${of}`).digest();
  return made.subarray(0, SECRET_BYTES);
}

/** The secret to put into an authenticator app, as a key to type and as a code to scan. */
export async function offerAuthenticator(user: { id: string; email: string }, of: string): Promise<Offer> {
  const secret = offeredSecret(user.id, of);
  const picture = await toDataURL(authenticatorAddress(secret, user.email), { margin: 2, width: 240 });
  return { key: toBase32(secret).replace(/(.{4})(?=.)/g, "$1 "), picture };
}

/** Sets up the app that was offered, where the code is one of its; the recovery codes, this once. Null: it is not. */
export async function setUpAuthenticator(
  userId: string,
  { of, code }: { of: string; code: string },
  now: Date,
): Promise<string[] | null> {
  const secret = offeredSecret(userId, of);
  const lastStep = matchCode(secret, figuresOf(code), now);
  if (lastStep === null) return null;
  const sealed = await symmetricEncrypt({ key: sealKey(), data: secret.toString("base64") });
  const data = { secret: sealed, confirmedAt: now, lastStep };
  await authClient().secondFactor.upsert({
    where: { userId },
    create: { userId, ...data },
    update: data,
    select: { userId: true },
  });
  return makeRecoveryCodes(userId, now);
}

/** Takes the authenticator app and its recovery codes off the account. */
export async function dropAuthenticator(userId: string): Promise<void> {
  const none = { secret: null, confirmedAt: null, lastStep: null };
  await authClient().$transaction([
    authClient().secondFactor.updateMany({ where: { userId }, data: none }),
    authClient().recoveryCode.deleteMany({ where: { userId } }),
  ]);
}

/** Whether the text is a code of the account's app, or one of its recovery codes. Either counts once. */
export async function takeCode(userId: string, text: string, now: Date): Promise<"app" | "recovery" | null> {
  const row = await authClient().secondFactor.findUnique({ where: { userId }, select: { secret: true } });
  if (!row?.secret) return null;
  const figures = figuresOf(text);
  if (!/^\d{6}$/.test(figures)) return (await takeRecoveryCode(userId, text, now)) ? "recovery" : null;
  const secret = Buffer.from(await symmetricDecrypt({ key: sealKey(), data: row.secret }), "base64");
  const step = matchCode(secret, figures, now);
  if (step === null) return null;
  // One statement: of two that send the same code at once, one is let through.
  const { count } = await authClient().secondFactor.updateMany({
    where: { userId, OR: [{ lastStep: null }, { lastStep: { lt: step } }] },
    data: { lastStep: step },
  });
  return count === 1 ? "app" : null;
}

function figuresOf(code: string): string {
  return code.replace(/\s/g, "");
}

function sealKey(): string {
  return createHmac("sha256", getSessionSecret()).update("authenticator secrets").digest("hex");
}
