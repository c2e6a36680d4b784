import { type Day, daysBetween } from "~/platform/calendar/day";
import type { Side } from "../identity/actor";

/** The states of a meeting. Ids are for ever. */
export const MEETING_STATUSES = ["planned", "held", "cancelled", "no_reply"] as const;
export type MeetingStatus = (typeof MEETING_STATUSES)[number];

/** Ways to meet. Ids are for ever. */
export const MEETING_HOWS = [
  "in_person",
  "video",
  "call",
  "e_mail_exchange",
  "visit",
  "social",
  "public_event",
] as const;
export type MeetingHow = (typeof MEETING_HOWS)[number];

/** How it felt. Ids are for ever. */
export const MEETING_TONES = ["warm", "businesslike", "tense"] as const;
export type MeetingTone = (typeof MEETING_TONES)[number];

export const ATTENDANCES = ["attended", "apologies", "absent"] as const;
export type Attendance = (typeof ATTENDANCES)[number];

export const STATUS_WORDS: Record<MeetingStatus, string> = {
  planned: "Planned",
  held: "Held",
  cancelled: "Called off",
  no_reply: "No reply",
};

export const HOW_WORDS: Record<MeetingHow, string> = {
  in_person: "In person",
  video: "Video",
  call: "Phone call",
  e_mail_exchange: "E-mails back and forth",
  visit: "A visit",
  social: "A social occasion",
  public_event: "A public event",
};

export const TONE_WORDS: Record<MeetingTone, string> = {
  warm: "Warm",
  businesslike: "Businesslike",
  tense: "Tense",
};

export const ATTENDANCE_WORDS: Record<Attendance, string> = {
  attended: "Came",
  apologies: "Sent apologies",
  absent: "Did not come",
};

/** One person at a meeting, and the capacity (a role id) they came in, which need not be the post they hold. */
export type Attendee = { personId: string; side: Side; capacity: string; attendance: Attendance };

type Came = Pick<Attendee, "side" | "attendance">;

/** The sides that came: somebody of theirs attended. In a fixed order. */
export function sidesThatCame(attendees: readonly Came[]): Side[] {
  return (["council", "community"] as const).filter((side) =>
    attendees.some((one) => one.side === side && one.attendance === "attended"),
  );
}

/** Whether it counts as contact: held, with somebody of both sides there. An attempt without reply never does. */
export function isContact(status: MeetingStatus, attendees: readonly Came[]): boolean {
  return status === "held" && sidesThatCame(attendees).length === 2;
}

/** The side that did not come to a meeting that the other came to; null where both did, or it was not held. */
export function sideThatMissed(status: MeetingStatus, attendees: readonly Came[]): Side | null {
  const [came, another] = status === "held" ? sidesThatCame(attendees) : [];
  if (came === undefined || another !== undefined) return null;
  return came === "council" ? "community" : "council";
}

/** Whole days between the day notice was given and the day of the meeting; 0 on the day or after it. */
export function noticeDays(noticeOn: Day, meetingOn: Day): number {
  return Math.max(0, daysBetween(noticeOn, meetingOn));
}

/** Whether a planned meeting's day has passed without a word of how it went. */
export function isWaitingForWords(status: MeetingStatus, on: Day, today: Day): boolean {
  return status === "planned" && on < today;
}

export type StateWords = { text: string; tone: "neutral" | "good" | "waiting" | "attention" | "quiet" };

/** The state of a meeting in a word or two, with the tone of its tag. */
export function stateWords(
  meeting: { status: MeetingStatus; on: Day; missedBy: Side | null },
  today: Day,
): StateWords {
  if (meeting.status === "planned") {
    return isWaitingForWords(meeting.status, meeting.on, today)
      ? { text: "How did it go?", tone: "attention" }
      : { text: STATUS_WORDS.planned, tone: "waiting" };
  }
  if (meeting.missedBy !== null) return { text: "One side came", tone: "attention" };
  return { text: STATUS_WORDS[meeting.status], tone: meeting.status === "held" ? "good" : "quiet" };
}
