import { dutyItem, type Rule } from "../rule.ts";

const TAU = 14;
/** Days before a change takes effect, and after a decision, by which it is to be told. */
const AHEAD = 14;
const AFTER = 14;

/** Changes of people 14 days ahead, decisions within 14 days (docs/method.md 3, D5). */
export const D5: Rule = {
  id: "D5",
  component: "dialogue",
  anchor: false,
  split: "each side",
  halfLife: "mid",
  tau: TAU,
  scope: "record",
  name: "News told in time",
  shows: "Whether a side tells the other of changes of people beforehand and of decisions soon after.",
  actions: ["C3.2", "C3.3"],
  items: (signals) => [
    ...signals.duties("change of people told").flatMap((duty) => dutyItem(duty, TAU, -AHEAD)),
    ...signals.duties("decision told").flatMap((duty) => dutyItem(duty, TAU, AFTER)),
  ],
};
