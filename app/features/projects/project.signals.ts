import { on } from "../scoring/facts.ts";
import { duty, emitter, type Said } from "../scoring/signals.ts";

/** A joint project (docs/method.md 3: A6): naming its lead, and moving the lead without a recorded decision. */
export const projectSignals = emitter("project", (fact) => {
  const [started, moved] = [on(fact.started), on(fact.lead_moved)];
  const said: Said[] = [];
  if (started !== null) {
    said.push(duty({ topic: "project lead named", side: "joint", from: started, done: on(fact.lead_named) }));
  }
  if (moved !== null && fact.lead_decision !== true) {
    said.push({ kind: "outcome", topic: "lead changed hands", side: "joint", on: moved, worth: 0 });
  }
  return said;
});
