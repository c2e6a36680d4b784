import { earliest } from "../day.ts";
import type { Parameters } from "../parameters.ts";
import { type Item, obligation, type Rule } from "../rule.ts";
import type { Promised, Signal } from "../signals.ts";

const TAU = 14;

function surprise(promise: Signal<Promised>, parameters: Parameters): Item {
  const { record, side, due, kept, confirmed, told, givenUp } = promise;
  if (kept !== null && kept <= due) {
    const size = confirmed ? 1 : parameters.half_weight;
    return obligation({ record, side, due, done: kept, givenUp: null, tau: TAU, size });
  }
  const done = earliest([told, kept, ...promise.moves.map((move) => move.agreed)]);
  const item = obligation({ record, side, due, done, givenUp, tau: TAU });
  // Closed: what the day first promised turned out to be enters over the 14 days after it, not before.
  return item.fadesFrom === null ? item : { ...item, grows: { from: due, over: TAU } };
}

/**
 * No surprises (scoring.md 3, T4; 3.3): kept by the day first promised, or the other side told, or a new day
 * agreed. Own word halves only what is said to be kept by that day.
 */
export const T4: Rule = {
  id: "T4",
  component: "trust",
  anchor: false,
  split: "each side",
  halfLife: "slow",
  tau: TAU,
  scope: "record",
  name: "No surprises",
  shows: "Whether the other side hears it when a promise will not be kept by its day.",
  actions: ["C2.2", "C3.3"],
  items: (signals, { parameters }) => signals.promises.map((promise) => surprise(promise, parameters)),
};
