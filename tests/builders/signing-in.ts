import type { SignInCircumstances } from "~/features/identity/account-log.server";
import { getAuth } from "~/features/identity/auth.server";
import { signIn } from "~/features/identity/sign-in.server";
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
