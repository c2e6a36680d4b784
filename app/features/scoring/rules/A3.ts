import { outcomeItem, type Rule } from "../rule.ts";

/** Joint, or the other side took part, 1; invited and not there 0 (docs/method.md 3, A3). */
export const A3: Rule = {
  id: "A3",
  component: "ownership",
  anchor: false,
  split: "joint",
  halfLife: "slow",
  tau: null,
  scope: "record",
  name: "Done together",
  shows: "Whether events are held together, or the other side takes part.",
  actions: ["C5.1", "P5.1"],
  items: (signals) => signals.outcomes("done together").map(outcomeItem),
};
