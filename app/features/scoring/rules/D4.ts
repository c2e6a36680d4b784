import { outcomeItem, type Rule } from "../rule.ts";

/** Answers as judged by the asker: straight 1, partly half, not straight 0 (docs/method.md 3, D4). */
export const D4: Rule = {
  id: "D4",
  component: "dialogue",
  anchor: false,
  split: "each side",
  halfLife: "mid",
  tau: null,
  scope: "record",
  name: "Straight answers",
  shows: "Whether answers say yes, or no with a reason, as the asker judges.",
  actions: ["C3.3"],
  items: (signals) => signals.outcomes("straight answer").map(outcomeItem),
};
