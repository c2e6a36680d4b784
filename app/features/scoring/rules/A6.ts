import { dutyItem, outcomeItem, type Rule } from "../rule.ts";

const TAU = 30;
/** Days of grace before it counts as late. */
const GRACE = 30;

/** A lead named within 30 days; a lead moved without a recorded decision 0 (docs/method.md 3, A6). */
export const A6: Rule = {
  id: "A6",
  component: "ownership",
  anchor: false,
  split: "joint",
  halfLife: "slow",
  tau: TAU,
  scope: "record",
  name: "Projects led",
  shows: "Whether every joint project has a lead, and moving the lead is decided openly.",
  actions: ["C5.1", "C5.2", "P1.3"],
  items: (signals) => [
    ...signals.duties("project lead named").flatMap((duty) => dutyItem(duty, TAU, GRACE)),
    ...signals.outcomes("lead changed hands").map(outcomeItem),
  ],
};
