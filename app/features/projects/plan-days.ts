import { addDays, type Day } from "~/platform/calendar/day";

/** Days from today beyond which a day is taken for a slip of the pen. */
const FAR_AHEAD = 30 * 366;
const FAR_BACK = 60 * 366;

/** Whether a day can be meant at all, in words where not: years like 0024 and 9999 are slips. */
export function checkYear(day: Day, today: Day): true | string {
  const far = day > addDays(today, FAR_AHEAD) || day < addDays(today, -FAR_BACK);
  return !far || "Check the year";
}

/** Whether something can have happened on a day, in words where not. `since`: the first day it can have been. */
export function checkPast(day: Day, today: Day, since: { day: Day; words: string } | null): true | string {
  if (day > today) return "Enter today or an earlier day";
  if (since !== null && day < since.day) return `Enter a day on or after ${since.words}`;
  return checkYear(day, today);
}

/** Whether a plan can end on a day, in words where not. */
export function checkEnd(day: Day, start: Day, words: string, today: Day): true | string {
  if (day < start) return `Enter a day on or after ${words}`;
  return checkYear(day, today);
}

/** Whether a plan can be moved to a day, in words where not: never into the past. */
export function checkMove(to: Day, from: Day, today: Day): true | string {
  if (to === from) return "This is the day it has already";
  if (to < today) return "A day moves to today or a later day. What is past stays as it was";
  return checkYear(to, today);
}
