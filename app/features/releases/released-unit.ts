import { type Day, dayText } from "../scoring/day.ts";
import { COMPONENTS, type Fact, SIDES } from "../scoring/facts.ts";
import { type Method, streamKey } from "../scoring/method.ts";
import type { Figures, Score } from "../scoring/score.ts";
import { type Unfair, unfair } from "./fairness.ts";
import { COUNTED, measuredIn } from "./measures.ts";
import { strataOf } from "./strata.ts";
import { LEAST_ANSWERS } from "./study-lines.ts";
import type { Counts, Unit } from "./unit.ts";
import { VARIED_MEASURES } from "./variant-lines.ts";

/** A relationship that both sides let into a release: its keys and what it is told apart by, no name. */
export type Consenting = {
  readonly relationshipId: string;
  readonly areaId: string;
  readonly councilId: string;
  readonly ruralUrban: string | null;
  readonly tier: string | null;
  readonly region: string | null;
  readonly quintile: number | null;
  /** Whole months from its first shared record to the release's day. */
  readonly months: number;
  readonly closing: boolean;
  readonly closed: boolean;
  /** Let into studies too. */
  readonly wide: boolean;
};

/** The indicator that people answer for. */
const CHECK_IN = "P";
/** A side is surveyed where somebody of it has answered in the year before. */
const SURVEYED_DAYS = 365;

/** What a relationship brings to a release, or why it is not set beside others. */
export type Weighed = { readonly unit: Unit; readonly reason: Unfair | null };

/**
 * A relationship as a release counts it, on its day: exact figures under the method, its classes, how many people answered
 * and how much was counted. What fewer than five people of a side said is left out.
 */
export function weighUnit(
  one: Consenting,
  facts: readonly Fact[],
  score: Score,
  method: Method,
  asOf: Day,
): Weighed {
  const people = peopleIn(score);
  const figures = measuredIn(score, method);
  for (const [measure, count] of people) if (count < LEAST_ANSWERS) figures.delete(measure);
  const unit: Unit = {
    id: one.relationshipId,
    area: one.areaId,
    council: one.councilId,
    strata: strataOf({ ...one, lifecycle: one.closing ? "closing" : "active" }),
    figures,
    people,
    counts: countsIn(score),
  };
  return { unit, reason: reasonAgainst(one, facts, score, asOf) };
}

/**
 * The same unit with the figures it has under a variant of the method: those alone that are told of it. There are sixteen of
 * each unit in memory until a release is made.
 */
export function unitUnder(unit: Unit, figures: Figures, method: Method): Unit {
  const all = measuredIn(figures, method);
  return { ...unit, figures: new Map([...all].filter(([id]) => VARIED.has(id))) };
}

const VARIED: ReadonlySet<string> = new Set(VARIED_MEASURES);

function reasonAgainst(one: Consenting, facts: readonly Fact[], figures: Figures, asOf: Day): Unfair | null {
  return unfair({
    consented: true,
    open: !one.closed,
    stale: figures.stale,
    componentsMissing: figures.missing.length,
    leastEvidence: Math.min(...COMPONENTS.map((component) => figures.components[component].evidence)),
    sidesSurveyed: SIDES.filter((side) => wasSurveyed(facts, side, asOf)).length,
  });
}

function wasSurveyed(facts: readonly Fact[], side: string, asOf: Day): boolean {
  const from = dayText(asOf - SURVEYED_DAYS);
  const until = dayText(asOf);
  return facts.some(
    (fact) =>
      fact.type === "check-in" &&
      fact.side === side &&
      typeof fact.date === "string" &&
      fact.date > from &&
      fact.date <= until,
  );
}

/** How many people each figure of the check-in is made of. */
function peopleIn(score: Figures): Map<string, number> {
  const streams = COMPONENTS.flatMap((component) => score.components[component].streams);
  return new Map(
    streams
      .filter(({ indicator }) => indicator === CHECK_IN)
      .map(({ component, indicator, side, items }) => [streamKey(component, indicator, side), items]),
  );
}

/** Promises kept by their day and requests answered by theirs, of how many. */
function countsIn({ items }: Score): Map<string, Counts> {
  const found = new Map<string, { of: number; met: number }>();
  for (const { indicator, component, side, s } of items) {
    if (!COUNTED.includes(indicator)) continue;
    const key = streamKey(component, indicator, side);
    const { of, met } = found.get(key) ?? { of: 0, met: 0 };
    found.set(key, { of: of + 1, met: met + (s === 1 ? 1 : 0) });
  }
  return new Map([...found].map(([key, { of, met }]) => [key, { of, share: (100 * met) / of }]));
}
