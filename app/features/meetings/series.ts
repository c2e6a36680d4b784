import { addDays, type Day, dateToDay, dayToDate } from "~/platform/calendar/day";

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
  const steps = rhythm.every * index;
  if (rhythm.unit === "week") return addDays(rhythm.first, steps * DAYS_IN_WEEK);
  const first = dayToDate(rhythm.first);
  const month = { year: first.getUTCFullYear(), month: first.getUTCMonth() + steps };
  if (rhythm.unit === "month") return dayOfMonth(month, first.getUTCDate());
  const week = Math.ceil(first.getUTCDate() / DAYS_IN_WEEK);
  return weekdayOfMonth(month, first.getUTCDay(), week);
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

type Month = { year: number; month: number };

/** That day of the month, or the month's last day where it has no such day. */
function dayOfMonth({ year, month }: Month, day: number): Day {
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return dateToDay(new Date(Date.UTC(year, month, Math.min(day, last))));
}

/** The nth such weekday of the month; the last one where there is no fifth. */
function weekdayOfMonth({ year, month }: Month, weekday: number, nth: number): Day {
  const firstWeekday = new Date(Date.UTC(year, month, 1)).getUTCDay();
  const first = 1 + ((weekday - firstWeekday + DAYS_IN_WEEK) % DAYS_IN_WEEK);
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const day = first + (nth - 1) * DAYS_IN_WEEK;
  return dateToDay(new Date(Date.UTC(year, month, day > last ? day - DAYS_IN_WEEK : day)));
}

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const NTH = ["first", "second", "third", "fourth", "last"];

/** A series' rhythm in words: "every 2 weeks on a Tuesday", "every month on the second Tuesday". */
export function rhythmWords({ unit, every, first }: Rhythm): string {
  const date = dayToDate(first);
  const weekday = WEEKDAYS[date.getUTCDay()] ?? "";
  const step = unit === "week" ? "week" : "month";
  const how = every === 1 ? `every ${step}` : `every ${every} ${step}s`;
  if (unit === "week") return `${how} on a ${weekday}`;
  if (unit === "month") return `${how} on day ${date.getUTCDate()}`;
  return `${how} on the ${NTH[Math.ceil(date.getUTCDate() / DAYS_IN_WEEK) - 1] ?? ""} ${weekday}`;
}
