import { authClient } from "~/platform/db.server";
import type { SignInCircumstances } from "./account-log.server";
import { type Admission, admit } from "./admission.server";
import { findBrowser } from "./known-browser.server";
import {
  handleOf,
  keepChallenge,
  parseAnswer,
  passkeySite,
  shownSchema,
  takeChallenge,
} from "./passkey-challenge.server";
import { countKeyTry, forgiveKeyTry } from "./sign-in-limits.server";

/** Asks the browser for a passkey of this site, whosever it is; null: it was asked too often from here. */
export async function askForPasskey(
  request: Request,
  { clock, clientAddress: address }: SignInCircumstances,
) {
  const asker = { address, browser: await findBrowser(request) };
  if (!(await countKeyTry(asker, clock.now()))) return null;
  const { challenge, headers } = await keepChallenge({ for: "sign-in" }, clock.now());
  const { generateAuthenticationOptions } = await import("@simplewebauthn/server");
  const options = await generateAuthenticationOptions({
    rpID: passkeySite(request).id,
    challenge,
    timeout: 300_000,
    userVerification: "required",
  });
  return { options, headers };
}

/** Signs in by the passkey this browser was asked for. For whatever reason it is refused, it is refused alike. */
export async function signInByPasskey(
  request: Request,
  { answer, next }: { answer: string; next: string },
  circumstances: SignInCircumstances,
): Promise<Admission> {
  const now = circumstances.clock.now();
  const asked = await takeChallenge(request, "sign-in", now);
  const userId = asked && (await verifyShown(request, { challenge: asked.challenge, answer, now }));
  if (!userId) return { status: "refused" };
  const admission = await admit(request, userId, { way: "passkey", next, isWhole: true }, circumstances);
  const { clientAddress: address } = circumstances;
  if (admission.status !== "refused") await forgiveKeyTry({ address, browser: await findBrowser(request) });
  return admission;
}

type Shown = { challenge: string; answer: string; now: Date };

/** Whose passkey signed this challenge on this site, with the device asking for its owner; null: nobody's. */
async function verifyShown(request: Request, { challenge, answer, now }: Shown): Promise<string | null> {
  const shown = parseAnswer(shownSchema, answer);
  const key = shown && (await authClient().passkey.findUnique({ where: { credentialId: shown.id } }));
  if (!key) return null;
  const { userHandle, ...response } = shown.response;
  if (userHandle && userHandle !== Buffer.from(handleOf(key.userId)).toString("base64url")) return null;
  const { id, origin } = passkeySite(request);
  const credential = { id: key.credentialId, publicKey: key.publicKey, counter: Number(key.counter) };
  const { verifyAuthenticationResponse } = await import("@simplewebauthn/server");
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...shown, response, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      credential,
      requireUserVerification: true,
    });
    if (!verified) return null;
    return (await count(key.id, authenticationInfo.newCounter, now)) ? key.userId : null;
  } catch {
    // It says in English what was wrong, to whoever made the answer.
    return null;
  }
}

/** Keeps that the passkey was used. One statement: of two answers with the same count, one is let through. */
async function count(id: string, counter: number, lastUsedAt: Date): Promise<boolean> {
  const before = counter === 0 ? 0 : { lt: counter };
  const used = await authClient().passkey.updateMany({
    where: { id, counter: before },
    data: { counter, lastUsedAt },
  });
  return used.count === 1;
}
