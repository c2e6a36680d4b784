import { dutyItem, type Rule } from "../rule.ts";

const TAU = 60;
/** Days of grace before it counts as late. */
const GRACE = 90;

/** Disagreements the other side opened, due in 90 days: settled or adapted 1, reasoned no half (docs/method.md 3, F6). */
export const F6: Rule = {
  id: "F6",
  component: "flexibility",
  anchor: false,
  split: "each side",
  halfLife: "slow",
  tau: TAU,
  scope: "record",
  name: "Disagreements worked through",
  shows: "Whether a side works through what the other disagrees with.",
  actions: ["C4.1", "P4.1"],
  items: (signals) =>
    signals.duties("disagreement worked through").flatMap((duty) => dutyItem(duty, TAU, GRACE)),
};
