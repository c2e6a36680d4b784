import type { SignedIn } from "../../app/composition/execution.server.ts";
import { makeToken } from "../../app/features/identity/token-secret.server.ts";
import { makeApiToken } from "../../app/features/identity/tokens.commands.server.ts";
import { systemClock } from "../../app/platform/clock.ts";
import { startEmbedded } from "../../app/platform/database/embedded.ts";
import { closeDatabase } from "../../app/platform/db.server.ts";
import { buildPeople } from "../builders/meeting.ts";
import { buildPlace, mustRun, type Place } from "../builders/place.ts";
import { buildPromise } from "../builders/promise.ts";
import { givePassword, PASSWORD } from "../builders/signing-in.ts";
import type { Instance } from "./instance.ts";

const BY = { clock: systemClock };
/** Promises whose being done will be reported; when they are used up, more are made instead. */
const PROMISES = 160;

/** Somebody who writes: by the pages with a session, and by a program with a token. */
export type Writer = {
  user: SignedIn;
  side: "community" | "council";
  cookie: string;
  token: string;
  /** Promises of their side that nobody has reported on. */
  promises: string[];
};

/** Oakfield, with two who write about it, in an instance that runs. */
export type Ground = {
  place: Place;
  writers: readonly [Writer, Writer];
  /** The record files are put on. */
  record: string;
  ownerUrl: string;
  appUrl: string;
};

/** Makes the ground in the database of a running instance. */
export async function layGround(instance: Instance): Promise<Ground> {
  const embedded = await startEmbedded({ dataDir: instance.dataDir });
  const { ownerUrl, appUrl } = embedded;
  try {
    const place = await buildPlace({ name: "", ownerUrl, appUrl, drop: async () => undefined }, BY);
    await buildPeople(place);
    const record = await buildPromise(
      place.community.editor,
      { area: place.area.slug, title: "Holds the files", dueOn: "2030-01-01" },
      BY,
    );
    const community = await prepare(instance, place, "community");
    const council = await prepare(instance, place, "council");
    return { place, writers: [community, council], record, ownerUrl, appUrl };
  } finally {
    await closeDatabase();
    await embedded.stop();
  }
}

async function prepare(instance: Instance, place: Place, side: Writer["side"]): Promise<Writer> {
  const { editor: user } = side === "community" ? place.community : place.councilSide;
  await givePassword(user.id);
  const { token, prefix, tokenHash } = makeToken();
  await mustRun(user, makeApiToken, { name: "A program", access: "write", prefix, tokenHash }, BY);
  const promises: string[] = [];
  for (let made = 0; made < PROMISES / 2; made += 1) {
    const promise = { area: place.area.slug, title: `To be done, ${made}`, dueOn: "2030-01-01" };
    promises.push(await buildPromise(user, promise, BY));
  }
  return { user, side, token, promises, cookie: await signIn(instance, user.email) };
}

async function signIn({ origin }: Instance, email: string): Promise<string> {
  const answer = await fetch(`${origin}/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: origin },
    body: new URLSearchParams({ email, password: PASSWORD }),
  });
  await answer.arrayBuffer();
  if (answer.status !== 302) throw new Error(`${email} could not sign in: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}
