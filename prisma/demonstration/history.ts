import type { z } from "zod";
import type { SignedIn } from "~/composition/execution.server";
import type { Actor } from "~/features/identity/actor";
import { addDays, type Day, startOfDay } from "~/platform/calendar/day";
import { clockAt } from "~/platform/clock";
import type { Command } from "~/platform/command.server";
import { inTransaction } from "~/platform/db.server";
import { done } from "./places";

/** Hours after midnight at which things are entered: people do this in the evening. */
const EVENING_MS = 20 * 3_600_000;

type Step = { offset: number; run: (on: Day) => Promise<void> };

/** One area's history with one council: steps on days from the day of loading, and what they made, by name. */
export class History {
  protected readonly area: string;
  protected readonly council: string;
  readonly #today: Day;
  readonly #steps: Step[] = [];
  readonly #ids: Map<string, string>;

  /** Histories that are told together and name each other's records share `ids`. */
  constructor(today: Day, area: string, council: string, ids = new Map<string, string>()) {
    this.#today = today;
    this.area = area;
    this.council = council;
    this.#ids = ids;
  }

  /** The steps told so far, for telling several histories in the order of their days. */
  get steps(): readonly Step[] {
    return this.#steps;
  }

  protected at(offset: number, run: (on: Day) => Promise<void>): void {
    this.#steps.push({ offset, run });
  }

  protected run<S extends z.ZodType, T, R>(
    on: Day,
    user: SignedIn,
    command: Command<Actor, S, T, R>,
    input: z.input<S>,
  ) {
    return done(user, command, input, { clock: clockAt(new Date(startOfDay(on).getTime() + EVENING_MS)) });
  }

  protected keep(name: string, id: string): void {
    this.#ids.set(name, id);
  }

  protected idOf(name: string): string {
    const id = this.#ids.get(name);
    if (!id) throw new Error(`The demonstration has not told of "${name}" yet`);
    return id;
  }

  protected revision(on: Day, user: SignedIn, id: string): Promise<number> {
    return inTransaction(`user:${user.id}`, on, async (tx) => {
      const record = await tx.record.findUniqueOrThrow({ where: { id }, select: { revision: true } });
      return record.revision;
    });
  }

  protected day(offset: number): Day {
    return addDays(this.#today, offset);
  }
}

/** Tells histories together, day by day, as they would have been entered. */
export async function tell(today: Day, histories: readonly History[]): Promise<void> {
  const steps = histories.flatMap((history) => history.steps).toSorted((a, b) => a.offset - b.offset);
  for (const { offset, run } of steps) await run(addDays(today, offset));
}
