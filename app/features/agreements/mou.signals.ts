import { later } from "../scoring/day.ts";
import { on } from "../scoring/facts.ts";
import { contacts, duty, emitter, type Said } from "../scoring/signals.ts";

/**
 * An agreement between council and partnership (docs/method.md 3: T5, F2; contact when signed or reviewed). Ended,
 * it is no longer in force and keeps only a review that was done.
 */
export const mouSignals = emitter("mou", (fact) => {
  const signatures = [on(fact.signed?.council), on(fact.signed?.community)];
  const [due, reviewed] = [on(fact.review_due), on(fact.reviewed)];
  const signed = later(signatures[0] ?? null, signatures[1] ?? null);
  const ended = on(fact.ended) !== null;
  const said: Said[] = contacts(...signatures, reviewed);
  if (signed !== null && !ended) {
    const both = signatures.every((day) => day !== null);
    const since = later(signed, reviewed) ?? signed;
    said.push({ kind: "agreement", signatures: both ? 2 : 1, signed, since });
  }
  if (due !== null && (reviewed !== null || !ended)) {
    said.push(duty({ topic: "agreement reviewed", side: "joint", from: due, done: reviewed }));
  }
  return said;
});
