import { on } from "../scoring/facts.ts";
import { contacts, duty, emitter, type Said } from "../scoring/signals.ts";

const STRAIGHTNESS = { straight: 1, partly: 0.5, "not straight": 0 } as const;

/**
 * A request to one side (docs/method.md 3: D2, D4; contact when answered). `target` is worked out before scoring,
 * in working days. Withdrawn by the asker: nothing is owed or judged. Not yet judged: no D4.
 */
export const requestSignals = emitter("request", (fact) => {
  const [target, answered] = [on(fact.target), on(fact.answered)];
  const said: Said[] = contacts(answered);
  if (on(fact.withdrawn) !== null) return said;
  if (target !== null) {
    const notice = on(fact.holding);
    said.push(duty({ topic: "request answered", side: fact.to, from: target, done: answered, notice }));
  }
  if (answered !== null && fact.judged != null) {
    const worth = STRAIGHTNESS[fact.judged];
    said.push({ kind: "outcome", topic: "straight answer", side: fact.to, on: answered, worth });
  }
  return said;
});
