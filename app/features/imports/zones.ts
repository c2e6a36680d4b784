import { TZDate } from "@date-fns/tz";
import ICAL from "ical.js";
import { type Day, dayOf, isDay } from "~/platform/calendar/day";
import { type Block, blocksNamed } from "./text-blocks";

/** A day, and a time of day where there is one, as a calendar writes them: in a zone of their own. */
export interface WrittenTime {
  readonly day: Day;
  /** Minutes since midnight; null for a whole day. */
  readonly minutes: number | null;
  /** "UTC", a zone's name, or null: wherever the reader is, so London. */
  readonly zone: string | null;
}

/** A day and time in London. */
export interface LondonTime {
  readonly day: Day;
  /** As 19:30; null for a whole day. */
  readonly at: string | null;
  readonly instant: Date | null;
}

// Names Outlook writes; those of the file's own definition come before.
const WINDOWS: Readonly<Record<string, string>> = {
  "GMT Standard Time": "Europe/London",
  "Greenwich Standard Time": "Atlantic/Reykjavik",
  "W. Europe Standard Time": "Europe/Berlin",
  "Romance Standard Time": "Europe/Paris",
  "Central Europe Standard Time": "Europe/Budapest",
  "Eastern Standard Time": "America/New_York",
  "Central Standard Time": "America/Chicago",
  "Pacific Standard Time": "America/Los_Angeles",
};

/** Tells when a written time is in London; null where its zone is not known, and the time is read as London's. */
export type ToLondon = (written: WrittenTime) => LondonTime | null;

/** The zones of a calendar file, its own definitions included where they are as plain as real ones are. */
export function zonesOf(blocks: readonly Block[]): ToLondon {
  const own = new Map(
    blocksNamed(blocks, "VTIMEZONE").flatMap((block): [string, Block][] => {
      const id = block.lines.find(({ value }) => /^TZID[;:]/i.test(value))?.value;
      return id === undefined ? [] : [[id.slice(id.indexOf(":") + 1), block]];
    }),
  );
  const made = new Map<string, ICAL.Timezone | null>();
  const zoneNamed = (name: string) => {
    const block = own.get(name);
    if (!made.has(name)) made.set(name, block && isPlain(block) ? timezone(block) : null);
    return made.get(name) ?? null;
  };
  return (written) => {
    const { day, minutes, zone } = written;
    if (minutes === null) return { day, at: null, instant: null };
    const known = zone === null ? "Europe/London" : intlZone(zone);
    if (known) return london(inZone(day, minutes, known));
    const defined = zone === null ? null : zoneNamed(zone);
    return defined && london(inDefined(day, minutes, defined));
  };
}

const UNTOLD = "Europe/London";

/** The same clock time, read as London's. */
export function asLondon({ day, minutes }: WrittenTime): LondonTime {
  return minutes === null ? { day, at: null, instant: null } : london(inZone(day, minutes, UNTOLD));
}

function london(instant: Date): LondonTime {
  const local = new TZDate(instant, "Europe/London");
  const two = (number: number) => String(number).padStart(2, "0");
  return {
    day: dayOf(instant),
    at: `${two(local.getHours())}:${two(local.getMinutes())}`,
    instant: new Date(instant.getTime()),
  };
}

function inZone(day: Day, minutes: number, zone: string): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new TZDate(year, month - 1, date, Math.floor(minutes / 60), minutes % 60, zone);
}

function inDefined(day: Day, minutes: number, zone: ICAL.Timezone): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const time = new ICAL.Time(
    {
      year,
      month,
      day: date,
      hour: Math.floor(minutes / 60),
      minute: minutes % 60,
      second: 0,
      isDate: false,
    },
    zone,
  );
  return new Date(time.toUnixTime() * 1000);
}

/** The zone of that name in the world's register, also behind a calendar's own prefix. */
function intlZone(name: string): string | null {
  const plain = WINDOWS[name] ?? name.replace(/^"|"$/g, "");
  const parts = plain.split("/");
  const ends = plain.startsWith("/") ? [parts.slice(1), parts.slice(-3), parts.slice(-2)] : [parts];
  return ends.map((end) => end.join("/")).find(isIntlZone) ?? null;
}

const zonesKnown = new Map<string, boolean>();
const MOST_ZONES = 1000;

function isIntlZone(name: string): boolean {
  const known = zonesKnown.get(name);
  if (known !== undefined) return known;
  let isKnown = true;
  try {
    new Intl.DateTimeFormat("en-GB", { timeZone: name });
  } catch {
    isKnown = false;
  }
  if (zonesKnown.size < MOST_ZONES) zonesKnown.set(name, isKnown);
  return isKnown;
}

const PLAIN_RULE =
  /^RRULE:(?:(?:FREQ=YEARLY|INTERVAL=1|BYMONTH=\d{1,2}|BYDAY=[+-]?[1-5](?:SU|MO|TU|WE|TH|FR|SA)|UNTIL=\d{8}(?:T\d{6}Z?)?|WKST=[A-Z]{2})(?:;|$))+$/i;
const MOST_TURNS = 200;

/** Whether a zone turns its clocks as real ones do: any other rule could keep the calendar library busy for ever. */
function isPlain({ blocks }: Block): boolean {
  const lines = blocks.flatMap((block) => block.lines.map(({ value }) => value));
  const rules = lines.filter((value) => /^RRULE/i.test(value));
  const starts = lines.filter((value) => /^DTSTART/i.test(value));
  return (
    lines.length <= MOST_TURNS &&
    rules.every((rule) => PLAIN_RULE.test(rule) && /FREQ=YEARLY/i.test(rule)) &&
    starts.every((start) => /^DTSTART(;[^:]*)?:(1[6-9]|20)\d{6}T\d{6}$/i.test(start))
  );
}

function timezone(block: Block): ICAL.Timezone | null {
  const text = (one: Block): string =>
    [
      `BEGIN:${one.name}`,
      ...one.lines.map(({ value }) => value),
      ...one.blocks.map(text),
      `END:${one.name}`,
    ].join("\r\n");
  try {
    return new ICAL.Timezone(new ICAL.Component(ICAL.parse(text(block))));
  } catch {
    return null;
  }
}

/** A time as the calendar library read it; null where it is no real day. */
export function writtenTime(time: ICAL.Time, zone: string | null): WrittenTime | null {
  const two = (number: number) => String(number).padStart(2, "0");
  const day = `${String(time.year).padStart(4, "0")}-${two(time.month)}-${two(time.day)}`;
  if (!isDay(day)) return null;
  if (time.isDate) return { day, minutes: null, zone: null };
  if (!(time.hour >= 0 && time.hour < 24 && time.minute >= 0 && time.minute < 60)) return null;
  const isUtc = time.zone === ICAL.Timezone.utcTimezone;
  return { day, minutes: time.hour * 60 + time.minute, zone: isUtc ? "UTC" : zone };
}
