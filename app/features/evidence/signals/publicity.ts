import { on } from "../../scoring/facts.ts";
import { emitter } from "../../scoring/signals.ts";

/** Publicity on joint work (docs/method.md 3: A5): whom it credits, filed under its publisher. */
export const publicitySignals = emitter("publicity", (fact) => {
  const published = on(fact.on);
  if (published === null || fact.credits == null) return [];
  const worth = fact.credits === "own" ? 0 : 1;
  return [{ kind: "outcome", topic: "credit shared", side: fact.by, on: published, worth }];
});
