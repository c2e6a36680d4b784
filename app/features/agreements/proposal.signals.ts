import { on } from "../scoring/facts.ts";
import { contacts, duty, emitter, type Said } from "../scoring/signals.ts";

/** A change put to a side (docs/method.md 3: F1; any reasoned answer counts, and is contact). */
export const proposalSignals = emitter("proposal", (fact) => {
  const [proposed, answered] = [on(fact.proposed), on(fact.answered)];
  const said: Said[] = contacts(answered);
  if (proposed !== null) {
    said.push(duty({ topic: "proposal answered", side: fact.to, from: proposed, done: answered }));
  }
  return said;
});
