import { COMPONENTS, type Component } from "../scoring/facts.ts";
import { type Method, streamKey, streamsOf } from "../scoring/method.ts";
import { streamVariance } from "../scoring/pool.ts";
import type { Figures } from "../scoring/score.ts";
import type { Stands } from "../scoring/signals.ts";
import type { Measured } from "./unit.ts";

/** One thing a release says of areas: the overall figure, a component, a direction of it, or one indicator's stream. */
export type Measure = {
  readonly id: string;
  /** Null: the overall figure. */
  readonly component: Component | null;
  /** How this side does as a partner to the other; both: the two together. */
  readonly direction: Stands | "both";
  /** The rule's id; null: not of one indicator. */
  readonly indicator: string | null;
};

/** The indicators that are shares of a count, of promises and of requests: their funnels are of counts (docs/method.md 13). */
export const COUNTED: readonly string[] = ["T1", "D2"];

export const OVERALL: Measure = { id: "overall", component: null, direction: "both", indicator: null };

/** Every measure of a method: the overall figure, each component both ways and either way, each stream. */
export function measuresOf(method: Method): Measure[] {
  const components = COMPONENTS.flatMap((component) =>
    (["both", "council", "community"] as const).map((direction) => componentMeasure(component, direction)),
  );
  const streams = streamsOf(method).map(({ key, component, side, rule }) => ({
    id: key,
    component,
    direction: side,
    indicator: rule.id,
  }));
  return [OVERALL, ...components, ...streams];
}

function componentMeasure(component: Component, direction: "both" | "council" | "community"): Measure {
  return {
    id: direction === "both" ? component : `${component}/${direction}`,
    component,
    direction,
    indicator: null,
  };
}

/**
 * What the figures of one relationship say, by measure: points of 100 with standard errors. A stream's is the one that its
 * component is worked out with (docs/method.md 5); a stream with nothing in it is absent.
 */
export function measuredIn(figures: Figures, method: Method): Map<string, Measured> {
  const found = new Map<string, Measured>([[OVERALL.id, { value: figures.overall, se: figures.se }]]);
  for (const component of COMPONENTS) {
    const score = figures.components[component];
    found.set(component, { value: score.value, se: score.se });
    for (const side of ["council", "community"] as const) {
      found.set(`${component}/${side}`, { value: score[side].value, se: score[side].se });
    }
    for (const stream of score.streams) {
      const se = 100 * Math.sqrt(streamVariance(stream, method.parameters.h));
      found.set(streamKey(component, stream.indicator, stream.side), { value: 100 * stream.x, se });
    }
  }
  return found;
}
