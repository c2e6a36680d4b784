import type { Day } from "./day.ts";
import { factOn, lastLivedDayIn } from "./fact-days.ts";
import type { Component, Fact } from "./facts.ts";
import type { Method } from "./method.ts";
import { type Figures, type OverallStatus, type Score, STALE_AFTER_DAYS, score } from "./score.ts";
import type { Emit } from "./signals.ts";
import { perComponent } from "./tally.ts";

/** Days over which a trend is told, and points from which it gets a word (docs/method.md 7). */
export const TREND_DAYS = 90;
const TREND_FROM_POINTS = 5;

/** Points by which something moves the figures; positive = raises. */
export type Effect = {
  readonly overall: number;
  readonly components: Readonly<Record<Component, number>>;
};

/** What one record does to the figures: the difference leaving it out would make, the other way round. */
export type RecordEffect = Effect & { readonly record: string };

export type Trend = {
  readonly from: Day;
  readonly change: Effect;
  /** null where the change is small, or where either day has no overall to compare. */
  readonly word: "rising" | "falling" | null;
  /** Each record new or changed since, with the effect of leaving it out today, in id order. */
  readonly records: readonly RecordEffect[];
};

export type Gain = Effect & {
  /** What an action is ranked by: the overall where one is shown, else its component (docs/method.md 10). */
  readonly of: (component: Component) => number;
  readonly status: OverallStatus;
};

function difference(now: Figures, then: Figures): Effect {
  return {
    overall: now.overall - then.overall,
    components: perComponent((one) => now.components[one].value - then.components[one].value),
  };
}

type Basis = { readonly emit: Emit; readonly method: Method };

function scoreOn({ emit, method }: Basis, facts: readonly Fact[], asOf: Day): Score {
  const ids = new Set(facts.map((fact) => fact.id));
  if (ids.size !== facts.length) throw new RangeError("two facts have the same id");
  return score(
    facts.flatMap((fact) => emit(fact, asOf)),
    method,
    asOf,
  );
}

const without = (facts: readonly Fact[], id: string) => facts.filter((fact) => fact.id !== id);

/** What leaving out some records, one at a time, changes: exactly, by scoring without each (docs/method.md 7). */
function effectsOf(by: Basis, facts: readonly Fact[], ids: readonly string[], asOf: Day): RecordEffect[] {
  const now = scoreOn(by, facts, asOf);
  return ids.map((id) => ({ record: id, ...difference(now, scoreOn(by, without(facts, id), asOf)) }));
}

/** The change over 90 days, both days replayed from these facts (docs/method.md 7). */
function trendOf(by: Basis, facts: readonly Fact[], asOf: Day): Trend {
  const from = asOf - TREND_DAYS;
  const [now, then] = [scoreOn(by, facts, asOf), scoreOn(by, facts, from)];
  const change = difference(now, then);
  const told = now.status !== "not scored" && then.status !== "not scored";
  const word = change.overall > 0 ? "rising" : "falling";
  const touched = idsOf(facts.filter((fact) => changedBetween(fact, from, asOf)));
  return {
    from,
    change,
    word: told && Math.abs(change.overall) >= TREND_FROM_POINTS ? word : null,
    records: effectsOf(by, facts, touched, asOf),
  };
}

/** What a record not (yet) made would change, added or put in place of the one with its id (docs/method.md 10). */
function gainOf(by: Basis, facts: readonly Fact[], hypothetical: Fact, asOf: Day): Gain {
  const now = scoreOn(by, facts, asOf);
  return gainBetween(now, scoreOn(by, [...without(facts, hypothetical.id), hypothetical], asOf));
}

/** The same, from the figures without and with it. */
export function gainBetween(now: Figures, then: Figures): Gain {
  const effect = difference(then, now);
  const { status } = now;
  const of = (component: Component) =>
    status === "not scored" ? effect.components[component] : effect.overall;
  return { ...effect, of, status };
}

/** The score of the last day with bands, where they are withheld now; else null (docs/method.md 5, stale). */
function lastFreshOf(by: Basis, facts: readonly Fact[], asOf: Day): Score | null {
  const now = scoreOn(by, facts, asOf);
  if (!now.stale || now.daysSinceLastRecord === null) return null;
  return scoreOn(by, facts, asOf - now.daysSinceLastRecord + STALE_AFTER_DAYS);
}

/**
 * Everything scoring does with facts, for one way of emitting and one method (docs/method.md 4–7, 10): all pure, nothing
 * is kept. Facts have unique ids; a repeated one throws RangeError. `score` goes from scratch;
 * `effects` and `trend` score once a record: for a page about one relationship, not for a list of many.
 */
export function createScorer(emit: Emit, method: Method) {
  const by: Basis = { emit, method };
  return {
    emit,
    method,
    score: (facts: readonly Fact[], asOf: Day) => scoreOn(by, facts, asOf),
    effects: (facts: readonly Fact[], asOf: Day) => effectsOf(by, facts, idsOf(facts), asOf),
    trend: (facts: readonly Fact[], asOf: Day) => trendOf(by, facts, asOf),
    gain: (facts: readonly Fact[], hypothetical: Fact, asOf: Day) => gainOf(by, facts, hypothetical, asOf),
    lastFresh: (facts: readonly Fact[], asOf: Day) => lastFreshOf(by, facts, asOf),
  };
}

function idsOf(facts: readonly Fact[]): string[] {
  return facts.map((fact) => fact.id).sort((a, b) => (a < b ? -1 : 1));
}

// New or changed: something in it happened after `from`, by `to`.
function changedBetween(fact: Fact, from: Day, to: Day): boolean {
  const last = lastLivedDayIn(factOn(fact, to));
  return last !== null && last > from;
}
