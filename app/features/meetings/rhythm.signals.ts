import { on } from "../scoring/facts.ts";
import { emitter } from "../scoring/signals.ts";

/** The longest gap both sides agreed, in days (docs/method.md 3.1). Agreeing one is not contact. */
export const rhythmSignals = emitter("rhythm", (fact) => {
  const agreed = on(fact.agreed);
  if (agreed === null || fact.longest_gap == null) return [];
  return [{ kind: "rhythm", agreed, longestGap: fact.longest_gap }];
});
