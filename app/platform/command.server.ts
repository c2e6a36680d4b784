import type { z } from "zod";
import type { Day } from "./calendar/day";
import { type Clock, todayBy } from "./clock";
import {
  claimKey,
  type EventData,
  type EventEntry,
  lostRaceForKey,
  type Writer,
  writeEvent,
} from "./command-log.server";
import { Forbidden, type Refuse, refusing, requireAllowed } from "./command-refusal.server";
import { findDone } from "./command-twice.server";
import { inTransaction, type Tx } from "./db.server";
import { newId } from "./ids";

export type { EventData, EventEntry } from "./command-log.server";

/** Every write is one command: parse, allow, decide, one transaction with its rows and one event. */
export type Command<A, S extends z.ZodType, T, R> = {
  /** '<feature>.<verb>': the audit entry's name, for ever. */
  id: string;
  input: S;
  /** Reads what the command is about, as the actor may see it; null: to them it is not there. */
  subject: (context: CommandContext<A>, input: z.output<S>) => Promise<T | null>;
  /** True, or the reason why not in words for the page. */
  allow: (actor: A, subject: T, input: z.output<S>) => true | string;
  run: (context: CommandContext<A>, subject: T, input: z.output<S>) => Promise<Outcome<R>>;
  /** The audit entry in words, from the event's data alone. */
  says: (data: EventData) => string;
};

/** What a command hands back: its result for the caller, and what goes into the event. */
export type Outcome<R> = { result: R; event: EventEntry };

export type CommandContext<A> = {
  tx: Tx;
  actor: A;
  now: Date;
  today: Day;
  newId: () => string;
  /** Runs another command in this transaction, with its own permission and its own event. */
  call: <S extends z.ZodType, T, R>(command: Command<A, S, T, R>, input: z.input<S>) => Promise<R>;
};

/** Input that parsed and yet cannot be: shown beside the fields it names ('' is the whole form). */
export class Problem extends Error {
  readonly fields: Record<string, string[]>;
  constructor(fields: Record<string, string | string[]>) {
    super("input refused");
    this.fields = Object.fromEntries(
      Object.entries(fields).map(([field, words]) => [field, Array.isArray(words) ? words : [words]]),
    );
  }
}

/** Somebody else changed it meanwhile; `current` is their version, for the page to show beside the typed one. */
export class Conflict extends Error {
  readonly current: unknown;
  constructor(current: unknown) {
    super("changed meanwhile");
    this.current = current;
  }
}

class Absent extends Error {}

export type CommandResult<R> =
  | { status: "done"; result: R }
  | { status: "invalid"; fields: Record<string, string[]> }
  | { status: "conflict"; current: unknown }
  | { status: "absent" }
  | { status: "forbidden"; why: string };

/** Who runs a command, when, and what follows it in the same transaction. */
export type Execution<A> = Writer & {
  /** The actor from where the database says they stand, once the transaction has begun. */
  actor: (stands: Parameters<Parameters<typeof inTransaction>[2]>[1]) => A;
  clock: Clock;
  refuse?: Refuse<CommandContext<A>>;
  after: (context: CommandContext<A>, entries: readonly EventEntry[]) => Promise<void>;
  /** Told of a refusal, after the transaction was rolled back. */
  denied: (commandId: string, why: string) => Promise<void>;
};

/** Declares a command. It exists so that a write without permission or wording cannot be written down. */
export function defineCommand<A>() {
  return <S extends z.ZodType, T, R>(command: Command<A, S, T, R>): Command<A, S, T, R> => command;
}

/** Runs a command: nothing is written unless everything is. Never throws for what a person can send. */
export async function execute<A, S extends z.ZodType, T, R>(
  command: Command<A, S, T, R>,
  raw: unknown,
  execution: Execution<A>,
): Promise<CommandResult<R>> {
  const parsed = command.input.safeParse(raw);
  if (!parsed.success) return { status: "invalid", fields: fieldsOf(parsed.error) };
  return executeParsed(command, parsed.data, execution);
}

/** The same for input that its command's schema has already accepted. */
export async function executeParsed<A, S extends z.ZodType, T, R>(
  command: Command<A, S, T, R>,
  input: z.output<S>,
  execution: Execution<A>,
): Promise<CommandResult<R>> {
  try {
    const result = await inTransaction(execution.principal, todayBy(execution.clock), async (tx, stands) => {
      const once = await claimKey(tx, execution, command.id, input);
      if (once.done) return once.result as R;
      const result = await runIn(tx, command, input, execution, execution.actor(stands));
      await once.keep(result);
      return result;
    });
    return { status: "done", result };
  } catch (error) {
    // The same form arrived twice at once and the other one won: give its result.
    if (lostRaceForKey(error)) return executeParsed(command, input, execution);
    const won = isRefusal(error) ? await findDone<R>(command.id, input, execution) : null;
    if (won) return won;
    if (error instanceof Problem) return { status: "invalid", fields: error.fields };
    if (error instanceof Conflict) return { status: "conflict", current: error.current };
    if (error instanceof Absent) {
      await execution.denied(command.id, "absent");
      return { status: "absent" };
    }
    if (error instanceof Forbidden) {
      await execution.denied(command.id, error.message);
      return { status: "forbidden", why: error.message };
    }
    throw error;
  }
}

function isRefusal(error: unknown): boolean {
  return [Problem, Conflict, Absent, Forbidden].some((kind) => error instanceof kind);
}

async function runIn<A, S extends z.ZodType, T, R>(
  tx: Tx,
  command: Command<A, S, T, R>,
  input: z.output<S>,
  execution: Execution<A>,
  actor: A,
): Promise<R> {
  const entries: EventEntry[] = [];
  const now = execution.clock.now();
  const context: CommandContext<A> = {
    tx,
    actor,
    now,
    today: todayBy(execution.clock),
    newId: () => newId(now),
    call: async (inner, innerInput) => {
      const parsed = inner.input.safeParse(innerInput);
      if (!parsed.success) throw new Problem(fieldsOf(parsed.error));
      return step(inner, parsed.data);
    },
  };
  const refused = refusing(execution.refuse, context);
  async function step<S2 extends z.ZodType, T2, R2>(
    c: Command<A, S2, T2, R2>,
    data: z.output<S2>,
  ): Promise<R2> {
    const subject = await c.subject(context, data);
    if (subject === null) throw new Absent();
    await refused(c.id, { subject, input: data });
    requireAllowed(c.allow(actor, subject, data));
    const { result, event } = await c.run(context, subject, data);
    await refused(c.id, { event });
    entries.push(event);
    await writeEvent(tx, execution, { id: c.id, within: command.id, eventId: newId(now), at: now }, event);
    return result;
  }
  const result = await step(command, input);
  await execution.after(context, entries);
  return result;
}

/** zod's issues by the name of the form field they belong to: `attendees[0].name`. */
export function fieldsOf(error: z.ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const name = issue.path.reduce<string>(
      (path, part) =>
        typeof part === "number"
          ? `${path}[${part}]`
          : path === ""
            ? String(part)
            : `${path}.${String(part)}`,
      "",
    );
    fields[name] = [...(fields[name] ?? []), issue.message];
  }
  return fields;
}
