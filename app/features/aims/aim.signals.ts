import { on, otherSide } from "../scoring/facts.ts";
import { contacts, duty, emitter } from "../scoring/signals.ts";

/**
 * A side's own aim is the other's to acknowledge; a belief about the other's aim says something only once its
 * owner confirms or corrects it, and then of the side that held it (docs/method.md 3: R1; either is contact).
 */
export const aimSignals = emitter("aim", (fact) => {
  if (fact.stated_by !== fact.owner) {
    const answered = on(fact.answered);
    if (answered === null) return [];
    const side = fact.stated_by;
    return [
      ...contacts(answered),
      { kind: "state", topic: "aim understood", side, since: answered, worth: 1 },
    ];
  }
  const [recorded, acknowledged] = [on(fact.recorded), on(fact.acknowledged)];
  const side = otherSide(fact.owner);
  const owed = { topic: "aim acknowledged" as const, side, done: acknowledged };
  return [...contacts(acknowledged), ...(recorded === null ? [] : [duty({ ...owed, from: recorded })])];
});
