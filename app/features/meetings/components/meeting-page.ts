import type { Day } from "~/platform/calendar/day";
import type { AgendaSection } from "../agenda";
import type { Decision } from "../decision";
import type { Attendance, MeetingHow, MeetingStatus, MeetingTone } from "../meeting";
import type { MeetingAction } from "../meeting.transitions";
import type { MinutesState, MinutesVersion } from "../minutes";
import type { PersonOption } from "../people-typed";

type Side = "council" | "community";

/** A meeting as its own page shows it. */
export type MeetingPage = {
  id: string;
  revision: number;
  title: string;
  on: Day;
  status: MeetingStatus;
  how: MeetingHow;
  startsAt: string | null;
  durationMinutes: number | null;
  place: string | null;
  purpose: string | null;
  formal: boolean;
  tone: MeetingTone | null;
  wentWell: string | null;
  wentBadly: string | null;
  cancelledBySide: Side | null;
  noticeDays: number | null;
  rebookedOn: Day | null;
  rebookedAsId: string | null;
  rebookedFromId: string | null;
  seriesId: string | null;
  missedBy: Side | null;
  attendees: {
    personId: string | null;
    name: string | null;
    side: Side;
    as: string;
    attendance: Attendance;
  }[];
  decisions: (Decision & { id: string; carried: boolean | null; votes: string })[];
  actions: {
    id: string;
    text: string;
    side: Side | null;
    person: string | null;
    dueOn: Day | null;
    commitmentId: string | null;
  }[];
  projects: { id: string; title: string; href: string }[];
  /** Whom a promise can be put down to, where promises can be added. */
  people: PersonOption[];
  minutes: (MinutesVersion & { state: MinutesState; waitingFor: Side[] })[];
  can: Record<MeetingAction, boolean>;
  agenda: AgendaSection[];
  /** The sides as they are named, and which is the reader's. */
  names: Record<Side, string>;
  side: Side;
};

/** Words at the beginning of a sentence. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
