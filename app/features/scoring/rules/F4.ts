import { earliest } from "../day.ts";
import { type Item, obligation, type Rule } from "../rule.ts";
import type { Promised, Signal } from "../signals.ts";

const TAU = 30;
/** Days after the day first promised in which to recover. */
const GRACE = 30;
/** Days over which a miss that was recovered from comes to count. */
const ENTERS_OVER = 14;

function recovery(promise: Signal<Promised>): Item[] {
  const { record, side, due, kept, givenUp } = promise;
  if (kept !== null && kept <= due) return [];
  const done = earliest([kept, ...promise.moves.map((move) => move.agreed)]);
  const by = due + GRACE;
  const item = obligation({ record, side, due: by, done, givenUp, tau: TAU });
  if (done !== null) return [{ ...item, grows: { from: due, over: ENTERS_OVER } }];
  if (givenUp === null) return [item];
  // Given up for good: the days to recover still run, and only then does it begin to count and to fade.
  return [{ ...item, grows: { from: by, over: TAU }, fadesFrom: Math.max(givenUp, by) }];
}

/** Recovery after a miss (docs/method.md 3, F4; 3.3): kept after all, or a new day agreed, within 30 days. */
export const F4: Rule = {
  id: "F4",
  component: "flexibility",
  anchor: true,
  split: "each side",
  halfLife: "slow",
  tau: TAU,
  scope: "record",
  name: "Recovery after a miss",
  shows: "Whether a promise that missed its day is put right, or given a new day both agree.",
  actions: ["C2.2", "C4.1", "P4.1"],
  items: (signals) => signals.promises.flatMap(recovery),
};
