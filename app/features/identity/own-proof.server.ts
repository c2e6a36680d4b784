import type { SignInCircumstances } from "./account-log.server";
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

/** What was not shown: the password, or a code where there is an app; or too many tries. */
export type Unproved = { status: "wrong"; field: "password" | "current" } | { status: "wait" };

/** Asks again for the password, and for a code where there is an authenticator app; null: both are right. */
export async function refuseUnproved(
  { request, owner, circumstances }: OwnAsk,
  { password, current }: Proof,
): Promise<Unproved | null> {
  const now = circumstances.clock.now();
  if (!(await countPasswordTry(owner.id, now))) return { status: "wait" };
  if ((await isPasswordOf(owner.id, password)) === false) return { status: "wrong", field: "password" };
  const { since } = await findSecondFactor(owner.id);
  if (!since) return null;
  const browser = await findKnownBrowser(request, owner.email);
  const trier = { kind: "app", account: owner.id, address: circumstances.clientAddress, browser } as const;
  if (!(await countCodeTry(trier, now))) return { status: "wait" };
  if (!(await takeCode(owner.id, current, now))) return { status: "wrong", field: "current" };
  await forgiveCodeTry(trier);
  return null;
}
