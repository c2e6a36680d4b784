import ICAL from "ical.js";
import type { Invited } from "./meeting-event";
import { type Block, blockText, oneLine } from "./text-blocks";
import { type WrittenTime, writtenTime } from "./zones";

/** One VEVENT as it is written: times in their own zones, nothing repeated yet. */
export interface CalendarEvent {
  readonly line: number;
  readonly uid: string;
  readonly sequence: number;
  readonly title: string;
  readonly start: WrittenTime;
  readonly durationMinutes: number | null;
  readonly location: string;
  readonly isCancelled: boolean;
  readonly isPrivate: boolean;
  /** Which of a repeating event's this one is about, by its first time; null for the event itself. */
  readonly instead: WrittenTime | null;
  /** Texts of its RRULEs. */
  readonly rules: readonly string[];
  readonly also: readonly WrittenTime[];
  readonly except: readonly WrittenTime[];
  readonly invited: readonly Invited[];
}

const LONGEST_MINUTES = 24 * 60;
const MOST_INVITED = 100;
const LONGEST_ID = 500;

/** Reads one VEVENT; in words why it cannot be read. */
export function readEvent(block: Block): CalendarEvent | string {
  const event = component(block);
  if (event === null) return "This event cannot be read.";
  const [start] = timesOf(event, "dtstart");
  if (!start) return "This event has no day that can be read.";
  const [instead = null] = timesOf(event, "recurrence-id");
  if (instead === null && event.hasProperty("recurrence-id"))
    return "This change of a repeating event does not say of which day.";
  const title = oneLine(textOf(event, "summary")) || "Meeting";
  const uid = oneLine(textOf(event, "uid"), LONGEST_ID);
  return {
    line: block.line,
    uid: uid || `none ${title} ${start.day} ${start.minutes ?? ""}`,
    sequence: Number(textOf(event, "sequence")) || 0,
    ...{ title, start, instead },
    durationMinutes: durationOf(event, start),
    location: oneLine(textOf(event, "location"), 1000),
    isCancelled: textOf(event, "status").toUpperCase() === "CANCELLED",
    isPrivate: /^(PRIVATE|CONFIDENTIAL)$/i.test(textOf(event, "class")),
    rules: block.lines.flatMap(({ value }) =>
      /^RRULE[;:]/i.test(value) ? [value.slice(value.indexOf(":") + 1)] : [],
    ),
    also: timesOf(event, "rdate"),
    except: timesOf(event, "exdate"),
    invited: invitedTo(event),
  };
}

/** The properties alone, as the calendar library reads them; those it cannot read are left out, one by one. */
function component(block: Block): ICAL.Component | null {
  const lines = block.lines
    .filter(({ value }) => !/^(RRULE|EXRULE|X-|DESCRIPTION|COMMENT)/i.test(value))
    // A day alone is one also where the line does not say so.
    .map(({ line, value }) => ({ line, value: value.replace(/^([A-Z-]+):(\d{8})$/i, "$1;VALUE=DATE:$2") }));
  const readable = () => lines.filter((line) => parsed({ ...block, lines: [line] }));
  return parsed({ ...block, lines }) ?? parsed({ ...block, lines: readable() });
}

function parsed(block: Block): ICAL.Component | null {
  try {
    return new ICAL.Component(ICAL.parse(blockText(block)));
  } catch {
    return null;
  }
}

function textOf(event: ICAL.Component, name: string): string {
  try {
    const value = event.getFirstPropertyValue(name);
    return value === null || value === undefined ? "" : String(value);
  } catch {
    return "";
  }
}

/** The real days and times of every property of that name. */
function timesOf(event: ICAL.Component, name: string): WrittenTime[] {
  return event.getAllProperties(name).flatMap((property) => {
    try {
      const zone = property.getFirstParameter("tzid") ?? null;
      return property.getValues().flatMap((value: unknown) => {
        const time = value instanceof ICAL.Period ? value.start : value;
        const written = time instanceof ICAL.Time ? writtenTime(time, zone) : null;
        return written ? [written] : [];
      });
    } catch {
      return [];
    }
  });
}

function durationOf(event: ICAL.Component, start: WrittenTime): number | null {
  const [end] = timesOf(event, "dtend");
  if (start.minutes === null) return null;
  if (end && end.minutes !== null && end.day === start.day) return positive(end.minutes - start.minutes);
  const written = /^P(?:T(?:(\d{1,2})H)?(?:(\d{1,3})M)?)$/.exec(textOf(event, "duration"));
  return written ? positive(Number(written[1] ?? 0) * 60 + Number(written[2] ?? 0)) : null;
}

function positive(minutes: number): number | null {
  return minutes > 0 && minutes <= LONGEST_MINUTES ? minutes : null;
}

const ANSWERS: Readonly<Record<string, Invited["answer"]>> = { ACCEPTED: "accepted", DECLINED: "declined" };

/** Who is invited, the organiser first; rooms and things are not. */
function invitedTo(event: ICAL.Component): Invited[] {
  const properties = [...event.getAllProperties("organizer"), ...event.getAllProperties("attendee")];
  const invited = new Map<string, Invited>();
  for (const property of properties.slice(0, MOST_INVITED)) {
    const parameter = (name: string) => oneLine(String(property.getFirstParameter(name) ?? ""));
    if (/^(ROOM|RESOURCE)$/i.test(parameter("cutype"))) continue;
    const address = oneLine(String(property.getFirstValue() ?? ""))
      .replace(/^mailto:/i, "")
      .toLowerCase();
    const email = /^[^\s@]+@[^\s@]+$/.test(address) ? address : null;
    const name = parameter("cn").replace(/^["']|["']$/g, "") || email || "";
    const isOrganiser = property.name === "organizer";
    const answer = isOrganiser ? "accepted" : (ANSWERS[parameter("partstat").toUpperCase()] ?? "unknown");
    const key = email ?? name;
    const known = invited.get(key);
    // An organiser who declined their own meeting is not coming.
    if (name !== "" && (!known || answer === "declined")) invited.set(key, { name, email, answer });
  }
  return [...invited.values()];
}
