import type { SignInCircumstances } from "./account-log.server";
import { noteAccount } from "./account-log.server";
import { findStep, finishStep, type Step } from "./admission.server";
import { findKnownBrowser } from "./known-browser.server";
import { setUpAuthenticator, takeCode } from "./second-factor.server";
import { countCodeTry, forgiveCodeTry } from "./sign-in-limits.server";

/** In, with where to go; wrong; too many tries; or there is no sign-in to finish. `codes`: recovery codes, this once. */
export type StepResult =
  | { status: "in"; headers: Headers; next: string; codes: string[] }
  | { status: "wrong" }
  | { status: "wait" }
  | { status: "gone" };

/** Finishes a sign-in by a code of the account's authenticator app, or by a recovery code. */
export function passSecondFactor(
  request: Request,
  code: string,
  circumstances: SignInCircumstances,
): Promise<StepResult> {
  return pass(request, "code", circumstances, async ({ account }, now) =>
    (await takeCode(account.id, code, now)) ? [] : null,
  );
}

/** Finishes a sign-in by setting up the authenticator app that was offered. */
export function passSetUp(
  request: Request,
  code: string,
  circumstances: SignInCircumstances,
): Promise<StepResult> {
  return pass(request, "set-up", circumstances, async ({ account, name }, now) => {
    const codes = await setUpAuthenticator(account.id, { of: name, code }, now);
    if (codes) await noteAccount(account.id, "identity.authenticator-set-up", circumstances);
    return codes;
  });
}

/** `prove` gives the recovery codes to show, which may be none, or null where the code is wrong. */
async function pass(
  request: Request,
  wants: Step["wants"],
  circumstances: SignInCircumstances,
  prove: (step: Step, now: Date) => Promise<string[] | null>,
): Promise<StepResult> {
  const now = circumstances.clock.now();
  const step = await findStep(request, now);
  if (step?.wants !== wants) return { status: "gone" };
  const browser = await findKnownBrowser(request, step.account.email);
  const { clientAddress: address } = circumstances;
  const trier = { kind: "app", account: step.account.id, address, browser } as const;
  if (!(await countCodeTry(trier, now))) return { status: "wait" };
  const codes = await prove(step, now);
  if (codes === null) {
    await noteAccount(step.account.id, "identity.second-step-failed", circumstances);
    return { status: "wrong" };
  }
  await forgiveCodeTry(trier);
  const headers = await finishStep(request, step, circumstances);
  return headers ? { status: "in", headers, next: step.next, codes } : { status: "gone" };
}
