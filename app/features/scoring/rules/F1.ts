import { dutyItem, type Rule } from "../rule.ts";

const TAU = 14;
/** Days of grace for a proposal; grace and tau for an insight. */
const GRACE = 14;
const INSIGHT_GRACE = 60;
const INSIGHT_TAU = 30;

/** Proposals due in 14 days, insights in 60 and with a longer tau; any reasoned answer counts (docs/method.md 3, F1). */
export const F1: Rule = {
  id: "F1",
  component: "flexibility",
  anchor: false,
  split: "each side",
  halfLife: "slow",
  tau: TAU,
  scope: "record",
  name: "Proposals for change answered",
  shows: "Whether a side answers when the other proposes to do things differently.",
  actions: ["C4.2", "C4.3", "C4.4"],
  items: (signals) => [
    ...signals.duties("proposal answered").flatMap((duty) => dutyItem(duty, TAU, GRACE)),
    ...signals.duties("insight answered").flatMap((duty) => dutyItem(duty, INSIGHT_TAU, INSIGHT_GRACE)),
  ],
};
