import { setTimeout as pause } from "node:timers/promises";
import { APIError } from "better-auth/api";
import { authClient } from "~/platform/db.server";
import { noteAccount, type SignInCircumstances } from "./account-log.server";
import { getAuth } from "./auth.server";
import { findKnownBrowser, rememberBrowser } from "./known-browser.server";
import { countTry, forgiveTry } from "./sign-in-limits.server";

/** In, with the cookies to set; refused, for every reason the same; or too many tries from here for now. */
export type SignInResult = { status: "in"; headers: Headers } | { status: "refused" } | { status: "wait" };

const PAUSE_MS = 2_000;

/** Signs in by e-mail and password. What it says and how long it takes are the same for an address nobody has. */
export async function signIn(
  request: Request,
  credentials: { email: string; password: string },
  circumstances: SignInCircumstances,
): Promise<SignInResult> {
  const { email } = credentials;
  const browser = await findKnownBrowser(request, email);
  const trier = { email, address: circumstances.clientAddress, browser };
  const verdict = await countTry(trier, circumstances.clock.now());
  if (verdict === "wait") return { status: "wait" };
  if (verdict === "slow") await pause(PAUSE_MS);
  const found = await check(request, credentials);
  if (!found) return { status: "refused" };
  await forgiveTry(trier);
  await noteAccount(found.userId, "identity.signed-in", circumstances);
  found.headers.append("Set-Cookie", await rememberBrowser(request, email));
  return { status: "in", headers: found.headers };
}

async function check(request: Request, credentials: { email: string; password: string }) {
  try {
    const { headers, response } = await getAuth().api.signInEmail({
      body: { ...credentials, rememberMe: true },
      headers: request.headers,
      returnHeaders: true,
    });
    const userId = response.user.id;
    const closed = await authClient().user.count({ where: { id: userId, deactivatedAt: { not: null } } });
    if (closed === 0) return { userId, headers };
    await authClient().session.deleteMany({ where: { userId } });
    return null;
  } catch (error) {
    if (error instanceof APIError) return null;
    throw error;
  }
}

/** Ends the session of this request; the cookies that say so. */
export async function signOut(request: Request): Promise<Headers> {
  const { headers } = await getAuth().api.signOut({ headers: request.headers, returnHeaders: true });
  return headers;
}
