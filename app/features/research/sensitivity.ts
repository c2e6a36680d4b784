import { dayOf } from "../scoring/day.ts";
import type { Fact } from "../scoring/facts.ts";
import type { Method } from "../scoring/method.ts";
import type { Parameters } from "../scoring/parameters.ts";
import { createScorer } from "../scoring/scorer.ts";
import type { Emit } from "../scoring/signals.ts";
import { type Sensitivity, TRIED_ON, type TriedOn } from "./tried-areas.ts";

// How far the overall figure moves when one of the judgements behind it is made otherwise. The printed table
// (sensitivity.json) is worked out by this; its test works it out again and fails where the two differ.

/** What is changed, by the words the table prints. */
function changesOf({ a, b, half_lives: { fast, mid, slow } }: Parameters): [string, Partial<Parameters>][] {
  const faded = (times: number) => ({
    half_lives: { fast: fast * times, mid: mid * times, slow: slow * times },
  });
  return [
    ["Neutral prior (a and b) half as heavy", { a: a / 2, b: b / 2 }],
    ["Neutral prior (a and b) twice as heavy", { a: a * 2, b: b * 2 }],
    ["Two fresh facts give a stream half its say (h = 2)", { h: 2 }],
    ["Five fresh facts give a stream half its say (h = 5)", { h: 5 }],
    ["Records 40%, check-in 60%", { beh: 0.4 }],
    ["Records 80%, check-in 20%", { beh: 0.8 }],
    ["Main indicator has 25% of the records’ part", { anchor: 0.25 }],
    ["Main indicator has 60% of the records’ part", { anchor: 0.6 }],
    ["Facts fade twice as fast", faded(0.5)],
    ["Facts fade half as fast", faded(2)],
    ["Imbalance costs half as much (alpha = 0.25)", { alpha: 0.25 }],
    ["Imbalance costs twice as much (alpha = 1)", { alpha: 1 }],
    ["Imbalance costs from 5 points on (beta = 5)", { beta: 5 }],
    ["Imbalance costs from 20 points on (beta = 20)", { beta: 20 }],
    ["Disputed and unconfirmed records do not count", { half_weight: 0 }],
    ["Disputed and unconfirmed records count in full", { half_weight: 1 }],
  ];
}

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
  const overall = (changed: Partial<Parameters>, of: TriedOn) =>
    createScorer(emit, { ...method, parameters: { ...method.parameters, ...changed } }).score(...areas[of])
      .overall;
  const each = (work: (of: TriedOn) => number) =>
    Object.fromEntries(TRIED.map((of) => [of, tenth(work(of))])) as Record<TriedOn, number>;
  return {
    now: each((of) => overall({}, of)),
    changes: changesOf(method.parameters).map(([what, changed]) => ({
      what,
      moves: each((of) => overall(changed, of) - overall({}, of)),
    })),
  };
}
