import { addMonths, addYears, format, isSameDay, lastDayOfMonth, setDay } from "date-fns";
import { describe, expect, it } from "vitest";
import { calendarDate } from "./calendar-date";

// The tests run in Auckland's time (vitest.config.ts): a day that is reckoned there is another one.
describe("date-fns on a calendar date", () => {
  it.each([
    ["months stop at the end of a short one", addMonths(calendarDate("2026-01-31"), 1), "2026-02-28"],
    ["over the change of the clocks here", addMonths(calendarDate("2026-03-28"), 1), "2026-04-28"],
    ["over the change of the clocks there", addMonths(calendarDate("2026-04-04"), 6), "2026-10-04"],
    ["years before 100", addYears(calendarDate("0096-02-29"), 4), "0100-02-28"],
    ["the last day of a month", lastDayOfMonth(calendarDate("2028-02-01")), "2028-02-29"],
    ["a weekday of the week", setDay(calendarDate("2026-11-10"), 0, { weekStartsOn: 1 }), "2026-11-15"],
  ])("%s", (_, date, day) => {
    expect(date.toISOString()).toBe(`${day}T00:00:00.000Z`);
  });

  it("is read and compared as the day it is", () => {
    expect(format(calendarDate("2026-11-10"), "EEEE d MMMM yyyy HH:mm")).toBe(
      "Tuesday 10 November 2026 00:00",
    );
    expect(isSameDay(calendarDate("2026-11-10"), calendarDate("2026-11-10"))).toBe(true);
  });
});
