import { dutyItem, type Rule } from "../rule.ts";

const TAU = 60;

/** An agreement at its review day (docs/method.md 3, F2). */
export const F2: Rule = {
  id: "F2",
  component: "flexibility",
  anchor: false,
  split: "joint",
  halfLife: "slow",
  tau: TAU,
  scope: "record",
  name: "Agreement reviewed",
  shows: "Whether the agreement is looked at again on the day it was to be.",
  actions: ["C2.5", "C4.4"],
  items: (signals) => signals.duties("agreement reviewed").flatMap((duty) => dutyItem(duty, TAU, 0)),
};
