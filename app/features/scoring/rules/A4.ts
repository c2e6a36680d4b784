import { dutyItem, type Rule } from "../rule.ts";

const TAU = 30;
/** Days of grace before it counts as late. */
const GRACE = 60;

/** Telling residents back within 60 days of an event, by its host; a joint one half each (docs/method.md 3, A4). */
export const A4: Rule = {
  id: "A4",
  component: "ownership",
  anchor: false,
  split: "each side",
  halfLife: "slow",
  tau: TAU,
  scope: "record",
  name: "Told residents what changed",
  shows: "Whether residents hear what came of what they said.",
  actions: ["P5.1"],
  items: (signals) => signals.duties("residents told back").flatMap((duty) => dutyItem(duty, TAU, GRACE)),
};
