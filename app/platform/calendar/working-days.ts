import type { HolidayCalendar } from "./bank-holidays";
import { addDays, type Day, isWeekday } from "./day";

/** Whether a day is Monday to Friday and no holiday. */
export function isWorkingDay(day: Day, holidays: HolidayCalendar): boolean {
  return isWeekday(day) && !holidays.has(day);
}

/**
 * The `count`-th working day after `day` (before it where negative). `day` itself is never counted, whether it is
 * a working day or not: a request asked on a Monday with 20 working days is due on a Monday four weeks later.
 * 0 gives `day` back as it is; any other count lands on a working day. Throws RangeError for a part of a day.
 */
export function addWorkingDays(day: Day, count: number, holidays: HolidayCalendar): Day {
  if (!Number.isInteger(count)) throw new RangeError(`Not a whole number of working days: ${count}`);
  const step = count < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(count); left > 0; ) {
    at = addDays(at, step);
    if (isWorkingDay(at, holidays)) left -= 1;
  }
  return at;
}

/**
 * Working days from `from` to `to`: `from` is not counted, `to` is. Negative where `to` is earlier (again without
 * `from`, with `to`), so that `workingDaysBetween(a, addWorkingDays(a, n)) === n` for every n.
 */
export function workingDaysBetween(from: Day, to: Day, holidays: HolidayCalendar): number {
  const step = to < from ? -1 : 1;
  let count = 0;
  for (let at = from; at !== to; ) {
    at = addDays(at, step);
    if (isWorkingDay(at, holidays)) count += step;
  }
  return count;
}

/** Working days in which an unanswered request's answer is wanted, where the two sides agreed nothing else. */
export const REQUEST_WORKING_DAYS = 20;

/** The latest day a local pre-election period can start: 25 working days before the poll, the poll not counted. */
export function preElectionStart(pollOn: Day, holidays: HolidayCalendar): Day {
  return addWorkingDays(pollOn, -25, holidays);
}
