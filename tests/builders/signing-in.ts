import type { SignInCircumstances } from "~/features/identity/account-log.server";
import { getAuth } from "~/features/identity/auth.server";
import { offerAuthenticator, setUpAuthenticator } from "~/features/identity/second-factor.server";
import { signIn } from "~/features/identity/sign-in.server";
import { codeAt, stepOf } from "~/features/identity/totp.server";
import type { Clock } from "~/platform/clock";
import { authClient } from "~/platform/db.server";
import { newId } from "~/platform/ids";

export const PASSWORD = "a password for tests alone";

/** A clock that stands until it is told to go on, by minutes. */
export function movingClock(from: string): Clock & { go: (minutes: number) => void } {
  let at = new Date(from).getTime();
  return {
    now: () => new Date(at),
    go: (minutes) => {
      at += minutes * 60_000;
    },
  };
}

/** Lets the account sign in with PASSWORD. */
export async function givePassword(userId: string): Promise<void> {
  const { password } = await getAuth().$context;
  const data = { id: newId(), userId, accountId: userId, providerId: "credential" };
  await authClient().account.create({
    data: { ...data, password: await password.hash(PASSWORD) },
    select: { id: true },
  });
}

/** A browser as far as signing in goes: it keeps its cookies, and comes from one address. */
export function browserOf(clock: Clock, address = "203.0.113.77") {
  const jar = new Map<string, string>();
  const keep = (headers: Headers) => {
    for (const line of headers.getSetCookie()) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split(/=(.*)/s);
      jar.set(name, value);
    }
  };
  const request = (path = "/sign-in") => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    return new Request(`http://localhost:3000${path}`, { headers: { cookie } });
  };
  const from = (): SignInCircumstances => ({ clock, requestId: null, clientAddress: address });
  /** Takes the cookies of an answer. */
  const take = async <T extends object>(answer: Promise<T>): Promise<T> => {
    const given = await answer;
    if ("headers" in given && given.headers instanceof Headers) keep(given.headers);
    return given;
  };
  return {
    jar,
    request,
    from,
    take,
    signIn: (email: string, password = PASSWORD) => take(signIn(request(), { email, password }, from())),
  };
}

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** What an authenticator app shows now that was given this key. */
export function codeOf(key: string, clock: Clock): string {
  const letters = [...key.replaceAll(" ", "")];
  const bits = letters.map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const bytes = bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [];
  return codeAt(Buffer.from(bytes), stepOf(clock.now()));
}

/** Sets up an authenticator app for the account; its key and the recovery codes. A minute has passed then. */
export async function giveApp(
  account: { id: string; email: string },
  clock: ReturnType<typeof movingClock>,
): Promise<{ key: string; codes: string[] }> {
  const { key } = await offerAuthenticator(account, "test");
  const code = codeOf(key, clock);
  const codes = (await setUpAuthenticator(account.id, { of: "test", code }, clock.now())) ?? [];
  clock.go(1);
  return { key, codes };
}
