import { dutyItem, type Rule } from "../rule.ts";

const TAU = 30;
/** Days of grace before it counts as late. */
const GRACE = 60;

/** Barriers of that side, due in 60 days: dropped, simplified or law 1, policy with reasons half, habit 0 (docs/method.md 3, F5). */
export const F5: Rule = {
  id: "F5",
  component: "flexibility",
  anchor: false,
  split: "each side",
  halfLife: "slow",
  tau: TAU,
  scope: "record",
  name: "Procedures justified or dropped",
  shows: "Whether a procedure that stands in the way is dropped, simplified or explained.",
  actions: ["C4.5"],
  items: (signals) => signals.duties("procedure looked at").flatMap((duty) => dutyItem(duty, TAU, GRACE)),
};
