import { on, otherSide } from "../../scoring/facts.ts";
import { contacts, duty, emitter, type Said } from "../../scoring/signals.ts";

const WORTH = { used: 1, "declined with reasons": 0.5 } as const;

/** A strength of one side, named: the other's to use (docs/method.md 3: R5; answering is contact). */
export const strengthNamedSignals = emitter("strength-named", (fact) => {
  const [named, answered] = [on(fact.on), on(fact.answered)];
  const said: Said[] = contacts(answered);
  if (named === null) return said;
  const worth = fact.outcome == null ? null : WORTH[fact.outcome];
  const side = otherSide(fact.of);
  said.push(duty({ topic: "offer taken up", side, from: named, done: answered, worth }));
  return said;
});
