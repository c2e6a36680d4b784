import type { HolidayCalendar } from "~/platform/calendar/bank-holidays";
import { addDays, type Day } from "~/platform/calendar/day";
import { addWorkingDays, preElectionStart } from "~/platform/calendar/working-days";

/** What is voted for. Ids are for ever. */
export const ELECTION_KINDS = {
  local: "Council election",
  by_election: "Council by-election",
  mayor: "Election of a mayor",
  london_authority: "Mayor of London and London Assembly",
  parliament: "General election",
} as const;
export type ElectionKind = keyof typeof ELECTION_KINDS;

/** Working days before the poll on which notice of it is given at the latest, for the whole of Greater London. */
const LONDON_WORKING_DAYS = 30;

/**
 * Days before a pre-election period from which a council's areas are told of it: ten weeks before a poll at the latest,
 * as its 25 working days are never fewer than 35 days.
 */
export const TOLD_BEFORE_DAYS = 42;

/** Days before the poll in which a period can have begun: none that was published has been longer. */
export const LONGEST_PERIOD_DAYS = 120;

/** What the period of an election is worked out from. */
export type Poll = { kind: ElectionKind; pollOn: Day; noticeOn: Day | null };

/** A pre-election period, both days included. */
export type PreElection = {
  from: Day;
  /** The day of the poll. */
  to: Day;
  /** Its first day was published, not worked out. */
  published: boolean;
};

/** The pre-election period: a published first day wins, else the latest day on which notice can be given. */
export function preElectionPeriod({ kind, pollOn, noticeOn }: Poll, holidays: HolidayCalendar): PreElection {
  if (noticeOn !== null) return { from: noticeOn, to: pollOn, published: true };
  const from =
    kind === "london_authority"
      ? addWorkingDays(pollOn, -LONDON_WORKING_DAYS, holidays)
      : preElectionStart(pollOn, holidays);
  return { from, to: pollOn, published: false };
}

/** Whether a day is in the period. */
export function isWithin({ from, to }: Pick<PreElection, "from" | "to">, day: Day): boolean {
  return from <= day && day <= to;
}

/** How near a period is: over, running, near enough to be told of, or further off. */
export type Nearness = "over" | "running" | "near" | "ahead";

/** Where a day stands to a period. */
export function nearnessOf({ from, to }: Pick<PreElection, "from" | "to">, today: Day): Nearness {
  if (to < today) return "over";
  if (from <= today) return "running";
  return from <= addDays(today, TOLD_BEFORE_DAYS) ? "near" : "ahead";
}
