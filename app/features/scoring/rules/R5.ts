import { dutyItem, type Rule } from "../rule.ts";

const TAU = 30;
/** Days of grace before it counts as late. */
const GRACE = 60;

/** Strengths and insights of the other side: due in 60 days; used 1, declined with reasons half (docs/method.md 3, R5). */
export const R5: Rule = {
  id: "R5",
  component: "recognition",
  anchor: false,
  split: "each side",
  halfLife: "slow",
  tau: TAU,
  scope: "record",
  name: "What the other brings is taken up",
  shows: "Whether strengths and local knowledge the other side offers are used.",
  actions: ["C1.2", "C4.2", "C4.3"],
  items: (signals) => signals.duties("offer taken up").flatMap((duty) => dutyItem(duty, TAU, GRACE)),
};
