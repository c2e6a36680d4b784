import { COMPONENTS, type Component, SIDES, type Side } from "../scoring/facts.ts";
import { type Method, weightInDirection } from "../scoring/method.ts";
import type { Parameters } from "../scoring/parameters.ts";
import type { ComponentScore, Score, Stream } from "../scoring/score.ts";
import { COMPONENT_WORDS, componentSays, overallSays } from "../scoring/words.ts";

/** Sums a mean is made from: the prior’s weight and value, Σ W Z and Σ W Z x. All 0..1. */
export type MeanWorked = {
  mass: number;
  prior: number;
  evidence: number;
  sum: number;
  value: number;
};

/** Values put together so that imbalance costs: mean, lowest, u = mean − lowest, what it costs. In points. */
export type MeanMinWorked = { mean: number; lowest: number; u: number; cost: number; value: number };

export type ComponentWorked = {
  component: Component;
  name: string;
  streams: (Stream & { name: string; WZ: number; WZx: number })[];
  pooled: MeanWorked;
  directions: Record<Side, MeanWorked>;
  together: MeanMinWorked;
  lo: number;
  hi: number;
  says: string;
};

/** Every number between records and the overall figure. */
export type Workings = {
  items: { record: string; indicator: string; component: string; side: string; s: number; w: number }[];
  components: ComponentWorked[];
  overall: MeanMinWorked & { parts: { name: string; value: number }[]; lo: number; hi: number; says: string };
};

function meanOf(
  streams: readonly { weight: number; Z: number; x: number }[],
  prior: { mass: number; value: number },
  value: number,
): MeanWorked {
  const evidence = streams.reduce((sum, { weight, Z }) => sum + weight * Z, 0);
  const sum = streams.reduce((total, { weight, Z, x }) => total + weight * Z * x, 0);
  return { mass: prior.mass, prior: prior.value, evidence, sum, value: value / 100 };
}

function meanMinOf(values: readonly number[], value: number, { alpha, beta }: Parameters): MeanMinWorked {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const lowest = Math.min(...values);
  const u = mean - lowest;
  return { mean, lowest, u, cost: alpha * (Math.sqrt(u ** 2 + beta ** 2) - beta), value };
}

function componentWorked(component: Component, found: ComponentScore, method: Method): ComponentWorked {
  const { parameters, rules } = method;
  const { a, b, m } = parameters;
  const nameOf = (id: string) => rules.find((rule) => rule.id === id)?.name ?? id;
  const towards = (side: Side) =>
    meanOf(
      found.streams.map((stream) => ({ ...stream, weight: weightInDirection(stream, side) })),
      { mass: b, value: found.pooled / 100 },
      found[side].value,
    );
  return {
    component,
    name: COMPONENT_WORDS[component].name,
    streams: found.streams.map((stream) => ({
      ...stream,
      name: nameOf(stream.indicator),
      WZ: stream.weight * stream.Z,
      WZx: stream.weight * stream.Z * stream.x,
    })),
    pooled: meanOf(found.streams, { mass: a, value: m }, found.pooled),
    directions: { council: towards("council"), community: towards("community") },
    together: meanMinOf(
      SIDES.map((side) => found[side].value),
      found.value,
      parameters,
    ),
    ...{ lo: found.lo, hi: found.hi },
    says: componentSays(found),
  };
}

/** The way from records to the overall figure, opened: nothing is worked out twice but the sums in between. */
export function workingsOf(score: Score, method: Method): Workings {
  const values = COMPONENTS.map((one) => score.components[one].value);
  return {
    items: score.items.map(({ record, indicator, component, side, s, w }) => ({
      ...{ record, indicator, side, s, w },
      component: COMPONENT_WORDS[component].name,
    })),
    components: COMPONENTS.filter((one) => score.components[one].streams.length > 0).map((one) =>
      componentWorked(one, score.components[one], method),
    ),
    overall: {
      ...meanMinOf(values, score.overall, method.parameters),
      parts: COMPONENTS.map((one) => ({
        name: COMPONENT_WORDS[one].name,
        value: score.components[one].value,
      })),
      ...{ lo: score.lo, hi: score.hi },
      says: overallSays(score),
    },
  };
}
