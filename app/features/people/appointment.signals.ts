import { on } from "../scoring/facts.ts";
import { duty, emitter } from "../scoring/signals.ts";

/**
 * A post marked as the side's lead (docs/method.md 3: R3): in post since the last check; once vacant, a duty to
 * fill it takes the check's place. Other posts say nothing.
 */
export const appointmentSignals = emitter("appointment", (fact) => {
  if (fact.lead !== true) return [];
  const [checked, vacant] = [on(fact.checked), on(fact.vacant)];
  if (vacant !== null) {
    return [duty({ topic: "lead post filled", side: fact.side, from: vacant, done: on(fact.filled) })];
  }
  if (checked === null) return [];
  return [{ kind: "state", topic: "lead in post", side: fact.side, since: checked, worth: 1 }];
});
