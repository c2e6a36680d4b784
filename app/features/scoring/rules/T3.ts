import { dutyItem, type Rule } from "../rule.ts";

const TAU = 30;
/** Days after the change takes effect by which each step is due. */
const STEPS = [
  ["handover prepared", 0],
  ["handover accepted", 14],
  ["handover completed", 30],
] as const;

/** Three duties of each handover (docs/method.md 3, T3). */
export const T3: Rule = {
  id: "T3",
  component: "trust",
  anchor: false,
  split: "each side",
  halfLife: "slow",
  tau: TAU,
  scope: "record",
  name: "Handover done",
  shows: "Whether what a post knew and owed passes on when its holder leaves.",
  actions: ["C2.4"],
  items: (signals) =>
    STEPS.flatMap(([topic, grace]) => signals.duties(topic).flatMap((duty) => dutyItem(duty, TAU, grace))),
};
