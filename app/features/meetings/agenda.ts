import { compareDays, type Day } from "~/platform/calendar/day";
import type { Side } from "../identity/actor";

/** What a meeting's agenda is made of: something open, and the side that owes it. */
export type OpenThing = {
  id: string;
  title: string;
  dueOn: Day;
  side: Side | "joint";
  href?: string | undefined;
};

export type OpenThings = {
  commitments: readonly OpenThing[];
  requests: readonly OpenThing[];
  milestones: readonly OpenThing[];
};

export type AgendaItem = OpenThing & { what: "promise" | "request" | "milestone"; past: boolean };
export type AgendaSection = { title: string; items: AgendaItem[] };

/** How long before its day a milestone comes on the agenda, in days after the meeting: see `upTo`. */
export const MILESTONE_AHEAD_DAYS = 42;

/**
 * The agenda of the next meeting: every open promise; requests whose answer will be overdue by the meeting's day; and
 * milestones due up to `milestonesUpTo`. Oldest first, ties by id, so that it is the same for whoever makes it.
 * "Past" is as of the day of the meeting. Empty sections are left out.
 */
export function agendaOf(open: OpenThings, meetingOn: Day, milestonesUpTo: Day): AgendaSection[] {
  const items = (things: readonly OpenThing[], what: AgendaItem["what"]): AgendaItem[] =>
    things
      .map((thing) => ({ ...thing, what, past: thing.dueOn < meetingOn }))
      .sort((a, b) => compareDays(a.dueOn, b.dueOn) || (a.id < b.id ? -1 : 1));
  const requests = open.requests.filter(({ dueOn }) => dueOn < meetingOn);
  const milestones = open.milestones.filter(({ dueOn }) => dueOn <= milestonesUpTo);
  return [
    { title: "Promises to go through", items: items(open.commitments, "promise") },
    { title: "Answers still waited for", items: items(requests, "request") },
    { title: "Milestones coming up", items: items(milestones, "milestone") },
  ].filter((section) => section.items.length > 0);
}
