import type { Day } from "~/platform/calendar/day";

/** Somebody a calendar invites. `came`: the file says so itself; a calendar only knows what they answered. */
export interface Invited {
  readonly name: string;
  /** In small letters. */
  readonly email: string | null;
  readonly answer: "came" | "accepted" | "declined" | "unknown";
}

/** One meeting of a file, on one day: a repeating event is several of them. */
export interface MeetingEvent {
  /** For ever the same for the same meeting: the calendar's own id, and which of a repeating event's it is. */
  readonly externalId: string;
  readonly title: string;
  readonly on: Day;
  /** London, as 19:30; null where it is not told. */
  readonly startsAt: string | null;
  readonly durationMinutes: number | null;
  readonly place: string | null;
  /** Null: the file does not say how. */
  readonly how: "in_person" | "video" | "call" | null;
  readonly isCancelled: boolean;
  readonly invited: readonly Invited[];
}

/** How a meeting is held, from where: a link is video, a telephone number a call. */
export function howFrom(place: string): MeetingEvent["how"] {
  if (/\b(teams|zoom|google meet|webex|skype|online|video)\b|https?:/i.test(place)) return "video";
  if (/\b(tele)?phone\b|\bcall\b|^\+?[\d\s()-]{8,}$/i.test(place)) return "call";
  return place === "" ? null : "in_person";
}
