import { dutyItem, type Rule } from "../rule.ts";

const TAU = 28;
/** Days of grace before it counts as late. */
const GRACE = 28;

/** A meeting one side cancelled or missed, to be re-booked in 28 days (docs/method.md 3, F3). */
export const F3: Rule = {
  id: "F3",
  component: "flexibility",
  anchor: false,
  split: "joint",
  halfLife: "mid",
  tau: TAU,
  scope: "record",
  name: "Moved meetings re-booked",
  shows: "Whether a meeting that fell through gets a new day.",
  actions: ["C3.1"],
  items: (signals) => signals.duties("meeting re-booked").flatMap((duty) => dutyItem(duty, TAU, GRACE)),
};
