import { on } from "../../scoring/facts.ts";
import { emitter } from "../../scoring/signals.ts";

/** A councillor leaves a key vote to residents (docs/method.md 3: A7). A vote is key unless said otherwise. */
export const councillorStepsBackSignals = emitter("councillor-steps-back", (fact) => {
  const voted = on(fact.on);
  if (voted === null || fact.key_decision === false) return [];
  return [{ kind: "outcome", topic: "residents decide", side: "council", on: voted, worth: 1 }];
});
