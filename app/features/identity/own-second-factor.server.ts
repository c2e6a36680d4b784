import { noteAccount } from "./account-log.server";
import { newSession } from "./admission.server";
import { type OwnAsk, type Proof, refuseUnproved, type Unproved } from "./own-proof.server";
import { makeRecoveryCodes } from "./recovery-codes.server";
import { dropAuthenticator, findSecondFactor, setUpAuthenticator } from "./second-factor.server";

/** Done, with recovery codes to show this once; or what was not shown; or that the code is wrong. */
export type FactorChange =
  | { status: "done"; codes: string[]; headers: Headers }
  | { status: "wrong"; field: "code" }
  | Unproved;

/** Sets up an authenticator app, in the place of the one there may be. The session changes its number. */
export async function setUpOwn(
  ask: OwnAsk,
  { proof, of, code }: { proof: Proof; of: string; code: string },
): Promise<FactorChange> {
  const { request, owner, circumstances } = ask;
  const refused = await refuseUnproved(ask, proof);
  if (refused) return refused;
  const codes = await setUpAuthenticator(owner.id, { of, code }, circumstances.clock.now());
  if (!codes) return { status: "wrong", field: "code" };
  await noteAccount(owner.id, "identity.authenticator-set-up", circumstances);
  return { status: "done", codes, headers: await newSession(request, owner.id) };
}

/** Makes new recovery codes, which end the ones before. */
export async function renewCodes(ask: OwnAsk, proof: Proof): Promise<FactorChange> {
  const { owner, circumstances } = ask;
  const refused = await refuseUnproved(ask, proof);
  if (refused) return refused;
  const codes = await makeRecoveryCodes(owner.id, circumstances.clock.now());
  await noteAccount(owner.id, "identity.recovery-codes-made", circumstances);
  return { status: "done", codes, headers: new Headers() };
}

/** Takes the authenticator app off, where there is one: the route asks whether the account may do without. */
export async function turnOff(ask: OwnAsk, proof: Proof): Promise<FactorChange> {
  const { request, owner, circumstances } = ask;
  const refused = await refuseUnproved(ask, proof);
  if (refused) return refused;
  const { since } = await findSecondFactor(owner.id);
  if (since === null) return { status: "done", codes: [], headers: new Headers() };
  await dropAuthenticator(owner.id);
  await noteAccount(owner.id, "identity.authenticator-taken-off", circumstances);
  return { status: "done", codes: [], headers: await newSession(request, owner.id) };
}
