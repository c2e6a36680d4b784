import { addDays, type Day } from "~/platform/calendar/day";
import { type CalendarEvent, readEvent } from "./calendar-event";
import { readText } from "./file-text";
import { grouped } from "./grouped";
import { howFrom, type MeetingEvent } from "./meeting-event";
import { type FileProblem, type Located, type Reading, refused, wholeFile } from "./problem";
import { daysOf, readRule } from "./recurrence";
import { type Block, blocksNamed, readBlocks } from "./text-blocks";
import { asLondon, type LondonTime, type ToLondon, type WrittenTime, zonesOf } from "./zones";

/** The most events read from one calendar, and the most days of one repeating event. */
const MOST_EVENTS = 2000;
const MOST_REPEATS = 200;
/** How far a repeating event is followed, back and forth, in days. */
const FOLLOWED_DAYS = 365;

type Found = { events: Located<MeetingEvent>[]; notices: FileProblem[] };

/**
 * The meetings of an iCalendar file, on London's days. Repeating ones are followed for a year back and a year on, 200
 * times at most. An event that cannot be read, or is marked private, is told of and left out.
 */
export function readCalendar(bytes: Uint8Array, today: Day): Reading<readonly Located<MeetingEvent>[]> {
  const text = readText(bytes);
  if (!text.ok) return text;
  const read = readBlocks(text.value);
  if (!read.ok) return read;
  const calendars = read.value.filter(({ name }) => name === "VCALENDAR");
  const blocks = blocksNamed(read.value, "VEVENT");
  if (calendars.length === 0 && blocks.length === 0)
    return refused([wholeFile("This is not a calendar file. Export your calendar as iCalendar (.ics).")]);
  if (blocks.length === 0) return refused([wholeFile("There is no event in this calendar.")]);
  if (blocks.length > MOST_EVENTS)
    return refused([wholeFile(`The calendar has ${blocks.length} events; ${MOST_EVENTS} is the most.`)]);
  const isOff = calendars.some(({ lines }) => lines.some(({ value }) => /^METHOD:CANCEL$/i.test(value)));
  const { events, notices } = meetingsOf(blocks, isOff, zonesOf(read.value), today);
  if (events.length === 0 && notices.length > 0) return refused(notices);
  return { ok: true, value: events, notices: [...text.notices, ...otherParts(read.value), ...notices] };
}

function otherParts(blocks: readonly Block[]): FileProblem[] {
  const count = ["VTODO", "VJOURNAL"].flatMap((name) => blocksNamed(blocks, name)).length;
  if (count === 0) return [];
  return [
    wholeFile(
      `${count === 1 ? "1 task or note is" : `${count} tasks and notes are`} not meetings, left out.`,
    ),
  ];
}

function meetingsOf(blocks: readonly Block[], isOff: boolean, toLondon: ToLondon, today: Day): Found {
  const found: Found = { events: [], notices: [] };
  const note = (line: number, message: string) => found.notices.push({ line, column: null, message });
  const read: CalendarEvent[] = [];
  for (const block of blocks) {
    const event = readEvent(block);
    if (typeof event === "string") note(block.line, `${event} Left out.`);
    else if (event.isPrivate) note(event.line, `“${event.title}” is marked private. Left out.`);
    else read.push(isOff ? { ...event, isCancelled: true } : event);
  }
  for (const events of grouped(read, ({ uid }) => uid).values()) {
    const told = (time: WrittenTime, event: CalendarEvent) => {
      const london = toLondon(time);
      if (!london) note(event.line, `The time zone “${time.zone}” is not known. Read as London’s time.`);
      return london ?? asLondon(time);
    };
    for (const [event, time, id] of instancesOf(events, told, today, note))
      found.events.push({ line: event.line, value: toMeeting(event, time, id) });
  }
  return { ...found, notices: onceEach(found.notices) };
}

function onceEach(notices: readonly FileProblem[]): FileProblem[] {
  return [...new Map(notices.map((notice) => [`${notice.line} ${notice.message}`, notice])).values()];
}

type Told = (time: WrittenTime, event: CalendarEvent) => LondonTime;
type Instance = readonly [event: CalendarEvent, time: LondonTime, externalId: string];

/** Each day of one calendar id: the event's own, or those of its repeats, with what was changed about one of them. */
function instancesOf(
  events: readonly CalendarEvent[],
  told: Told,
  today: Day,
  note: (line: number, message: string) => void,
): Instance[] {
  const latest = [...events].sort((a, b) => a.sequence - b.sequence);
  const instances = new Map<string, Instance>();
  const key = (time: LondonTime) => time.instant?.toISOString() ?? time.day;
  const master = latest.filter(({ instead }) => instead === null).at(-1);
  if (master) {
    const { times, isRepeating } = timesOf(master, told, today, note);
    for (const time of times)
      instances.set(key(time), [master, time, isRepeating ? `${master.uid} ${key(time)}` : master.uid]);
  }
  for (const event of latest) {
    if (event.instead === null) continue;
    const at = key(told(event.instead, event));
    instances.set(at, [event, told(event.start, event), `${event.uid} ${at}`]);
  }
  return [...instances.values()];
}

type Times = { times: LondonTime[]; isRepeating: boolean };

function timesOf(
  event: CalendarEvent,
  told: Told,
  today: Day,
  note: (line: number, message: string) => void,
): Times {
  const { start, rules, also, line, title } = event;
  const first = told(start, event);
  if (rules.length === 0 && also.length === 0) return { times: [first], isRepeating: false };
  const days = rules.map((text) => repeatedDays(text, start, today));
  if (days.includes(null)) {
    note(line, `“${title}” repeats in a way that is not followed here. Only its first day is taken.`);
    return { times: [first], isRepeating: true };
  }
  const repeats = days
    .flatMap((each) => each ?? [])
    .map(({ day, until }) => ({ ...told({ ...start, day }, event), until }));
  const inTime = repeats.filter(({ instant, until }) => !until || !instant || instant <= until);
  const except = new Set(event.except.map((time) => keyOf(told(time, event), time)));
  const all = [...(rules.length === 0 ? [first] : inTime), ...also.map((time) => told(time, event))];
  const kept = all.filter((time) => !except.has(keyOf(time, start)) && !except.has(time.day));
  return { times: withinBounds(kept, event, today, note), isRepeating: true };
}

/** The days of one rule that may be near enough; null for a rule that is not followed. */
function repeatedDays(
  text: string,
  start: WrittenTime,
  today: Day,
): { day: Day; until: Date | null }[] | null {
  const rule = readRule(text);
  const last = addDays(today, FOLLOWED_DAYS + 1);
  const days = rule && (last < start.day ? [start.day] : daysOf(rule, start.day, last));
  if (!rule || !days) return null;
  return days
    .filter((day) => day >= addDays(today, -FOLLOWED_DAYS - 1))
    .map((day) => ({ day, until: rule.untilAt }));
}

/** A whole day excepts whatever is on it. */
function keyOf(time: LondonTime, written: WrittenTime): string {
  return written.minutes === null ? time.day : (time.instant?.toISOString() ?? time.day);
}

function withinBounds(
  times: readonly LondonTime[],
  event: CalendarEvent,
  today: Day,
  note: (line: number, message: string) => void,
): LondonTime[] {
  const near = times
    .filter(({ day }) => day >= addDays(today, -FOLLOWED_DAYS) && day <= addDays(today, FOLLOWED_DAYS))
    .sort((a, b) => (`${a.day} ${a.at}` < `${b.day} ${b.at}` ? -1 : 1));
  // Those to come first; of those that were, the latest.
  const coming = near.filter(({ day }) => day >= today).slice(0, MOST_REPEATS);
  const past = near.filter(({ day }) => day < today);
  const kept = [...past.slice(past.length - Math.min(past.length, MOST_REPEATS - coming.length)), ...coming];
  if (kept.length === 0)
    note(event.line, `“${event.title}” repeats on no day within a year of today. Left out.`);
  if (kept.length < near.length)
    note(
      event.line,
      `“${event.title}” repeats ${near.length} times within a year. ${MOST_REPEATS} are taken.`,
    );
  return kept;
}

function toMeeting(event: CalendarEvent, { day, at }: LondonTime, externalId: string): MeetingEvent {
  const { title, durationMinutes, location, isCancelled, invited } = event;
  const place = location
    .replace(/https?:\S+/gi, " ")
    .replace(/\s+/g, " ")
    .trim();
  return {
    ...{ externalId, title, on: day, startsAt: at, durationMinutes, isCancelled, invited },
    place: place === "" ? null : place.slice(0, 200).toWellFormed(),
    how: howFrom(location),
  };
}
