import { on } from "../scoring/facts.ts";
import { contacts, duty, emitter, type Said } from "../scoring/signals.ts";

/** A post changing hands (docs/method.md 3: T3, D5; contact when complete). Nothing is owed until it takes effect. */
export const handoverSignals = emitter("handover", (fact) => {
  const from = on(fact.effective);
  const completed = on(fact.completed);
  const said: Said[] = contacts(completed);
  if (from === null) return said;
  const owed = { side: fact.side, from };
  said.push(
    duty({ ...owed, topic: "handover prepared", done: on(fact.prepared) }),
    duty({ ...owed, topic: "handover accepted", done: on(fact.accepted) }),
    duty({ ...owed, topic: "handover completed", done: completed }),
    duty({ ...owed, topic: "change of people told", done: on(fact.notified) }),
  );
  return said;
});
