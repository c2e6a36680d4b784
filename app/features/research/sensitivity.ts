import { methodUnder, VARIANTS } from "../releases/variants.ts";
import { dayOf } from "../scoring/day.ts";
import type { Fact } from "../scoring/facts.ts";
import type { Method } from "../scoring/method.ts";
import { createScorer } from "../scoring/scorer.ts";
import type { Emit } from "../scoring/signals.ts";
import { type Sensitivity, TRIED_ON, type TriedOn } from "./tried-areas.ts";

// How far the overall figure moves when one of the judgements behind it is made otherwise. The printed table
// (sensitivity.json) is worked out by this; its test works it out again and fails where the two differ.

const TRIED = Object.keys(TRIED_ON) as TriedOn[];

const YEAR_DAYS = 365;

// The council’s promises stay open past their day, and the residents’ answers about trust are the lowest.
function broken(fact: Fact): Fact {
  if (fact.type === "commitment" && fact.by === "council")
    return { ...fact, done: null, confirmed: null, told: null };
  if (fact.type === "check-in" && fact.side === "community")
    return { ...fact, items: { ...fact.items, trust: [1, 1, 1] } };
  return fact;
}

const tenth = (points: number) => Math.round(points * 10) / 10 || 0;

/** Works the table out, from the records of a steady area on a day. */
export function sensitivityOf(
  emit: Emit,
  method: Method,
  steady: readonly Fact[],
  asOf: string,
): Sensitivity {
  const day = dayOf(asOf);
  const areas: Record<TriedOn, [readonly Fact[], number]> = {
    steady: [steady, day],
    broken: [steady.map(broken), day],
    silent: [steady, day + YEAR_DAYS],
  };
  const overall = (by: Method, of: TriedOn) => createScorer(emit, by).score(...areas[of]).overall;
  const each = (work: (of: TriedOn) => number) =>
    Object.fromEntries(TRIED.map((of) => [of, tenth(work(of))])) as Record<TriedOn, number>;
  return {
    now: each((of) => overall(method, of)),
    changes: VARIANTS.map((variant) => ({
      what: variant.words,
      moves: each((of) => overall(methodUnder(method, variant), of) - overall(method, of)),
    })),
  };
}
