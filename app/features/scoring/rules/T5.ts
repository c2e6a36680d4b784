import { type Rule, STATE } from "../rule.ts";

/**
 * The latest agreement not ended (docs/method.md 3, T5), latest by its last signature, then by id: signed by both
 * 1, by one half; ages from signing or review. A state.
 */
export const T5: Rule = {
  id: "T5",
  component: "trust",
  anchor: false,
  split: "joint",
  halfLife: "slow",
  tau: null,
  scope: "area",
  name: "Agreement in force",
  shows: "Whether what the two sides owe each other is written down, signed and current.",
  actions: ["C2.5"],
  items: (signals) => {
    const [first, ...others] = signals.agreements;
    if (!first) return [];
    const latest = others.reduce((best, one) => (one.signed >= best.signed ? one : best), first);
    const s = latest.signatures === 2 ? 1 : 0.5;
    return [{ record: latest.record, side: "joint", s, size: STATE, grows: null, fadesFrom: latest.since }];
  },
};
