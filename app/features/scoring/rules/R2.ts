import { outcomeItem, type Rule } from "../rule.ts";

/** Invitations followed: came 1, sent apologies half, stayed away 0 (docs/method.md 3, R2). */
export const R2: Rule = {
  id: "R2",
  component: "recognition",
  anchor: false,
  split: "each side",
  halfLife: "mid",
  tau: null,
  scope: "record",
  name: "Turns up",
  shows: "Whether a side takes part in what the other invites it to.",
  actions: ["C1.1", "P5.1"],
  items: (signals) => signals.outcomes("invitation followed").map(outcomeItem),
};
