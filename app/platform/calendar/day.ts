import { TZDate } from "@date-fns/tz";
import { addDays as addCalendarDays, differenceInMilliseconds, isWeekend } from "date-fns";
import { millisecondsInDay } from "date-fns/constants";
import { calendarDate } from "./calendar-date.ts";

/**
 * A calendar day in Europe/London, written YYYY-MM-DD, without a time: real days of the years 0001 to 9999.
 * Days sort as their text does, so `a < b` is "a is before b".
 */
export type Day = string & { readonly [dayBrand]: true };
declare const dayBrand: unique symbol;

const LONDON = "Europe/London";
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const FIRST = "0001-01-01";

/** Whether the text is a real calendar day, YYYY-MM-DD and nothing else (no time, no spaces, no 30 February). */
export function isDay(text: string): text is Day {
  if (!SHAPE.test(text) || text < FIRST) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The text as a day; throws RangeError where it is not one. For text from people use `daySchema`. */
export function toDay(text: string): Day {
  if (!isDay(text)) throw new RangeError(`Not a calendar day (YYYY-MM-DD): ${JSON.stringify(text)}`);
  return text;
}

/** The day `count` days later (earlier where negative); throws RangeError beyond 0001–9999 or for a part of a day. */
export function addDays(day: Day, count: number): Day {
  if (!Number.isInteger(count)) throw new RangeError(`Not a whole number of days: ${count}`);
  return dateToDay(addCalendarDays(calendarDate(day), count));
}

/** Days from `from` to `to`: 1 from one day to the next, 0 for the same, negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  // Both are midnight UTC, so this is exact, and ten times as fast as differenceInCalendarDays.
  return differenceInMilliseconds(dayToDate(to), dayToDate(from)) / millisecondsInDay;
}

/** Whether a day is Monday to Friday, bank holiday or not. */
export function isWeekday(day: Day): boolean {
  return !isWeekend(calendarDate(day));
}

/** For sorting: −1, 0 or 1 as `a` is before, on or after `b`. */
export function compareDays(a: Day, b: Day): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The day in London on which an instant falls, summer time included; throws RangeError for an invalid instant. */
export function dayOf(instant: Date): Day {
  if (Number.isNaN(instant.getTime())) throw new RangeError("Not an instant");
  const local = new TZDate(instant, LONDON);
  const year = String(local.getFullYear()).padStart(4, "0");
  const month = String(local.getMonth() + 1).padStart(2, "0");
  return toDay(`${year}-${month}-${String(local.getDate()).padStart(2, "0")}`);
}

/** The instant at which a day begins in London (00:00 there; 23:00 UTC the evening before in summer). */
// A day is [startOfDay(day), startOfDay(addDays(day, 1))): 23, 24 or 25 hours. Checked from 1900 on; London had
// no whole-minute offset before 1847.
export function startOfDay(day: Day): Date {
  const utc = dayToDate(day);
  const local = new TZDate(2000, 0, 1, LONDON);
  local.setFullYear(utc.getUTCFullYear(), utc.getUTCMonth(), utc.getUTCDate());
  return new Date(local.getTime());
}

/** A day as Prisma wants it for a DATE column: midnight UTC. */
export function dayToDate(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** A day from a DATE column as Prisma gives it; throws RangeError for anything but midnight UTC (use `dayOf`). */
export function dateToDay(date: Date): Day {
  const time = date.getTime();
  if (Number.isNaN(time) || time % millisecondsInDay !== 0)
    throw new RangeError("Not a date column: not midnight UTC");
  return toDay(date.toISOString().replace(/T.*$/, ""));
}
