import { dutyItem, type Rule } from "../rule.ts";

const TAU = 14;
/** Days of grace before it counts as late. */
const GRACE = 14;

/** Minutes of a meeting held in person or by video, due in 14 days (docs/method.md 3, D3). */
export const D3: Rule = {
  id: "D3",
  component: "dialogue",
  anchor: false,
  split: "joint",
  halfLife: "mid",
  tau: TAU,
  scope: "record",
  name: "Notes shared",
  shows: "Whether notes of a meeting reach both sides soon after it.",
  actions: ["C3.1"],
  items: (signals) => signals.duties("notes sent").flatMap((duty) => dutyItem(duty, TAU, GRACE)),
};
