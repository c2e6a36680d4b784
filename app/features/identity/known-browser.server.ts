import { createHmac } from "node:crypto";
import { z } from "zod";
import { getSessionSecret } from "~/platform/environment.server";
import { newId } from "~/platform/ids";
import { signedCookie } from "~/platform/signed-cookie.server";

const ACCOUNTS_MOST = 8;
const YEAR_S = 365 * 86_400;

/** What the cookie holds: a number for this browser, and the accounts it has been in to, hashed. */
const known = z.object({ id: z.string().max(40), accounts: z.array(z.string().max(64)).max(ACCOUNTS_MOST) });

const cookie = signedCookie("common-ground.known", "/sign-in", YEAR_S);

/** This browser's number, where somebody has signed in to this account with it before; null: it is new to it. */
export async function findKnownBrowser(request: Request, email: string): Promise<string | null> {
  const kept = await read(request);
  return kept?.accounts.includes(accountOf(email)) ? kept.id : null;
}

/** This browser's number, where somebody has signed in with it before, whoever it was; null: nobody has. */
export async function findBrowser(request: Request): Promise<string | null> {
  return (await read(request))?.id ?? null;
}

/** The Set-Cookie by which this browser is known to the account from now on. */
export async function rememberBrowser(request: Request, email: string): Promise<string> {
  const kept = await read(request);
  const account = accountOf(email);
  const others = (kept?.accounts ?? []).filter((one) => one !== account);
  const accounts = [account, ...others].slice(0, ACCOUNTS_MOST);
  return cookie.write({ id: kept?.id ?? newId(), accounts });
}

async function read(request: Request) {
  // The cookie answers false or null for what we did not sign.
  return known.safeParse(await cookie.read(request)).data ?? null;
}

function accountOf(email: string): string {
  const text = email.trim().toLowerCase();
  return createHmac("sha256", getSessionSecret()).update(`known ${text}`).digest("hex").slice(0, 32);
}
