import { addDays, type Day, daysBetween } from "~/platform/calendar/day";
import type { Side } from "../identity/actor";

/** Why somebody leaves a post. Ids are for ever. */
export const WHYS = [
  "new_job",
  "other_team",
  "reorganised",
  "term_over",
  "poll",
  "retired",
  "leave",
  "stepped_down",
  "other",
] as const;
export type Why = (typeof WHYS)[number];

export const WHY_WORDS: Record<Why, string> = {
  new_job: "A new job",
  other_team: "Another team of the same organisation",
  reorganised: "The organisation is put together anew",
  term_over: "Their term is over",
  poll: "An election",
  retired: "Retirement",
  leave: "A long time away",
  stepped_down: "They stepped down",
  other: "Another reason",
};

/** What a good handover has besides its note. Ids are for ever. */
export const CHECKS = [
  "brief_read",
  "timeline_shared",
  "commitments_moved",
  "introductions_made",
  "first_meeting",
] as const;
export type Check = (typeof CHECKS)[number];

export const CHECK_WORDS: Record<Check, string> = {
  brief_read: "The brief is read",
  timeline_shared: "The timeline is gone through together",
  commitments_moved: "Open promises and requests have moved",
  introductions_made: "Introductions are made",
  first_meeting: "The first meeting is held",
};

/** A post that changes hands, as its days tell it; nothing in it says its state. */
export type Handover = {
  /** The side whose post it is, and the one that recorded it. */
  ofSide: Side;
  recordedBySide: Side;
  why: Why;
  notifiedOn: Day;
  /** The first day without who leaves. */
  effectiveOn: Day;
  note: string | null;
  preparedOn: Day | null;
  /** Null: nobody follows yet. */
  incomingId: string | null;
  acceptedOn: Day | null;
  /** The day on which the other side had met who follows. */
  completedOn: Day | null;
  withdrawnOn: Day | null;
  checks: Record<Check, Day | null>;
};

/** The states, worked out from days. Ids are for ever. */
export const STATES = ["notified", "prepared", "accepted", "complete", "withdrawn"] as const;
export type State = (typeof STATES)[number];

/** The state of a handover. */
export function stateOf(
  handover: Pick<Handover, "preparedOn" | "acceptedOn" | "completedOn" | "withdrawnOn">,
): State {
  if (handover.withdrawnOn !== null) return "withdrawn";
  if (handover.completedOn !== null) return "complete";
  if (handover.acceptedOn !== null) return "accepted";
  return handover.preparedOn === null ? "notified" : "prepared";
}

export const STATE_WORDS: Record<State, string> = {
  notified: "Announced",
  prepared: "Prepared",
  accepted: "Accepted",
  complete: "Complete",
  withdrawn: "They stay",
};

/** Whether it is still on its way. */
export function isOpen(handover: Parameters<typeof stateOf>[0]): boolean {
  const state = stateOf(handover);
  return state !== "complete" && state !== "withdrawn";
}

/** Days of notice both sides count on (docs/method.md 3, D5). */
export const NOTICE_DAYS = 14;
/** Days after the change by which it is to be accepted, and complete (docs/method.md 3, T3). */
export const ACCEPTED_WITHIN = 14;
export const COMPLETE_WITHIN = 30;

/** Days between the word of it and the first day without who leaves; below zero: told after. */
export function noticeDays({
  notifiedOn,
  effectiveOn,
}: Pick<Handover, "notifiedOn" | "effectiveOn">): number {
  return daysBetween(notifiedOn, effectiveOn);
}

/** Whether the post is empty on that day, with nobody named to follow. */
export function isVacant(handover: Handover, today: Day): boolean {
  return isOpen(handover) && handover.incomingId === null && handover.effectiveOn <= today;
}

/** What comes next, and the day it is to be done by; null: nothing is open. */
export function nextStep(handover: Handover): { step: "prepare" | "accept" | "complete"; by: Day } | null {
  const { effectiveOn } = handover;
  switch (stateOf(handover)) {
    case "notified":
      return { step: "prepare", by: effectiveOn };
    case "prepared":
      return { step: "accept", by: addDays(effectiveOn, ACCEPTED_WITHIN) };
    case "accepted":
      return { step: "complete", by: addDays(effectiveOn, COMPLETE_WITHIN) };
    default:
      return null;
  }
}

const MOST_DAYS_BACK = 25 * 366;
const MOST_DAYS_AHEAD = 3 * 366;

/** Whether a day can be the day the other side was told, in words where not. */
export function checkNotifiedOn(on: Day, today: Day): true | string {
  if (on > today) return "The day you were told cannot be in the future";
  return daysBetween(on, today) <= MOST_DAYS_BACK || "Check the year";
}

/** Whether a day can be the last in a post, in words where not. */
export function checkLastDay(lastDay: Day, startsOn: Day | null, today: Day): true | string {
  if (startsOn !== null && lastDay < startsOn) return "The last day must not be before the first";
  if (daysBetween(lastDay, today) > MOST_DAYS_BACK) return "Check the year";
  return daysBetween(today, lastDay) <= MOST_DAYS_AHEAD || "Check the year: it is far ahead";
}

/** Whether a step of a handover can have been taken on a day, in words where not. */
export function checkStepOn(on: Day, handover: Pick<Handover, "notifiedOn">, today: Day): true | string {
  if (on > today) return "This day cannot be in the future";
  return on >= handover.notifiedOn || "This day cannot be before the day it was announced";
}
