import { on } from "../../scoring/facts.ts";
import { duty, emitter } from "../../scoring/signals.ts";

/** A change of people told to the other side (docs/method.md 3: D5). Nothing is owed until it takes effect. */
export const staffChangeSignals = emitter("staff-change-notified", (fact) => {
  const from = on(fact.effective);
  if (from === null) return [];
  return [duty({ topic: "change of people told", side: fact.by, from, done: on(fact.notified) })];
});
