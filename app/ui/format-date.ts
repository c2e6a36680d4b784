import { tzOffset } from "@date-fns/tz/tzOffset";
import { differenceInCalendarDays } from "date-fns/differenceInCalendarDays";
import { getDay } from "date-fns/getDay";
import { calendarDate } from "../platform/calendar/calendar-date.ts";
import { plural } from "../platform/plural.ts";

// Names are written out here so that server and browser always say the same; their own lists differ ("Sep", "Sept").
const months = "January February March April May June July August September October November December".split(
  " ",
);
const weekdays = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

/** A calendar day, YYYY-MM-DD. It has no time and no zone. */
export type CalendarDay = string;

/** "3 March 2026". */
export function formatDay(day: CalendarDay): string {
  return `${formatDayOfYear(day)} ${day.slice(0, 4)}`;
}

/** "3 Mar 2026", for tables and charts. */
export function formatDayShort(day: CalendarDay): string {
  return `${Number(day.slice(8, 10))} ${monthOf(day).slice(0, 3)} ${day.slice(0, 4)}`;
}

/** "3 March": for lists that already name the year. */
export function formatDayOfYear(day: CalendarDay): string {
  return `${Number(day.slice(8, 10))} ${monthOf(day)}`;
}

/** "Tuesday 3 March 2026": for days that are still to come. */
export function formatDayWithWeekday(day: CalendarDay): string {
  return `${weekdays[getDay(calendarDate(day))]} ${formatDay(day)}`;
}

/** "March 2026". */
export function formatMonth(day: CalendarDay): string {
  return `${monthOf(day)} ${day.slice(0, 4)}`;
}

/** "3 to 9 March 2026", "28 February to 3 March 2026": both days included. */
export function formatDayRange(from: CalendarDay, to: CalendarDay): string {
  if (from === to) return formatDay(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))} to ${formatDay(to)}`;
  if (from.slice(0, 4) === to.slice(0, 4)) return `${formatDayOfYear(from)} to ${formatDay(to)}`;
  return `${formatDay(from)} to ${formatDay(to)}`;
}

/** "today", "yesterday", "12 days ago", "in 3 weeks": how far a day is from today. Months are 30.4 days here. */
export function formatRelativeDay(day: CalendarDay, today: CalendarDay): string {
  const days = differenceInCalendarDays(calendarDate(day), calendarDate(today));
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  const length = lengthInWords(Math.abs(days));
  return days < 0 ? `${length} ago` : `in ${length}`;
}

/** "12 days", "3 weeks", "4 months", "2 years": a stretch of days in the unit people would use. */
export function lengthInWords(days: number): string {
  if (days < 21) return plural(days, "day");
  if (days < 60) return plural(Math.round(days / 7), "week");
  if (days < 700) return plural(Math.round(days / 30.4), "month");
  return plural(Math.round(days / 365.25), "year");
}

/** The calendar day in London at an instant. */
export function londonDay(instant: Date | string): CalendarDay {
  return inLondon(instant).slice(0, 10);
}

/** "3 March 2026 at 7:30pm", in London. */
export function formatInstant(instant: Date | string): string {
  return `${formatDay(londonDay(instant))} at ${formatTime(instant)}`;
}

/** "7:30pm" or "7pm": the time in London at an instant. "midnight" and "midday" are said in words. */
export function formatTime(instant: Date | string): string {
  return formatClock(inLondon(instant).slice(11, 16));
}

/** A time of day, "19:30", as people say it: "7:30pm". */
export function formatClock(clock: string): string {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  if (minutes === 0 && hours === 0) return "midnight";
  if (minutes === 0 && hours === 12) return "midday";
  const hour = hours % 12 === 0 ? 12 : hours % 12;
  return `${hour}${minutes === 0 ? "" : `:${String(minutes).padStart(2, "0")}`}${hours < 12 ? "am" : "pm"}`;
}

function monthOf(day: CalendarDay): string {
  return months[Number(day.slice(5, 7)) - 1] ?? "";
}

/** An instant as London's wall clock, in the form "2026-07-16T00:30". */
function inLondon(instant: Date | string): string {
  const at = new Date(instant);
  return new Date(at.getTime() + tzOffset("Europe/London", at) * 60_000).toISOString().slice(0, 16);
}
