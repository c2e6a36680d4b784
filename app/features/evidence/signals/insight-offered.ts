import { on, otherSide } from "../../scoring/facts.ts";
import { contacts, duty, emitter, type Said } from "../../scoring/signals.ts";

const WORTH = { used: 1, "declined with reasons": 0.5 } as const;

/**
 * Local knowledge one side offers (docs/method.md 3): the other's to take up, worth what it did with it (R5), and to
 * answer at all (F1). Answering is contact.
 */
export const insightOfferedSignals = emitter("insight-offered", (fact) => {
  const [offered, done] = [on(fact.on), on(fact.answered)];
  const said: Said[] = contacts(done);
  if (offered === null) return said;
  const worth = fact.outcome == null ? null : WORTH[fact.outcome];
  const owed = { side: otherSide(fact.of), from: offered, done };
  said.push(duty({ ...owed, topic: "offer taken up", worth }), duty({ ...owed, topic: "insight answered" }));
  return said;
});
