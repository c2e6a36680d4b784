import { createCookieSessionStorage } from "react-router";
import { getEnvironment, getSessionSecret } from "./environment.server";

type Flash = { message: string };

let storage: ReturnType<typeof create> | null = null;

function create() {
  return createCookieSessionStorage<Record<string, never>, Flash>({
    cookie: {
      name: COOKIE,
      httpOnly: true,
      sameSite: "lax",
      path: "/",
      maxAge: 60,
      secrets: [getSessionSecret()],
      secure: getEnvironment().APP_ORIGIN?.startsWith("https:") ?? false,
    },
  });
}

const COOKIE = "common-ground.flash";

/** Whether a request brings a message to show. */
export function hasFlash(headers: Headers): boolean {
  return headers.get("cookie")?.includes(`${COOKIE}=`) ?? false;
}

/** The Set-Cookie that shows `message` once, on the next page. */
export async function flashCookie(message: string): Promise<string> {
  storage ??= create();
  const session = await storage.getSession();
  session.flash("message", message);
  return storage.commitSession(session);
}

/** The message left by the last write, and the Set-Cookie that takes it away; null where there is none. */
export async function takeFlash(request: Request): Promise<{ message: string; cookie: string } | null> {
  if (!hasFlash(request.headers)) return null;
  storage ??= create();
  const session = await storage.getSession(request.headers.get("cookie"));
  const message = session.get("message");
  return message ? { message, cookie: await storage.commitSession(session) } : null;
}
