import Holidays from "date-holidays";
import { type Day, isDay, isWeekday, toDay } from "./day";

/** What is asked of any set of holidays: is this day one? A `Set<Day>` is one too. */
export interface HolidayCalendar {
  has(day: Day): boolean;
}

// Where the library's table for England differs from the days proclaimed (GOV.UK lists 2012 on; before that,
// the Royal Proclamations under the Banking and Financial Dealings Act 1971).
const CORRECTIONS: Readonly<Record<number, { gone: readonly string[]; added: readonly string[] }>> = {
  1995: { gone: ["1995-05-01"], added: ["1995-05-08"] },
  1999: { gone: [], added: ["1999-12-31"] },
  2002: { gone: ["2002-05-27"], added: ["2002-06-03", "2002-06-04"] },
  2011: { gone: [], added: ["2011-04-29"] },
  2012: { gone: ["2012-05-28"], added: ["2012-06-04"] },
};

const library = new Holidays("GB", "ENG");
const byYear = new Map<number, ReadonlySet<Day>>();

/**
 * England's bank and public holidays of a year, as GOV.UK lists them: weekdays only, a substitute in place of a
 * holiday at a weekend. Not checked before 1978; a special day proclaimed after this release is not in it.
 */
export function bankHolidaysIn(year: number): ReadonlySet<Day> {
  const known = byYear.get(year);
  if (known) return known;
  const listed = library.getHolidays(year, "en").filter((holiday) => holiday.type === "public");
  const correction = CORRECTIONS[year];
  const days = [...listed.map((holiday) => holiday.date.slice(0, 10)), ...(correction?.added ?? [])]
    .filter((day) => !correction?.gone.includes(day))
    .filter((day) => isDay(day) && isWeekday(day))
    .sort();
  const set: ReadonlySet<Day> = new Set(days.map(toDay));
  byYear.set(year, set);
  return set;
}

/** England's bank holidays of every year, each year worked out once. */
export const bankHolidays: HolidayCalendar = {
  has: (day) => bankHolidaysIn(Number(day.slice(0, 4))).has(day),
};
