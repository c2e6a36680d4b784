import { noteAccount, type SignInCircumstances } from "./account-log.server";
import { newSession } from "./admission.server";
import { findKnownBrowser } from "./known-browser.server";
import { makeRecoveryCodes } from "./recovery-codes.server";
import { dropAuthenticator, findSecondFactor, setUpAuthenticator, takeCode } from "./second-factor.server";
import { isPasswordOf } from "./sign-in.server";
import { countCodeTry, countPasswordTry, forgiveCodeTry } from "./sign-in-limits.server";

type Owner = { id: string; email: string };
/** What somebody signed in shows again before their second factor changes: a session left open must not do it. */
export type Proof = { password: string; current: string };

/** Done, with recovery codes to show this once; or which field is wrong; or too many tries. */
export type FactorChange =
  | { status: "done"; codes: string[]; headers: Headers }
  | { status: "wrong"; field: "password" | "current" | "code" }
  | { status: "wait" };

type Ask = { request: Request; owner: Owner; circumstances: SignInCircumstances };

/** Sets up an authenticator app, in the place of the one there may be. The session changes its number. */
export async function setUpOwn(
  ask: Ask,
  { proof, of, code }: { proof: Proof; of: string; code: string },
): Promise<FactorChange> {
  const { request, owner, circumstances } = ask;
  const refused = await prove(ask, proof);
  if (refused) return refused;
  const codes = await setUpAuthenticator(owner.id, { of, code }, circumstances.clock.now());
  if (!codes) return { status: "wrong", field: "code" };
  await noteAccount(owner.id, "identity.authenticator-set-up", circumstances);
  return { status: "done", codes, headers: await newSession(request, owner.id) };
}

/** Makes new recovery codes, which end the ones before. */
export async function renewCodes(ask: Ask, proof: Proof): Promise<FactorChange> {
  const { owner, circumstances } = ask;
  const refused = await prove(ask, proof);
  if (refused) return refused;
  const codes = await makeRecoveryCodes(owner.id, circumstances.clock.now());
  await noteAccount(owner.id, "identity.recovery-codes-made", circumstances);
  return { status: "done", codes, headers: new Headers() };
}

/** Takes the authenticator app off, where there is one: the route asks whether the account may do without. */
export async function turnOff(ask: Ask, proof: Proof): Promise<FactorChange> {
  const { request, owner, circumstances } = ask;
  const refused = await prove(ask, proof);
  if (refused) return refused;
  const { since } = await findSecondFactor(owner.id);
  if (since === null) return { status: "done", codes: [], headers: new Headers() };
  await dropAuthenticator(owner.id);
  await noteAccount(owner.id, "identity.authenticator-taken-off", circumstances);
  return { status: "done", codes: [], headers: await newSession(request, owner.id) };
}

async function prove(
  { request, owner, circumstances }: Ask,
  { password, current }: Proof,
): Promise<Exclude<FactorChange, { status: "done" }> | null> {
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
