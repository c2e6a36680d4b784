import { dutyItem, type Rule, STATE, stateItem } from "../rule.ts";

const TAU = 30;
/** Days of grace before it counts as late. */
const GRACE = 30;

/** A lead last known in post, or a vacancy to fill within 30 days (docs/method.md 3, R3). A state. */
export const R3: Rule = {
  id: "R3",
  component: "recognition",
  anchor: false,
  split: "each side",
  halfLife: "slow",
  tau: TAU,
  scope: "record",
  name: "Named lead in post",
  shows: "Whether each side has somebody who answers for the relationship, and a gap is filled.",
  actions: ["C1.4", "P1.2", "C2.4"],
  items: (signals) => [
    ...signals.duties("lead post filled").flatMap((duty) => dutyItem(duty, TAU, GRACE, STATE)),
    ...signals.states("lead in post").map(stateItem),
  ],
};
