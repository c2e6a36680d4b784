import { createHmac, timingSafeEqual } from "node:crypto";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { betterAuth } from "better-auth/minimal";
import { z } from "zod";
import { authClient } from "~/platform/db.server";
import { getEnvironment, getSessionSecret } from "~/platform/environment.server";
import { newId } from "~/platform/ids";
import { getLog } from "~/platform/log.server";

const DAY_S = 86_400;
const SESSION_S = 14 * DAY_S;
const SESSION_COOKIE = "common-ground.session_token";
const SESSION = /(?:^|; ?)(?:__Secure-)?common-ground\.session_token=([^;]+)/;

/** Opens a session for whoever has proved who they are, in any way there is: only our own code can ask. */
const opening = {
  id: "opening",
  endpoints: {
    openSession: createAuthEndpoint.serverOnly(
      { method: "POST", body: z.object({ userId: z.string() }) },
      async (ctx) => {
        const { internalAdapter } = ctx.context;
        const user = await internalAdapter.findUserById(ctx.body.userId);
        if (!user) throw new Error("nobody to open a session for");
        const session = await internalAdapter.createSession(user.id);
        await setSessionCookie(ctx, { session, user }, false);
        return { id: session.id };
      },
    ),
  },
};

function create(secret: string, origin: string) {
  return betterAuth({
    appName: "Common Ground",
    secret,
    baseURL: origin,
    basePath: "/api/auth",
    trustedOrigins: [origin, origin.replace("//localhost:", "//127.0.0.1:")],
    database: prismaAdapter(authClient(), { provider: "postgresql" }),
    advanced: {
      database: { generateId: () => newId() },
      useSecureCookies: origin.startsWith("https:"),
      defaultCookieAttributes: { sameSite: "lax", httpOnly: true },
      cookiePrefix: "common-ground",
    },
    telemetry: { enabled: false },
    // What it would say of a wrong password or an unknown address is nobody's business; its faults are thrown.
    logger: { level: "error", log: () => getLog().error("the sign-in library reports a fault") },
    emailAndPassword: { enabled: true, minPasswordLength: 12, maxPasswordLength: 200, autoSignIn: false },
    session: { expiresIn: SESSION_S, updateAge: DAY_S },
    rateLimit: { enabled: false },
    plugins: [opening],
    user: {
      additionalFields: {
        demo: { type: "boolean", input: false, defaultValue: false },
        deactivatedAt: { type: "date", input: false, required: false },
      },
    },
  });
}

let auth: { key: string; instance: ReturnType<typeof create> } | null = null;

/** The sign-in library on the database's sign-in tables, made once for the secret and origin in force. */
export function getAuth(): ReturnType<typeof create> {
  const { APP_ORIGIN, PORT } = getEnvironment();
  const secret = getSessionSecret();
  const origin = APP_ORIGIN ?? `http://localhost:${PORT}`;
  const key = `${origin} ${secret}`;
  if (auth?.key !== key) auth = { key, instance: create(secret, origin) };
  return auth.instance;
}

type Account = { id: string; name: string; email: string; demo: boolean };

/** Who is signed in by this request's cookie; null: nobody, or an account that was deactivated. */
export async function findSignedIn(request: Request): Promise<Account | null> {
  const cookies = request.headers.get("cookie");
  if (!cookies?.includes(SESSION_COOKIE)) return null;
  const known = await findFresh(cookies);
  if (known) return known;
  const session = await getAuth().api.getSession({ headers: request.headers });
  if (!session || session.user.deactivatedAt) return null;
  const { id, name, email, demo } = session.user;
  return { id, name, email, demo: demo === true };
}

/** The number of this request's session; null: there is none. */
export async function findSession(request: Request): Promise<string | null> {
  return (await getAuth().api.getSession({ headers: request.headers }))?.session.id ?? null;
}

/** Whether the session of this request was opened so few minutes ago, by the clock of the library that opened it. */
export async function signedInWithin(request: Request, minutes: number): Promise<boolean> {
  const session = (await getAuth().api.getSession({ headers: request.headers }))?.session;
  return session !== undefined && Date.now() - session.createdAt.getTime() < minutes * 60_000;
}

/**
 * The account of a session that the library would give back as it is, in one statement: signed by us, in force, and not
 * yet due to be prolonged. Anything else is for the library to judge.
 */
async function findFresh(cookies: string): Promise<Account | null> {
  const token = signedToken(cookies);
  if (token === null) return null;
  const prolonged = new Date(Date.now() + (SESSION_S - DAY_S) * 1_000);
  const [account] = await authClient().$queryRaw<Account[]>`
    SELECT u.id, u.name, u.email, u.demo FROM session s JOIN "user" u ON u.id = s.user_id
    WHERE s.token = ${token} AND s.expires_at > ${prolonged} AND u.deactivated_at IS NULL`;
  return account ?? null;
}

/** The token of the session cookie, where its signature is ours. */
function signedToken(cookies: string): string | null {
  const found = SESSION.exec(cookies)?.[1];
  if (found === undefined) return null;
  try {
    const value = decodeURIComponent(found);
    const end = value.lastIndexOf(".");
    const token = value.slice(0, end);
    const ours = createHmac("sha256", getSessionSecret()).update(token).digest();
    const theirs = Buffer.from(value.slice(end + 1), "base64");
    return end > 0 && ours.length === theirs.length && timingSafeEqual(ours, theirs) ? token : null;
  } catch {
    return null;
  }
}
