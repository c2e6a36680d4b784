import { type Day, dayText } from "../scoring/day.ts";
import { COMPONENTS, type Component, type Fact, otherSide, SIDES, type Side } from "../scoring/facts.ts";
import { type Method, streamsOf } from "../scoring/method.ts";
import { type Filled, perceptionGap } from "../scoring/pool.ts";
import { personScore } from "../scoring/rules/P.ts";
import { type ComponentScore, score } from "../scoring/score.ts";
import { joinEmitters } from "../scoring/signals.ts";
import { checkInSignals } from "./check-in.signals.ts";
import type { CheckInSeen } from "./check-in.ts";

/** One person's answers to a component's three questions; null for "don't know" and for none. */
type Three = [number | null, number | null, number | null];

/** One person's answers about the other side, without a name: what a release gives out for working these out. */
export type Voice = { readonly side: Side; readonly answers: Readonly<Record<Component, Three>> };

/** How far apart the people of one side are from one another. */
export type Spread = "close" | "mixed" | "apart";

/** What one side says of the other: 0–100, of how many people, and how far these are apart. */
export type Level = { readonly value: number; readonly people: number; readonly spread: Spread };

/** How far apart two sides' views are (docs/method.md 6): community's less council's, in points, with its 90% range. */
export type Gap = {
  readonly points: number;
  readonly lo: number;
  readonly hi: number;
  readonly flagged: boolean;
};

/**
 * How the sides see each other in a component, each level by the side whose view it is. A level is null where
 * fewer than three answered; a gap is never there without both.
 */
export type Views = {
  readonly component: Component;
  readonly by: Readonly<Record<Side, Level | null>>;
  readonly gap: Gap | null;
};

const emit = joinEmitters([checkInSignals]);

// A standard deviation, in points, under which people are close together, and from which they are far apart: half a
// step and a step of the five answers.
const CLOSE_UNDER = 12.5;
const APART_FROM = 25;

function spreadOf(voices: readonly Voice[], component: Component): Spread {
  const points = voices.flatMap(({ answers }) => {
    const own = personScore(answers[component]);
    return own === null ? [] : [100 * own];
  });
  const mean = points.reduce((sum, one) => sum + one, 0) / points.length;
  const variance = points.reduce((sum, one) => sum + (one - mean) ** 2, 0) / points.length;
  const spread = Math.sqrt(variance);
  if (spread < CLOSE_UNDER) return "close";
  return spread < APART_FROM ? "mixed" : "apart";
}

const factOf = (voice: Voice, index: number, day: string): Fact => {
  const id = String(index);
  return { type: "check-in", id, who: id, side: voice.side, date: day, items: voice.answers };
};

/** The gap a component's figures hold, with its likely range; null where a side has no level (docs/method.md 6). */
export function gapIn(
  { gap: points, gapSe, gapFlag: flagged }: Pick<ComponentScore, "gap" | "gapSe" | "gapFlag">,
  z: number,
): Gap | null {
  if (points === null || gapSe === null) return null;
  return { points, lo: points - z * gapSe, hi: points + z * gapSe, flagged };
}

/** The level of one side's view of the other that a component's figures hold, 0–100; null without one. */
export function levelIn(component: Pick<ComponentScore, "streams">, by: Side): number | null {
  // Filed under the other side, whose conduct it shows.
  const stream = component.streams.find(({ indicator, side }) => indicator === "P" && side === otherSide(by));
  return stream ? 100 * stream.x : null;
}

/** How far apart two levels of one round are: the score's own formula, of answers that are all as fresh (docs/method.md 6). */
function gapBetween(levels: Readonly<Record<Side, Level>>, component: Component, method: Method): Gap | null {
  const { parameters } = method;
  const filled = streamsOf(method).flatMap((place): Filled[] => {
    if (place.rule.component !== "every" || place.component !== component || place.side === "joint")
      return [];
    const { value, people } = levels[otherSide(place.side)];
    const x = value / 100;
    const sums = { items: people, n: people, S: people * x };
    return [{ place, weight: place.weight, sums, x, Z: people / (people + parameters.h) }];
  });
  return gapIn(perceptionGap(filled, parameters), parameters.z);
}

/** What a released round says, component by component, with the gap wherever both sides have a level. */
export function viewsOf({ components }: Pick<CheckInSeen, "components">, method: Method): Views[] {
  return COMPONENTS.map((component) => {
    const by = { council: components.council[component], community: components.community[component] };
    const { council, community } = by;
    const gap = council && community ? gapBetween({ council, community }, component, method) : null;
    return { component, by, gap };
  });
}

/**
 * What a round says, from every answer of it and no other: the score's own formulas on the day it was released
 * (docs/method.md 3.2, 6), so that the two can never differ. Order does not matter.
 */
export function resultsOf(voices: readonly Voice[], on: Day, method: Method): Views[] {
  const signals = voices.flatMap((voice, index) => emit(factOf(voice, index, dayText(on)), on));
  const { components } = score(signals, method, on);
  return COMPONENTS.map((component) => {
    const found = components[component];
    const levelBy = (side: Side): Level | null => {
      const value = levelIn(found, side);
      const own = voices.filter((one) => one.side === side);
      const people = own.filter(({ answers }) => personScore(answers[component]) !== null).length;
      return value === null ? null : { value, people, spread: spreadOf(own, component) };
    };
    const by = { council: levelBy("council"), community: levelBy("community") };
    return { component, by, gap: gapIn(found, method.parameters.z) };
  });
}

/** Whether each side has as many people who answered as its answers need to be shown at all. */
export function hasEnough(voices: readonly Voice[], { parameters }: Method): boolean {
  return SIDES.every((side) => voices.filter((one) => one.side === side).length >= parameters.min_resp);
}
