import { dutyItem, type Rule, STATE, stateItem } from "../rule.ts";

const TAU = 30;
/** Days of grace before it counts as late. */
const GRACE = 30;

/** The other side's own aims, due 30 days after they were recorded; a belief its owner answered (docs/method.md 3, R1). A state. */
export const R1: Rule = {
  id: "R1",
  component: "recognition",
  anchor: true,
  split: "each side",
  halfLife: "slow",
  tau: TAU,
  scope: "record",
  name: "Aims acknowledged",
  shows: "Whether each side has acknowledged what the other wants to achieve, and understood it.",
  actions: ["C1.1", "C4.3"],
  items: (signals) => [
    ...signals.duties("aim acknowledged").flatMap((duty) => dutyItem(duty, TAU, GRACE, STATE)),
    ...signals.states("aim understood").map(stateItem),
  ],
};
