import { effectiveDue, obligation, type Rule } from "../rule.ts";

const TAU = 30;

/** Promises at their effective due day; said kept and not confirmed, half weight (docs/method.md 3, T1; 2, own word). */
export const T1: Rule = {
  id: "T1",
  component: "trust",
  anchor: true,
  split: "each side",
  halfLife: "slow",
  tau: TAU,
  scope: "record",
  name: "Promises kept",
  shows: "Whether each side does what it said it would, by the day agreed.",
  actions: ["C2.2"],
  items: (signals, { parameters }) =>
    signals.promises.map(({ record, side, due, moves, kept, confirmed, givenUp }) =>
      obligation({
        record,
        side,
        due: effectiveDue(due, moves, parameters.redatings),
        done: kept,
        givenUp,
        tau: TAU,
        size: kept === null || confirmed ? 1 : parameters.half_weight,
      }),
    ),
};
