import { dayText } from "../scoring/day.ts";
import { COMPONENTS } from "../scoring/facts.ts";
import { type Method, streamsOf } from "../scoring/method.ts";
import { COMPONENT_WORDS } from "../scoring/words.ts";
import { HALF_LIFE_WORDS, PARAMETER_WORDS } from "./parameter-words.ts";

/** An indicator as the page lists it, from its rule file. */
export type IndicatorRow = {
  id: string;
  name: string;
  shows: string;
  component: string;
  isAnchor: boolean;
  /** Who has a stream: "each side", "both together" or "the council". */
  streams: string;
  halfLife: number;
  tau: number | null;
  /** Weight of one stream. */
  weight: number;
  actions: string;
};

/** A method as its page and its file show it. */
export type MethodView = {
  id: string;
  from: string;
  hash: string;
  indicators: IndicatorRow[];
  parameters: { key: string; value: number; means: string }[];
};

const SPLITS = { "each side": "each side", joint: "both together", council: "the council" } as const;

/** The indicators of a method, generated from its rules and numbers. */
export function indicatorsOf(method: Method): IndicatorRow[] {
  const places = streamsOf(method);
  return method.rules.map((rule) => ({
    id: rule.id,
    name: rule.name,
    shows: rule.shows,
    component: rule.component === "every" ? "Every component" : COMPONENT_WORDS[rule.component].name,
    isAnchor: rule.anchor,
    streams: SPLITS[rule.split],
    halfLife: method.parameters.half_lives[rule.halfLife],
    tau: rule.tau,
    weight: Number((places.find((place) => place.rule === rule)?.weight ?? 0).toFixed(6)),
    actions: rule.actions.join(" "),
  }));
}

/** Everything the page prints of a method. */
export function methodView(method: Method): MethodView {
  const { half_lives, ...numbers } = method.parameters;
  const plain = Object.entries(PARAMETER_WORDS).map(([key, means]) => ({
    key,
    value: numbers[key as keyof typeof numbers],
    means,
  }));
  const halves = Object.entries(HALF_LIFE_WORDS).map(([speed, means]) => ({
    key: `half-life, ${speed}`,
    value: half_lives[speed as keyof typeof half_lives],
    means,
  }));
  return {
    id: method.id,
    from: dayText(method.from),
    hash: method.parameterHash,
    indicators: indicatorsOf(method),
    parameters: [...plain, ...halves],
  };
}

/** A method as a file: what a second program needs to work the figures out again. */
export function methodFile(method: Method) {
  const weights = streamsOf(method).map(({ component, rule, side, weight }) => ({
    component,
    indicator: rule.id,
    side,
    W: Number(weight.toFixed(6)),
  }));
  return {
    method: method.id,
    from: dayText(method.from),
    parameter_hash: method.parameterHash,
    parameters: method.parameters,
    components: COMPONENTS,
    indicators: method.rules.map((rule) => ({
      id: rule.id,
      name: rule.name,
      shows: rule.shows,
      component: rule.component,
      anchor: rule.anchor,
      split: rule.split,
      half_life: rule.halfLife,
      tau: rule.tau,
      actions: rule.actions,
    })),
    weights,
  };
}
