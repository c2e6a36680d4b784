import { setTimeout as pause } from "node:timers/promises";
import { authClient } from "~/platform/db.server";
import { noteAccount, type SignInCircumstances } from "./account-log.server";
import { type Admission, admit } from "./admission.server";
import { findSignedIn, getAuth } from "./auth.server";
import { findKnownBrowser } from "./known-browser.server";
import { countTry, forgiveTry } from "./sign-in-limits.server";

/** As an admission; refused, for every reason the same; or too many tries from here for now. */
export type SignInResult = Admission | { status: "wait" };

const PAUSE_MS = 2_000;

type Credentials = { email: string; password: string; next?: string };

/** Signs in by e-mail and password. What it says and how long it takes are the same for an address nobody has. */
export async function signIn(
  request: Request,
  { email, password, next = "/" }: Credentials,
  circumstances: SignInCircumstances,
): Promise<SignInResult> {
  const browser = await findKnownBrowser(request, email);
  const trier = { email, address: circumstances.clientAddress, browser };
  const verdict = await countTry(trier, circumstances.clock.now());
  if (verdict === "wait") return { status: "wait" };
  if (verdict === "slow") await pause(PAUSE_MS);
  const { userId, isRight } = await check(email, password);
  const admission =
    isRight && userId && (await admit(request, userId, { way: "password", next }, circumstances));
  if (!admission || admission.status === "refused") {
    // Of an address nobody has as well: it takes the same time.
    await noteAccount(userId, "identity.sign-in-failed", circumstances, { way: "password" });
    return { status: "refused" };
  }
  await forgiveTry(trier);
  return admission;
}

/** The password of an address nobody has: none is right, and trying one takes as long. */
const NOBODYS = `${"0".repeat(32)}:${"0".repeat(128)}`;

type Checked = { userId: string | null; isRight: boolean };

/** Whose address it is, and whether it is their password. An address nobody has takes the work of a password too. */
async function check(email: string, given: string): Promise<Checked> {
  const { password } = await getAuth().$context;
  const account = await authClient().account.findFirst({
    where: { providerId: "credential", user: { email: email.trim().toLowerCase() } },
    select: { userId: true, password: true },
  });
  const isSame = await password.verify({ hash: account?.password ?? NOBODYS, password: given });
  return { userId: account?.userId ?? null, isRight: isSame && Boolean(account?.password) };
}

/** Whether it is the account's password; null: it has none. */
export async function isPasswordOf(userId: string, given: string): Promise<boolean | null> {
  const { password } = await getAuth().$context;
  const account = await authClient().account.findFirst({
    where: { providerId: "credential", userId },
    select: { password: true },
  });
  if (!account?.password) return null;
  return password.verify({ hash: account.password, password: given });
}

/** Ends the session of this request; the cookies that say so. */
export async function signOut(request: Request, circumstances: SignInCircumstances): Promise<Headers> {
  const user = await findSignedIn(request);
  const { headers } = await getAuth().api.signOut({ headers: request.headers, returnHeaders: true });
  if (user) await noteAccount(user.id, "identity.signed-out", circumstances);
  return headers;
}
