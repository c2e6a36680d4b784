import { isConstraint } from "~/platform/database-problems.server";
import { authClient } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { noteAccount } from "./account-log.server";
import { type OwnAsk, type Proof, refuseUnproved, type Unproved } from "./own-proof.server";
import { PASSKEYS_MOST, type PasskeyView } from "./passkey";
import {
  handleOf,
  keepChallenge,
  madeSchema,
  parseAnswer,
  passkeySite,
  takeChallenge,
} from "./passkey-challenge.server";

/** ES256, EdDSA and RS256: what devices sign with. */
const ALGORITHMS = [-7, -8, -257];

/** The account's passkeys, the newest first. */
export function findPasskeys(userId: string): Promise<PasskeyView[]> {
  return authClient().passkey.findMany({
    where: { userId },
    orderBy: [{ addedAt: "desc" }, { id: "desc" }],
    select: { id: true, name: true, addedAt: true, lastUsedAt: true },
  });
}

/** Asks the owner's device to make a passkey, once they have shown again who they are. */
export async function offerPasskey(ask: OwnAsk, { proof, name }: { proof: Proof; name: string }) {
  const refused = await refuseUnproved(ask, proof);
  if (refused) return refused;
  const { owner, request, circumstances } = ask;
  const before = await authClient().passkey.findMany({
    where: { userId: owner.id },
    select: { credentialId: true },
  });
  if (before.length >= PASSKEYS_MOST) return { status: "full" as const };
  const asked = { for: "add" as const, userId: owner.id, name };
  const { challenge, headers } = await keepChallenge(asked, circumstances.clock.now());
  const { generateRegistrationOptions } = await import("@simplewebauthn/server");
  const options = await generateRegistrationOptions({
    rpName: "Common Ground",
    rpID: passkeySite(request).id,
    userID: handleOf(owner.id),
    userName: owner.email,
    userDisplayName: owner.email,
    challenge,
    timeout: 300_000,
    excludeCredentials: before.map(({ credentialId }) => ({ id: credentialId })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    supportedAlgorithmIDs: ALGORITHMS,
  });
  return { status: "offered" as const, options, headers };
}

/** Keeps the passkey the owner's device made; false: it is not what this browser was asked for. */
export async function addPasskey(
  { request, owner, circumstances }: OwnAsk,
  answer: string,
): Promise<boolean> {
  const now = circumstances.clock.now();
  const asked = await takeChallenge(request, "add", now);
  if (asked?.userId !== owner.id) return false;
  const credential = await verifyMade(request, asked.challenge, answer);
  if (!credential) return false;
  const data = {
    userId: owner.id,
    name: asked.name,
    credentialId: credential.id,
    publicKey: credential.publicKey,
    counter: credential.counter,
  };
  try {
    await authClient().passkey.create({
      data: { id: newId(now), addedAt: now, ...data },
      select: { id: true },
    });
  } catch (error) {
    if (isConstraint(error, "passkey_credential_id_key")) return false;
    throw error;
  }
  await noteAccount(owner.id, "identity.passkey-added", circumstances, { name: asked.name });
  return true;
}

async function verifyMade(request: Request, challenge: string, text: string) {
  const answer = parseAnswer(madeSchema, text);
  if (!answer) return null;
  const { id, origin } = passkeySite(request);
  const { verifyRegistrationResponse } = await import("@simplewebauthn/server");
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: { ...answer, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    return registrationInfo?.credential ?? null;
  } catch {
    // It says in English what was wrong, to whoever made the answer.
    return null;
  }
}

/** Gives one's own passkey another name; false: there is none. */
export async function renamePasskey(
  { owner, circumstances }: OwnAsk,
  { id, name }: { id: string; name: string },
): Promise<boolean> {
  const { count } = await authClient().passkey.updateMany({
    where: { id, userId: owner.id },
    data: { name },
  });
  if (count > 0) await noteAccount(owner.id, "identity.passkey-renamed", circumstances, { name });
  return count > 0;
}

/** Takes one's own passkey off the account: it opens nothing from now on. */
export async function removePasskey(
  ask: OwnAsk,
  { id, proof }: { id: string; proof: Proof },
): Promise<Unproved | { status: "done" } | { status: "absent" }> {
  const { owner, circumstances } = ask;
  const own = { id, userId: owner.id };
  const kept = await authClient().passkey.findFirst({ where: own, select: { name: true } });
  if (!kept) return { status: "absent" };
  const refused = await refuseUnproved(ask, proof);
  if (refused) return refused;
  await authClient().passkey.deleteMany({ where: own });
  await noteAccount(owner.id, "identity.passkey-removed", circumstances, { name: kept.name });
  return { status: "done" };
}
