import {
  addMonths,
  addWeeks,
  format,
  getDate,
  getDay,
  isSameMonth,
  setDay,
  startOfMonth,
  subWeeks,
  type Day as WeekDay,
} from "date-fns";
import { type CalendarDate, calendarDate } from "~/platform/calendar/calendar-date";
import { addDays, type Day, dateToDay } from "~/platform/calendar/day";

/**
 * How a series repeats: every so many weeks; every so many months on the day of the month; or on the weekday of the
 * month ("the second Tuesday"). Ids are for ever.
 */
export const SERIES_UNITS = ["week", "month", "month_weekday"] as const;
export type SeriesUnit = (typeof SERIES_UNITS)[number];

export const UNIT_WORDS: Record<SeriesUnit, string> = {
  week: "Every few weeks, on the same weekday",
  month: "Every few months, on the same day of the month",
  month_weekday: "Every few months, on the same weekday of the month",
};

export type Rhythm = { unit: SeriesUnit; every: number; first: Day };

/** Longest step between two meetings of a series. */
export const SERIES_EVERY_MAX = 26;
/** How far ahead meetings are made, in days. */
export const SERIES_AHEAD_DAYS = 366;

const DAYS_IN_WEEK = 7;

/**
 * The nth date of a series (0 is the first). Each is counted from the first, never from the one before: a series on the
 * 31st meets on 28 February and on 31 March again. Days have no clock, so summer time moves nothing.
 */
export function seriesDate(rhythm: Rhythm, index: number): Day {
  const { unit, every } = rhythm;
  const first = calendarDate(rhythm.first);
  if (unit === "week") return dateToDay(addWeeks(first, every * index));
  const date = addMonths(first, every * index);
  return dateToDay(unit === "month" ? date : sameWeekday(date, first));
}

/** The dates of a series after `after` (null: from the first) up to and including `upTo`. */
export function seriesDates(rhythm: Rhythm, span: { after: Day | null; upTo: Day }): Day[] {
  const dates: Day[] = [];
  for (let index = 0; ; index += 1) {
    const day = seriesDate(rhythm, index);
    if (day > span.upTo) return dates;
    if (span.after === null || day > span.after) dates.push(day);
  }
}

/** How far meetings of a series are made: a year from today (from its first day, if that is later), or to its last day. */
export function seriesHorizon(today: Day, first: Day, until: Day | null): Day {
  const ahead = addDays(first > today ? first : today, SERIES_AHEAD_DAYS);
  return until !== null && until < ahead ? until : ahead;
}

/** In the month of `date`, the weekday of `first` as often counted: the second Tuesday; the last where there is no fifth. */
function sameWeekday(date: CalendarDate, first: CalendarDate): CalendarDate {
  const month = startOfMonth(date);
  // On or after the first of the month, never before it.
  const once = setDay(month, first.getDay(), { weekStartsOn: getDay(month) as WeekDay });
  const nth = addWeeks(once, nthOf(first) - 1);
  return isSameMonth(nth, month) ? nth : subWeeks(nth, 1);
}

/** Which one of its weekday in its month a day is, from 1. */
function nthOf(date: CalendarDate): number {
  return Math.ceil(getDate(date) / DAYS_IN_WEEK);
}

const NTH = ["first", "second", "third", "fourth", "last"];

/** A series' rhythm in words: "every 2 weeks on a Tuesday", "every month on the second Tuesday". */
export function rhythmWords({ unit, every, first }: Rhythm): string {
  const date = calendarDate(first);
  const weekday = format(date, "EEEE");
  const step = unit === "week" ? "week" : "month";
  const how = every === 1 ? `every ${step}` : `every ${every} ${step}s`;
  if (unit === "week") return `${how} on a ${weekday}`;
  if (unit === "month") return `${how} on day ${format(date, "d")}`;
  return `${how} on the ${NTH[nthOf(date) - 1] ?? ""} ${weekday}`;
}
