import type { Day } from "./day.ts";
import type { Component } from "./facts.ts";
import type { Parameters } from "./parameters.ts";
import type { SignalIndex } from "./signal-index.ts";
import type { Duty, Move, Outcome, Signal, Stands, State } from "./signals.ts";

/**
 * One scored thing, in a form closed in time: its weight on any later day follows from these numbers alone,
 * as long as nothing more happens. That is what makes a rolled score possible (rolled.ts).
 *
 *     w(t) = size × min(1, (t − grows.from) / grows.over) × 2^(−(t − fadesFrom) / half-life)
 *
 * either factor left out where it is null; nothing before `grows.from`.
 */
export type Item = {
  readonly record: string;
  readonly side: Stands;
  /** How good, 0..1. */
  readonly s: number;
  /** How much it says when fresh, whole and undisputed. */
  readonly size: number;
  readonly grows: { readonly from: Day; readonly over: number } | null;
  /** null = open: it stays until somebody closes it. */
  readonly fadesFrom: Day | null;
  /** Only from a rule that speaks about every component (the check-in). */
  readonly component?: Component;
};

export type Split = "each side" | "joint" | "council";
export type HalfLife = "fast" | "mid" | "slow";

export type Context = { readonly asOf: Day; readonly parameters: Parameters };

/** An indicator: pure, a file each in rules/. */
export type Rule = {
  readonly id: string;
  /** "every" = the check-in, which has a stream in each component. */
  readonly component: Component | "every";
  /** The component's main indicator. */
  readonly anchor: boolean;
  readonly split: Split;
  readonly halfLife: HalfLife;
  /** Days late that halve what lateness takes, and days for an open duty to reach full weight; null = no duty. */
  readonly tau: number | null;
  /** "record" = a record's items follow from that record alone; "area" = they also depend on others. */
  readonly scope: "record" | "area";
  readonly name: string;
  readonly shows: string;
  /** Ids of the framework's actions this is evidence on (docs/method.md 3). */
  readonly actions: readonly string[];
  readonly items: (signals: SignalIndex, context: Context) => Item[];
};

/** A state says three times what an event says (docs/method.md 2). */
export const STATE = 3;
// Done late is worth this much however late, and the rest halves every tau days (docs/method.md 2).
const LATE_FLOOR = 0.3;

/** What being late by some days leaves of the worth, 0.3..1; in time = 1 (docs/method.md 2). */
export function lateness(daysLate: number, tau: number): number {
  return daysLate <= 0 ? 1 : LATE_FLOOR + (1 - LATE_FLOOR) * 2 ** (-daysLate / tau);
}

/** How much of a weight is left after some days (docs/method.md 2, decay). */
export function decay(days: number, halfLife: number): number {
  return 2 ** (-days / halfLife);
}

/** An item's weight on a day; 0 = not (yet) an item. Half-life in days. */
export function weightOn(item: Item, halfLife: number, asOf: Day): number {
  let weight = item.size;
  if (item.grows) {
    const grown = (asOf - item.grows.from) / item.grows.over;
    if (grown <= 0) return 0;
    weight *= Math.min(1, grown);
  }
  return item.fadesFrom === null ? weight : weight * decay(asOf - item.fadesFrom, halfLife);
}

/** Whether from a day on an item does nothing but fade. */
export function onlyFades(item: Item, asOf: Day): boolean {
  if (item.fadesFrom === null || item.fadesFrom > asOf) return false;
  return item.grows === null || item.grows.from + item.grows.over <= asOf;
}

type Owed = {
  readonly record: string;
  readonly side: Stands;
  readonly due: Day;
  readonly done: Day | null;
  readonly givenUp: Day | null;
  readonly tau: number;
  readonly worth?: number;
  readonly size?: number;
};

/** The obligation of docs/method.md 2. Open and not past due, it is there but weighs nothing yet. */
export function obligation(owed: Owed): Item {
  const { record, side, due, done, givenUp, tau } = owed;
  const common = { record, side, size: owed.size ?? 1 };
  if (done !== null) {
    return { ...common, s: (owed.worth ?? 1) * lateness(done - due, tau), grows: null, fadesFrom: done };
  }
  if (givenUp !== null) return { ...common, s: 0, grows: null, fadesFrom: givenUp };
  return { ...common, s: 0, grows: { from: due, over: tau }, fadesFrom: null };
}

/**
 * The item of a duty signal: owed `grace` days after the day it is counted from, `size` times as heavy. Closed
 * with a worth nobody has stated: no item, since how good it was is not known.
 */
export function dutyItem(signal: Signal<Duty>, tau: number, grace: number, size = 1): Item[] {
  if (signal.done !== null && signal.worth === null) return [];
  const { record, side, done, givenUp, share } = signal;
  const worth = signal.worth ?? 1;
  return [
    obligation({
      record,
      side,
      due: signal.from + grace,
      done,
      givenUp,
      tau,
      worth,
      size: size * share,
    }),
  ];
}

/** The item of an outcome: as good as it was, ageing from its day (docs/method.md 2). */
export function outcomeItem(signal: Signal<Outcome>): Item {
  const { record, side, worth, on } = signal;
  return { record, side, s: worth, size: 1, grows: null, fadesFrom: on };
}

/** The item of a state, ageing from the day it was last known (docs/method.md 2). */
export function stateItem(signal: Signal<State>): Item {
  const { record, side, worth, since } = signal;
  return { record, side, s: worth, size: STATE, grows: null, fadesFrom: since };
}

/**
 * The effective due day (docs/method.md 2): a day agreed on or before the one it replaces takes its place, at most
 * `limit` times; later agreements recover, and move nothing.
 */
export function effectiveDue(first: Day, moves: readonly Move[], limit: number): Day {
  let due = first;
  let moved = 0;
  for (const move of moves) {
    if (moved < limit && move.agreed <= due) {
      due = move.due;
      moved += 1;
    }
  }
  return due;
}
