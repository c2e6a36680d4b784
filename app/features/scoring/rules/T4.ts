import { earliest } from "../day.ts";
import type { Parameters } from "../parameters.ts";
import { type Item, obligation, type Rule } from "../rule.ts";
import type { Promised, Signal } from "../signals.ts";

const TAU = 14;

function surprise(promise: Signal<Promised>, parameters: Parameters): Item {
  const { record, side, due, kept, confirmed, told, givenUp } = promise;
  const ownWord = confirmed ? 1 : parameters.half_weight;
  if (kept !== null && kept <= due) {
    return obligation({ record, side, due, done: kept, givenUp: null, tau: TAU, size: ownWord });
  }
  const warned = earliest([told, ...promise.moves.map((move) => move.agreed)]);
  const done = earliest([warned, kept]);
  // A warning needs nobody's confirmation; only where the keeping itself came first is it the promiser's word.
  const size = done === null || done === warned ? 1 : ownWord;
  const item = obligation({ record, side, due, done, givenUp, tau: TAU, size });
  // Closed: what the day first promised turned out to be enters over the 14 days after it, not before.
  return item.fadesFrom === null ? item : { ...item, grows: { from: due, over: TAU } };
}

/**
 * No surprises (docs/method.md 3, T4; 3.3): kept by the day first promised, or the other side told, or a new day
 * agreed. What rests on a promise said to be kept weighs half until confirmed, late or not: else late on one's own
 * word would outdo in time on one's own word (docs/method.md 11, 8).
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
