import { on } from "../../scoring/facts.ts";
import { contacts, duty, emitter, type Said } from "../../scoring/signals.ts";

const WORTH = { dropped: 1, simplified: 1, "legal requirement": 1, policy: 0.5, habit: 0 } as const;

/** A procedure that stands in the way, for the side whose it is to drop or justify (docs/method.md 3: F5). */
export const procedureBarrierSignals = emitter("procedure-barrier", (fact) => {
  const [named, resolved] = [on(fact.on), on(fact.resolved)];
  const said: Said[] = contacts(resolved);
  if (named === null) return said;
  const worth = fact.outcome == null ? null : WORTH[fact.outcome];
  said.push(duty({ topic: "procedure looked at", side: fact.of, from: named, done: resolved, worth }));
  return said;
});
