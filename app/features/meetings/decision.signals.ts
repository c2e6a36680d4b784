import { on } from "../scoring/facts.ts";
import { emitter } from "../scoring/signals.ts";

/** A decision (docs/method.md 3: A7): only one on joint work carried by councillors against the residents' majority. */
export const decisionSignals = emitter("decision", (fact) => {
  const taken = on(fact.on);
  if (taken === null || fact.joint_work !== true || fact.against_residents !== true) return [];
  return [{ kind: "outcome", topic: "residents decide", side: "council", on: taken, worth: 0 }];
});
