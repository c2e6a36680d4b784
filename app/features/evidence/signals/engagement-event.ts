import { on, otherSide } from "../../scoring/facts.ts";
import { contacts, duty, emitter, type Said } from "../../scoring/signals.ts";

const FOLLOWED = { attended: 1, apologies: 0.5, absent: 0 } as const;

/**
 * An event for residents (docs/method.md 3: R2, A3, A4; contact when joint or attended). Told for information, or
 * not said: the other side was not invited, and nothing follows for it.
 */
export const engagementEventSignals = emitter("engagement-event", (fact) => {
  const date = on(fact.date);
  if (date === null) return [];
  const told = { topic: "residents told back" as const, from: date, done: on(fact.told_back) };
  if (fact.host === "joint") {
    return [
      ...contacts(date),
      { kind: "outcome", topic: "done together", side: "joint", on: date, worth: 1 },
      duty({ ...told, side: "council", share: 0.5 }),
      duty({ ...told, side: "community", share: 0.5 }),
    ];
  }
  const said: Said[] = [duty({ ...told, side: fact.host })];
  if (fact.other == null || fact.other === "for information") return said;
  const came = fact.other === "attended";
  const side = otherSide(fact.host);
  said.push(
    { kind: "outcome", topic: "invitation followed", side, on: date, worth: FOLLOWED[fact.other] },
    { kind: "outcome", topic: "done together", side: "joint", on: date, worth: came ? 1 : 0 },
    ...contacts(came ? date : null),
  );
  return said;
});
