import type { SignInCircumstances } from "./account-log.server";
import { signedInWithin } from "./auth.server";
import { findKnownBrowser } from "./known-browser.server";
import { findSecondFactor, takeCode } from "./second-factor.server";
import { isPasswordOf } from "./sign-in.server";
import { countCodeTry, countPasswordTry, forgiveCodeTry } from "./sign-in-limits.server";

/** What somebody signed in shows again before how they sign in changes: a session left open must not do it. */
export type Proof = { password: string; current: string };

/** Somebody signed in, who changes how they sign in. */
export type OwnAsk = {
  request: Request;
  owner: { id: string; email: string };
  circumstances: SignInCircumstances;
};

/** How long after signing in an account without a password may change how it signs in. */
const FRESH_MINUTES = 10;

/**
 * What was not shown: the password, or a code where there is an app; too many tries; or, where there is no password, that
 * it is long ago that they signed in.
 */
export type Unproved =
  | { status: "wrong"; field: "password" | "current" }
  | { status: "wait" }
  | { status: "stale" };

/**
 * Asks again for the password, or where there is none for a sign-in of these minutes, and for a code where there is an
 * authenticator app; null: all is right.
 */
export async function refuseUnproved(
  { request, owner, circumstances }: OwnAsk,
  { password, current }: Proof,
): Promise<Unproved | null> {
  const now = circumstances.clock.now();
  if (!(await countPasswordTry(owner.id, now))) return { status: "wait" };
  const isRight = await isPasswordOf(owner.id, password);
  if (isRight === false) return { status: "wrong", field: "password" };
  if (isRight === null && !(await isFresh(request))) return { status: "stale" };
  const { since } = await findSecondFactor(owner.id);
  if (!since) return null;
  const browser = await findKnownBrowser(request, owner.email);
  const trier = { kind: "app", account: owner.id, address: circumstances.clientAddress, browser } as const;
  if (!(await countCodeTry(trier, now))) return { status: "wait" };
  if (!(await takeCode(owner.id, current, now))) return { status: "wrong", field: "current" };
  await forgiveCodeTry(trier);
  return null;
}

/** Whether they signed in just now: who comes in by their council or a passkey alone shows that again instead. */
export function isFresh(request: Request): Promise<boolean> {
  return signedInWithin(request, FRESH_MINUTES);
}
