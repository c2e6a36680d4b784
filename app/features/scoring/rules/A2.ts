import { outcomeItem, type Rule } from "../rule.ts";

/** Share of a formal meeting's actions with owner and date (docs/method.md 3, A2). */
export const A2: Rule = {
  id: "A2",
  component: "ownership",
  anchor: false,
  split: "joint",
  halfLife: "mid",
  tau: null,
  scope: "record",
  name: "Meeting actions owned",
  shows: "Whether what a meeting decides has a name and a day.",
  actions: ["C1.3"],
  items: (signals) => signals.outcomes("actions owned").map(outcomeItem),
};
