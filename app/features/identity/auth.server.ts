import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { authClient } from "~/platform/db.server";
import { getEnvironment, getSessionSecret } from "~/platform/environment.server";
import { newId } from "~/platform/ids";

const DAY_S = 86_400;

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
    emailAndPassword: { enabled: true, minPasswordLength: 12, maxPasswordLength: 200, autoSignIn: false },
    session: { expiresIn: 14 * DAY_S, updateAge: DAY_S },
    rateLimit: { enabled: false },
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

/** Who is signed in by this request's cookie; null: nobody, or an account that was deactivated. */
export async function findSignedIn(request: Request) {
  if (!request.headers.get("cookie")?.includes("common-ground.session_token")) return null;
  const session = await getAuth().api.getSession({ headers: request.headers });
  if (!session || session.user.deactivatedAt) return null;
  const { id, name, email, demo } = session.user;
  return { id, name, email, demo: demo === true };
}
