import { Agent } from "node:http";
import { areaSlug, PASSWORD, type Reader } from "./place.ts";
import { ask } from "./traffic.ts";

/** A reader who has signed in. */
export type SignedIn = { cookie: string; area: string; home: string; people: string; log: string };

/** Signs every reader in by the form on the page, one after another. */
export async function signInAll(origin: string, readers: readonly Reader[]): Promise<SignedIn[]> {
  const agent = new Agent({ keepAlive: true });
  const signedIn: SignedIn[] = [];
  for (const reader of readers) {
    const cookie = await signIn(origin, reader.email, agent);
    const home = `/areas/${areaSlug(reader.area)}`;
    signedIn.push({
      cookie,
      area: areaSlug(reader.area),
      home,
      people: `${home}/people`,
      log: `${home}/meetings/new`,
    });
  }
  agent.destroy();
  return signedIn;
}

async function signIn(origin: string, email: string, agent: Agent): Promise<string> {
  const form = () => new URLSearchParams({ email, password: PASSWORD, next: "/" });
  const { status, headers } = await ask(origin, { path: "/sign-in", cookie: "", form }, agent);
  const cookies = (headers["set-cookie"] ?? []).map((line) => line.split(";")[0]);
  if (status !== 302 || cookies.length === 0) throw new Error(`${email} could not sign in: ${status}`);
  return cookies.join("; ");
}
