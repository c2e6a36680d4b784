import type { RouterContextProvider } from "react-router";
import { type Actor, toActor } from "~/features/identity/actor";
import { todayBy } from "~/platform/clock";
import { inResearch } from "~/platform/db.server";
import { notFound, type Reading } from "./request.server";
import { visitContext } from "./visit.server";

/**
 * Runs a loader's reads of what is published for research, under the database role that can read nothing else: a query
 * gone wrong on these pages reaches no record. For anybody signed in.
 */
export function readResearch<T>(
  context: Readonly<RouterContextProvider>,
  work: (reading: Reading & { actor: Actor }) => Promise<T>,
): Promise<T> {
  const visit = context.get(visitContext) ?? notFound();
  const { user, clock, principal = `user:${user.id}` } = visit;
  const today = todayBy(clock);
  return inResearch(principal, today, (tx, stands) =>
    work({ tx, actor: toActor(user, stands), today, now: clock.now() }),
  );
}
