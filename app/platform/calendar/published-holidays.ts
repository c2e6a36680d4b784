import { bankHolidaysIn, type HolidayCalendar } from "./bank-holidays";
import type { Day } from "./day";

/** England has had eight bank holidays in every year since 1978: a year with fewer is not published in full. */
const WHOLE_YEAR = 8;

const yearOf = (day: Day) => day.slice(0, 4);

/** The years a published list holds in full. */
export function yearsIn(days: readonly Day[]): string[] {
  const counts = new Map<string, number>();
  for (const day of new Set(days)) counts.set(yearOf(day), (counts.get(yearOf(day)) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= WHOLE_YEAR)
    .map(([year]) => year)
    .sort();
}

/** A published list over the rule: it alone counts for the years it holds in full, the rule for all others. */
export function holidaysWith(published: readonly Day[]): HolidayCalendar {
  const years = new Set(yearsIn(published));
  const days: ReadonlySet<Day> = new Set(published);
  return {
    has: (day) => (years.has(yearOf(day)) ? days.has(day) : bankHolidaysIn(Number(yearOf(day))).has(day)),
  };
}
