import { compareDays, type Day } from "~/platform/calendar/day";

/** What an officer's page lists, in the order it is offered. Ids are for ever. */
export const COUNCIL_KINDS = {
  milestones: "Milestones",
  promises: "Promises of the council",
  answers: "Answers owed",
  handovers: "Handovers",
} as const;
export type CouncilKind = keyof typeof COUNCIL_KINDS;

export const COUNCIL_WHENS = {
  all: "Any day",
  past: "Past their day",
  soon: "In the next 30 days",
} as const;
export type CouncilWhen = keyof typeof COUNCIL_WHENS;

/** Days ahead that count as soon, today included. */
export const SOON_DAYS = 30;

/** One thing that is the council's to do, in one of its areas. */
export type CouncilLine = {
  id: string;
  kind: CouncilKind;
  title: string;
  href: string;
  area: string;
  areaSlug: string;
  /** The day it is wanted by. */
  on: Day;
  /** Days since; 0 on the day and before it. */
  daysPast: number;
  /** What is wanted, in a few words. */
  wants: string;
  facts: string[];
  /** The one tap that is enough, if any, and what it says. */
  quick: { intent: "report-done" | "acknowledge"; of: "milestone" | "commitment" } | null;
};

/** What has passed its day first, the longest first; then by day. */
export function orderLines(lines: readonly CouncilLine[]): CouncilLine[] {
  return lines.toSorted((a, b) => compareDays(a.on, b.on) || (a.id < b.id ? -1 : 1));
}
