import { on } from "../../scoring/facts.ts";
import { duty, emitter } from "../../scoring/signals.ts";

/** A decision the other side will like, told to it (docs/method.md 3: D5). Telling is not contact. */
export const goodNewsSharedSignals = emitter("good-news-shared", (fact) => {
  const from = on(fact.decided);
  if (from === null) return [];
  return [duty({ topic: "decision told", side: fact.by, from, done: on(fact.conveyed) })];
});
