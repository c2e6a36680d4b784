import type { z } from "zod";
import { type Actor, toActor } from "~/features/identity/actor";
import type { Clock } from "~/platform/clock";
import { type Command, type CommandResult, type Execution, execute } from "~/platform/command.server";
import type { Principal } from "~/platform/db.server";
import { noteAccess } from "./access-log.server";
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
  browser?: string | undefined;
  /** By whose hand: a token of theirs, or, left out, themselves. */
  principal?: Principal | undefined;
};

/** How a user's commands run: as their principal, with facts and score following in the same transaction. */
export function executionFor(user: SignedIn, circumstances: Circumstances): Execution<Actor> {
  const { clock, key, requestId, clientAddress, browser, principal = `user:${user.id}` } = circumstances;
  return {
    principal,
    actorId: user.id,
    // What break-glass opens is there to read: to a command it is not there.
    actor: (stands) =>
      toActor(
        user,
        stands.filter(({ glass }) => !glass),
      ),
    clock,
    ...(key === undefined ? {} : { key }),
    ...(requestId === undefined ? {} : { requestId }),
    ...(clientAddress === undefined ? {} : { clientAddress }),
    ...(browser === undefined ? {} : { browser }),
    refuse: refuseClosed,
    after: afterWrite,
    denied: (command, why) =>
      noteAccess("access.refused", { command, why }, { userId: user.id, ...circumstances, principal }),
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
