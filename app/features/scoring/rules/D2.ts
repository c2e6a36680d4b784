import { dutyItem, type Rule } from "../rule.ts";

const TAU = 14;
/** Days a holding reply adds, sent on or before the target. */
const HOLDING = 14;

/** Requests at their target; one holding reply in time adds 14 days (docs/method.md 3, D2). */
export const D2: Rule = {
  id: "D2",
  component: "dialogue",
  anchor: true,
  split: "each side",
  halfLife: "mid",
  tau: TAU,
  scope: "record",
  name: "Requests answered",
  shows: "Whether a side answers what it is asked by the day an answer was wanted.",
  actions: ["C3.3", "P1.1"],
  items: (signals) =>
    signals.duties("request answered").flatMap((duty) => {
      const held = duty.notice !== null && duty.notice <= duty.from;
      return dutyItem(duty, TAU, held ? HOLDING : 0);
    }),
};
