import { outcomeItem, type Rule } from "../rule.ts";

/** Publicity on joint work: credits both, or only the other, 1; its own side only 0 (docs/method.md 3, A5). */
export const A5: Rule = {
  id: "A5",
  component: "ownership",
  anchor: false,
  split: "each side",
  halfLife: "slow",
  tau: null,
  scope: "record",
  name: "Credit shared",
  shows: "Whether publicity on joint work credits the other side too.",
  actions: ["C5.3"],
  items: (signals) => signals.outcomes("credit shared").map(outcomeItem),
};
