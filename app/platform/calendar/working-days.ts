import type { HolidayCalendar } from "./bank-holidays";
import { type Day, dateToDay, dayToDate } from "./day";

/**
 * The `count`-th working day after `day` (before it where negative). `day` itself is never counted, whether it is
 * a working day or not: a request asked on a Monday with 20 working days is due on a Monday four weeks later.
 * 0 gives `day` back as it is; any other count lands on a working day. Throws RangeError for a part of a day.
 */
export function addWorkingDays(day: Day, count: number, holidays: HolidayCalendar): Day {
  if (!Number.isInteger(count)) throw new RangeError(`Not a whole number of working days: ${count}`);
  const step = count < 0 ? -1 : 1;
  const at = dayToDate(day);
  for (let left = Math.abs(count); left > 0; ) {
    if (stepsOntoWorkingDay(at, step, holidays)) left -= 1;
  }
  return dateToDay(at);
}

/**
 * Working days from `from` to `to`: `from` is not counted, `to` is. Negative where `to` is earlier (again without
 * `from`, with `to`), so that `workingDaysBetween(a, addWorkingDays(a, n)) === n` for every n.
 */
export function workingDaysBetween(from: Day, to: Day, holidays: HolidayCalendar): number {
  const step = to < from ? -1 : 1;
  let count = 0;
  const [at, end] = [dayToDate(from), dayToDate(to).getTime()];
  while (at.getTime() !== end) {
    if (stepsOntoWorkingDay(at, step, holidays)) count += step;
  }
  return count;
}

/** Moves `at` on by a day in place and looks where it is: a list walks years of days, and copies none of them. */
function stepsOntoWorkingDay(at: Date, step: number, holidays: HolidayCalendar): boolean {
  at.setUTCDate(at.getUTCDate() + step);
  const weekday = at.getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(dateToDay(at));
}

/** Working days in which an unanswered request's answer is wanted, where the two sides agreed nothing else. */
export const REQUEST_WORKING_DAYS = 20;

/** The latest day a local pre-election period can start: 25 working days before the poll, the poll not counted. */
export function preElectionStart(pollOn: Day, holidays: HolidayCalendar): Day {
  return addWorkingDays(pollOn, -25, holidays);
}
