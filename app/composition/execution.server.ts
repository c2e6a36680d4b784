import type { z } from "zod";
import { type Actor, toActor } from "~/features/identity/actor";
import type { Clock } from "~/platform/clock";
import { todayBy } from "~/platform/clock";
import { type Command, type CommandResult, type Execution, execute } from "~/platform/command.server";
import { inTransaction, type Principal } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { afterWrite } from "./after-write.server";
import { refuseClosed } from "./closed-areas.server";

/** A user as the sign-in library knows them. */
export type SignedIn = { id: string; name: string; email: string; demo: boolean };

/** When a command runs, and what its audit entry says of where it came from. */
export type Circumstances = {
  clock: Clock;
  key?: string | undefined;
  requestId?: string | undefined;
  clientAddress?: string | undefined;
  /** By whose hand: a token of theirs, or, left out, themselves. */
  principal?: Principal | undefined;
};

/** How a user's commands run: as their principal, with facts and score following in the same transaction. */
export function executionFor(user: SignedIn, circumstances: Circumstances): Execution<Actor> {
  const { clock, key, requestId, clientAddress, principal = `user:${user.id}` } = circumstances;
  return {
    principal,
    actorId: user.id,
    actor: (stands) => toActor(user, stands),
    clock,
    ...(key === undefined ? {} : { key }),
    ...(requestId === undefined ? {} : { requestId }),
    ...(clientAddress === undefined ? {} : { clientAddress }),
    refuse: refuseClosed,
    after: afterWrite,
    denied: (command, why) => noteDenial({ userId: user.id, principal }, command, why, clock),
  };
}

/** Runs a command as a user outside a request: imports, the seed, tests. */
export function runAs<S extends z.ZodType, T, R>(
  user: SignedIn,
  command: Command<Actor, S, T, R>,
  input: unknown,
  circumstances: Circumstances,
): Promise<CommandResult<R>> {
  return execute(command, input, executionFor(user, circumstances));
}

/** A refusal is audited in a transaction of its own: the refused one was rolled back. */
async function noteDenial(
  { userId, principal }: { userId: string; principal: Principal },
  command: string,
  why: string,
  clock: Clock,
): Promise<void> {
  await inTransaction(principal, todayBy(clock), async (tx) => {
    await tx.event.create({
      data: {
        id: newId(clock.now()),
        at: clock.now(),
        principal,
        actorId: userId,
        command: "access.refused",
        level: "personal",
        data: { command, why },
      },
      select: { id: true },
    });
  });
}
