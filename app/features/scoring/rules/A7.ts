import { outcomeItem, type Rule } from "../rule.ts";

/** Residents agreed to lead, a councillor stepping back 1; residents outvoted on joint work 0 (docs/method.md 3, A7). */
export const A7: Rule = {
  id: "A7",
  component: "ownership",
  anchor: false,
  split: "council",
  halfLife: "slow",
  tau: null,
  scope: "record",
  name: "Residents decide",
  shows:
    "Whether the council leaves decisions on joint work to residents. The council's alone: the power to step back is.",
  actions: ["C5.4", "C5.1"],
  items: (signals) => signals.outcomes("residents decide").map(outcomeItem),
};
