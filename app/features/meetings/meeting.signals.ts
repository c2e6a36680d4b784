import { type FactOf, on, otherSide, type Side } from "../scoring/facts.ts";
import { contacts, duty, emitter, type Said } from "../scoring/signals.ts";

/** Calling off with less notice than this, in days, leaves the other side standing. */
const SHORT_NOTICE_DAYS = 2;

// A meeting one prepares and minutes, as against a call, a visit or a word in the street, which are contact.
function isFormal(fact: FactOf<"meeting">): boolean {
  return fact.how == null || fact.how === "in person" || fact.how === "video";
}

function heldWithBoth(fact: FactOf<"meeting">, date: number): Said[] {
  const said: Said[] = contacts(date);
  if (!isFormal(fact)) return said;
  for (const side of ["council", "community"] as const) {
    said.push({ kind: "outcome", topic: "meeting honoured", side, on: date, worth: 1 });
  }
  said.push(duty({ topic: "notes sent", side: "joint", from: date, done: on(fact.minutes_sent) }));
  if (fact.actions != null && fact.actions > 0 && fact.actions_owned != null) {
    const worth = fact.actions_owned / fact.actions;
    said.push({ kind: "outcome", topic: "actions owned", side: "joint", on: date, worth });
  }
  return said;
}

function failed(fact: FactOf<"meeting">, date: number, at: Side, blamed: boolean): Said[] {
  const rebooking = duty({
    topic: "meeting re-booked",
    side: "joint",
    from: date,
    done: on(fact.rebooked),
  });
  if (!blamed) return [rebooking];
  return [{ kind: "outcome", topic: "meeting honoured", side: at, on: date, worth: 0 }, rebooking];
}

/**
 * A meeting (docs/method.md 3: T2, D3, A2, F3; 3.1: contact when held with both, of any kind). Only the side at
 * fault loses. Nobody named as attending, or as calling off: nothing is known, nothing is said. A call,
 * an exchange of e-mails or a visit is contact and no more.
 */
export const meetingSignals = emitter("meeting", (fact) => {
  const date = on(fact.date);
  if (date === null) return [];
  const came = new Set(fact.attended ?? []);
  if (fact.status === "held" && came.size === 2) return heldWithBoth(fact, date);
  if (!isFormal(fact)) return [];
  if (fact.status === "held") {
    return [...came].flatMap((side) => failed(fact, date, otherSide(side), true));
  }
  if (fact.status === "cancelled" && fact.cancelled_by != null) {
    const short = fact.notice_days != null && fact.notice_days < SHORT_NOTICE_DAYS;
    return failed(fact, date, fact.cancelled_by, short);
  }
  return [];
});
