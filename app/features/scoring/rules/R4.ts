import { dutyItem, type Rule } from "../rule.ts";

const TAU = 30;
/** Days of grace before it counts as late. */
const GRACE = 30;

/** The other side's own milestones, due 30 days after they were reached (docs/method.md 3, R4). */
export const R4: Rule = {
  id: "R4",
  component: "recognition",
  anchor: false,
  split: "each side",
  halfLife: "slow",
  tau: TAU,
  scope: "record",
  name: "Milestones acknowledged",
  shows: "Whether a side notices what the other has achieved.",
  actions: ["C1.1", "P4.2"],
  items: (signals) => signals.duties("milestone acknowledged").flatMap((duty) => dutyItem(duty, TAU, GRACE)),
};
