import { dutyItem, effectiveDue, type Rule } from "../rule.ts";

const TAU = 30;

/** Milestones at their effective due day; a joint one counts half in each stream (docs/method.md 3, A1). */
export const A1: Rule = {
  id: "A1",
  component: "ownership",
  anchor: true,
  split: "each side",
  halfLife: "slow",
  tau: TAU,
  scope: "record",
  name: "Milestones delivered",
  shows: "Whether each side reaches the milestones it took on.",
  actions: ["C2.3", "P2.1", "P2.2"],
  items: (signals, { parameters }) =>
    signals.duties("milestone delivered").flatMap((duty) => {
      const from = effectiveDue(duty.from, duty.moves, parameters.redatings);
      return dutyItem({ ...duty, from }, TAU, 0);
    }),
};
