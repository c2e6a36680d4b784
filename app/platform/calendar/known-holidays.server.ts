import { bankHolidays, type HolidayCalendar } from "./bank-holidays";
import type { Day } from "./day";
import { holidaysWith, yearsIn } from "./published-holidays";

/** Where the bank holidays come from: asked of GOV.UK on a day, up to the end of a year; null: from the rule alone. */
export type HolidaySource = { askedOn: Day; untilYear: string } | null;

type Known = { calendar: HolidayCalendar; source: HolidaySource; days: string; version: number };

let known: Known = { calendar: bankHolidays, source: null, days: "", version: 0 };

/** By transaction: what is learnt while a request is under way changes nothing within it. */
const inUse = new WeakMap<object, HolidayCalendar>();

/** England's bank holidays as known when this transaction first asked. */
export function holidaysOf(tx: object): HolidayCalendar {
  const calendar = inUse.get(tx) ?? known.calendar;
  inUse.set(tx, calendar);
  return calendar;
}

/** Takes over a published list, asked for on a day. */
export function learnHolidays(published: readonly Day[], askedOn: Day): void {
  const untilYear = yearsIn(published).at(-1);
  if (untilYear === undefined) return;
  const days = [...published].sort().join(" ");
  const source = { askedOn, untilYear };
  if (days === known.days) known = { ...known, source };
  else known = { calendar: holidaysWith(published), source, days, version: known.version + 1 };
}

/** Goes back to the rule. */
export function forgetHolidays(): void {
  known = { calendar: bankHolidays, source: null, days: "", version: known.version + 1 };
}

/** Where they come from, for people. */
export function holidaySource(): HolidaySource {
  return known.source;
}

/** Another number once they are others: a page that was kept was made with those of its time. */
export function holidaysVersion(): number {
  return known.version;
}
