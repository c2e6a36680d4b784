import { outcomeItem, type Rule } from "../rule.ts";

/** Held with both 1 each; stayed away or called off late 0, for the side at fault (docs/method.md 3, T2). */
export const T2: Rule = {
  id: "T2",
  component: "trust",
  anchor: false,
  split: "each side",
  halfLife: "mid",
  tau: null,
  scope: "record",
  name: "Meetings honoured",
  shows: "Whether a side comes to the meetings it agreed to, or calls off in good time.",
  actions: ["C3.1", "P2.4"],
  items: (signals) => signals.outcomes("meeting honoured").map(outcomeItem),
};
