import { addDays, type Day, isWeekday, toDay } from "./day";

/** What is asked of any set of holidays: is this day one? A `Set<Day>` is one too. */
export interface HolidayCalendar {
  has(day: Day): boolean;
}

const SUNDAY = 0;
const MONDAY = 1;

// Days proclaimed under the Banking and Financial Dealings Act 1971: those moved, and those added for one year.
const EARLY_MAY_MOVED: Readonly<Record<number, string>> = { 1995: "05-08", 2020: "05-08" };
const SPRING_MOVED: Readonly<Record<number, string>> = { 2002: "06-04", 2012: "06-04", 2022: "06-02" };
const ADDED: Readonly<Record<number, readonly string[]>> = {
  1999: ["12-31"],
  2002: ["06-03"],
  2011: ["04-29"],
  2012: ["06-05"],
  2022: ["06-03", "09-19"],
  2023: ["05-08"],
};

const byYear = new Map<number, ReadonlySet<Day>>();

/**
 * England's bank and public holidays of a year, as GOV.UK lists them: weekdays only, a substitute in place of a
 * holiday at a weekend. By today's rules before 1978 too; a special day proclaimed after this release is not in it.
 */
export function bankHolidaysIn(year: number): ReadonlySet<Day> {
  const known = byYear.get(year);
  if (known) return known;
  const on = (monthAndDay: string): Day => toDay(`${String(year).padStart(4, "0")}-${monthAndDay}`);
  const moved = (days: Readonly<Record<number, string>>) => {
    const to = days[year];
    return to === undefined ? undefined : on(to);
  };
  const easter = easterOf(year);
  const days = [
    nextWeekday(on("01-01")),
    addDays(easter, -2),
    addDays(easter, 1),
    moved(EARLY_MAY_MOVED) ?? mondayBy(on("05-07")),
    moved(SPRING_MOVED) ?? mondayBy(on("05-31")),
    mondayBy(on("08-31")),
    // Two days in a row: each steps over the other one's place.
    ...[on("12-25"), on("12-26")].map((day) => (isWeekday(day) ? day : addDays(day, 2))),
    ...(ADDED[year] ?? []).map(on),
  ];
  const set: ReadonlySet<Day> = new Set(days.sort());
  byYear.set(year, set);
  return set;
}

/** England's bank holidays of every year, each year worked out once. */
export const bankHolidays: HolidayCalendar = {
  has: (day) => bankHolidaysIn(Number(day.slice(0, 4))).has(day),
};

function weekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function nextWeekday(day: Day): Day {
  if (isWeekday(day)) return day;
  return addDays(day, weekday(day) === SUNDAY ? 1 : 2);
}

/** The latest Monday that is not after the day. */
function mondayBy(day: Day): Day {
  return addDays(day, -((weekday(day) - MONDAY + 7) % 7));
}

/** Easter Sunday in the Gregorian calendar, by the rule of Meeus, Jones and Butcher. */
function easterOf(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const count = moon + sunday - 7 * late + 114;
  const month = Math.floor(count / 31);
  const date = (count % 31) + 1;
  return toDay(`${String(year).padStart(4, "0")}-0${month}-${String(date).padStart(2, "0")}`);
}
