import { createCookie } from "react-router";
import { getEnvironment, getSessionSecret } from "./environment.server";

type SignedCookie = {
  /** What we put into it; null or false for what is absent or was not signed by us. */
  read: (request: Request) => Promise<unknown>;
  /** The Set-Cookie that keeps the value. */
  write: (value: unknown) => Promise<string>;
};

/** A cookie that only we can have written: signed, for no script, and for as long and as far as is said. */
export function signedCookie(name: string, path: string, maxAge: number): SignedCookie {
  let cookie: ReturnType<typeof createCookie> | null = null;
  // At its first use: only then is the environment sure to be there.
  const made = () => {
    cookie ??= createCookie(name, {
      httpOnly: true,
      sameSite: "lax",
      path,
      maxAge,
      secrets: [getSessionSecret()],
      secure: getEnvironment().APP_ORIGIN?.startsWith("https:") ?? false,
    });
    return cookie;
  };
  return {
    read: (request) => made().parse(request.headers.get("cookie")),
    write: (value) => made().serialize(value),
  };
}
