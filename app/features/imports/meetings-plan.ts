import type { Day } from "~/platform/calendar/day";
import { plainName } from "./councillor";
import { grouped } from "./grouped";
import type { Invited, MeetingEvent } from "./meeting-event";
import type { FileProblem, Located } from "./problem";

type Side = "council" | "community";

/** A meeting of the area that came from a file before, as the actor sees it. */
export interface KnownMeeting {
  readonly id: string;
  readonly externalId: string;
  readonly status: "planned" | "held" | "cancelled" | "no_reply";
  readonly title: string;
  readonly on: Day;
  readonly startsAt: string | null;
  readonly place: string | null;
  readonly revision: number;
  /** The actor's own side recorded it: only that side changes it. */
  readonly isOwn: boolean;
}

/** Somebody of the area who may have been invited. */
export interface KnownInvitee {
  readonly personId: string;
  readonly name: string;
  readonly email: string | null;
  readonly side: Side;
  /** A role id of their post. */
  readonly role: string;
}

/** Somebody of the area who was there, or is thought to have been. */
export interface Present {
  readonly personId: string;
  readonly name: string;
  readonly side: Side;
  readonly role: string;
}

type OnLine = { readonly line: number; readonly name: string; readonly event: MeetingEvent };

/** One step of a meetings import. */
export type MeetingStep =
  | (OnLine & { readonly kind: "plan-meeting"; readonly invited: readonly string[] })
  | (OnLine & { readonly kind: "record-cancelled" })
  /** It was: what became of it is asked. `present` are people of the area the file has there; `isTold`: it says they came. */
  | (OnLine & {
      readonly kind: "ask-past";
      readonly present: readonly Present[];
      readonly isTold: boolean;
      /** Names that are nobody's here. */
      readonly others: readonly string[];
    })
  | (OnLine & {
      readonly kind: "move-meeting";
      readonly id: string;
      readonly revision: number;
      readonly before: string;
    })
  | (OnLine & { readonly kind: "call-off-meeting"; readonly id: string });

export interface MeetingsPlan {
  readonly steps: readonly MeetingStep[];
  readonly unchanged: number;
  readonly notices: readonly FileProblem[];
}

/** The most meetings one import makes or changes, and the most past ones it asks about. */
export const MOST_MEETINGS = 200;
export const MOST_ASKED = 50;

/** What a calendar would do to an area's meetings. What was held stays as it was written up. */
export function planMeetings(
  rows: readonly Located<MeetingEvent>[],
  known: readonly KnownMeeting[],
  people: readonly KnownInvitee[],
  today: Day,
): MeetingsPlan {
  const steps: MeetingStep[] = [];
  const notices: FileProblem[] = [];
  const ids = new Map(known.map((meeting) => [meeting.externalId, meeting]));
  const whoIs = finder(people);
  let unchanged = 0;
  const inOrder = [...new Map(rows.map((row) => [row.value.externalId, row])).values()].sort((a, b) =>
    order(a.value, today) < order(b.value, today) ? -1 : 1,
  );
  for (const { line, value: event } of inOrder) {
    const leaveOut = (message: string) => notices.push({ line, column: null, message });
    const meeting = ids.get(event.externalId);
    const step = meeting ? change(meeting, event, line, today, leaveOut) : first(event, line, today, whoIs);
    if (step === null) unchanged += 1;
    else if (steps.length >= MOST_MEETINGS)
      leaveOut(
        `“${event.title}” on ${event.on}: ${MOST_MEETINGS} is the most at once. Import the file again for it.`,
      );
    else if (step.kind === "ask-past" && steps.filter(({ kind }) => kind === "ask-past").length >= MOST_ASKED)
      leaveOut(
        `“${event.title}” on ${event.on}: no more than ${MOST_ASKED} past ones are asked about. Left out.`,
      );
    else steps.push(step);
  }
  return { steps, unchanged, notices };
}

/** Those to come by day, then those that were, the latest first. */
function order({ on, startsAt }: MeetingEvent, today: Day): string {
  if (on >= today) return `0 ${on} ${startsAt ?? ""}`;
  return `1 ${String(99_999_999 - Number(on.replaceAll("-", ""))).padStart(8, "0")}`;
}

function first(event: MeetingEvent, line: number, today: Day, whoIs: WhoIs): MeetingStep {
  const base = { line, name: event.title, event };
  if (event.isCancelled) return { kind: "record-cancelled", ...base };
  if (event.on >= today)
    return { kind: "plan-meeting", ...base, invited: event.invited.map(({ name }) => name) };
  const there = event.invited.filter(({ answer }) => answer !== "declined");
  const told = there.filter(({ answer }) => answer === "came");
  const counted = told.length > 0 ? told : there;
  const present = new Map(counted.flatMap((one) => whoIs(one) ?? []).map((one) => [one.personId, one]));
  const others = there.filter((one) => whoIs(one) === null || !counted.includes(one)).map(({ name }) => name);
  return { kind: "ask-past", ...base, present: [...present.values()], isTold: told.length > 0, others };
}

type WhoIs = (invited: Invited) => Present | null;

/** By e-mail address; by name alone where the file says that they came and only one has that name. */
function finder(people: readonly KnownInvitee[]): WhoIs {
  const byEmail = new Map(people.flatMap((one) => (one.email ? [[one.email.toLowerCase(), one]] : [])));
  const byName = grouped(people, ({ name }) => plainName(name));
  return ({ name, email, answer }) => {
    const [named, ...more] = answer === "came" && email === null ? (byName.get(plainName(name)) ?? []) : [];
    const found = (email ? byEmail.get(email) : undefined) ?? (more.length === 0 ? named : undefined);
    return found ? { personId: found.personId, name: found.name, side: found.side, role: found.role } : null;
  };
}

function change(
  meeting: KnownMeeting,
  event: MeetingEvent,
  line: number,
  today: Day,
  note: (message: string) => void,
): MeetingStep | null {
  const { id, revision, status, isOwn } = meeting;
  const base = { line, name: event.title, event, id };
  const changes = differences(meeting, event);
  if (status !== "planned" || (changes.length === 0 && !event.isCancelled)) return null;
  if (event.isCancelled) return { kind: "call-off-meeting", ...base };
  if (!isOwn) {
    note(
      `“${meeting.title}” is another in the file, and was recorded by the other side: only they change it.`,
    );
    return null;
  }
  if (event.on < today && event.on !== meeting.on) {
    note(`“${meeting.title}” was moved to ${event.on}, which has passed. Write it up by hand.`);
    return null;
  }
  return { kind: "move-meeting", ...base, revision, before: changes.join(", ") };
}

function differences(meeting: KnownMeeting, event: MeetingEvent): string[] {
  return [
    ...(meeting.title === event.title ? [] : [`was “${meeting.title}”`]),
    ...(meeting.on === event.on ? [] : [`was on ${meeting.on}`]),
    ...(meeting.startsAt === event.startsAt ? [] : [`was at ${meeting.startsAt ?? "no time"}`]),
    ...(meeting.place === event.place ? [] : [`was in ${meeting.place ?? "no place"}`]),
  ];
}
