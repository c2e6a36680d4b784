import type { z } from "zod";
import { type Circumstances, executionFor, runAs, type SignedIn } from "~/composition/execution.server";
import { type Actor, type AreaActor, actorIn } from "~/features/identity/actor";
import { type Clock, todayBy } from "~/platform/clock";
import type { Command } from "~/platform/command.server";
import { inTransaction, type Tx } from "~/platform/db.server";

/** Reads as a user within one area, as a loader would; throws where they do not stand there. */
export function readAs<T>(
  user: SignedIn,
  areaSlug: string,
  clock: Clock,
  work: (tx: Tx, actor: AreaActor) => Promise<T>,
): Promise<T> {
  const { principal, actor } = executionFor(user, { clock });
  return inTransaction(principal, todayBy(clock), async (tx, stands) => {
    const standing = actorIn(actor(stands), areaSlug);
    if (!standing) throw new Error(`${user.name} does not stand in ${areaSlug}`);
    return work(tx, standing);
  });
}

/** Runs a command and gives how it ended: done, invalid, conflict, absent or forbidden. */
export async function statusOf<S extends z.ZodType, T, R>(
  user: SignedIn,
  command: Command<Actor, S, T, R>,
  input: unknown,
  by: Circumstances,
): Promise<string> {
  return (await runAs(user, command, input, by)).status;
}
