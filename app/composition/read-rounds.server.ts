import type { RouterContextProvider } from "react-router";
import type { AreaActor } from "~/features/identity/actor";
import { endDueRounds } from "./end-due-rounds.server";
import { type Reading, readArea } from "./request.server";
import { clockContext, closeReads } from "./visit.server";

type Context = Readonly<RouterContextProvider>;

/** Reads a page of rounds; where the days of one on it are over and it has not ended yet, ends it and reads again. */
export async function readEnded<T>(
  context: Context,
  areaSlug: string,
  work: (actor: AreaActor, reading: Reading) => Promise<T>,
  hasOver: (found: T) => boolean,
): Promise<T> {
  const found = await readArea(context, areaSlug, work);
  if (!hasOver(found)) return found;
  await closeReads(context);
  await endDueRounds(context.get(clockContext));
  return readArea(context, areaSlug, work);
}

/** Deletes at once what a round held that this request calls off; the job does so too, where a queue is worked. */
export async function andForget<T>(context: Context, callOff: () => Promise<T>): Promise<T> {
  try {
    return await callOff();
  } finally {
    await endDueRounds(context.get(clockContext));
  }
}
