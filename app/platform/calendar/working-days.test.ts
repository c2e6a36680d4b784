import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import Holidays from "date-holidays";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { bankHolidays, bankHolidaysIn, type HolidayCalendar } from "./bank-holidays";
import { addDays, type Day, isWeekday, toDay } from "./day";
import { daySchema } from "./day-schema";
import { addWorkingDays, preElectionStart, workingDaysBetween } from "./working-days";

const data = new URL("../../../../shared/data/", import.meta.url);
const govUk = new URL("http/govuk_bank-holidays.json", data);
const deadlines = new URL("elections/computed_may_deadlines.csv", data);
const published = new URL("elections/pre_election_period_oracle.csv", data);
const isWorking = (day: Day, holidays: HolidayCalendar) => isWeekday(day) && !holidays.has(day);
const absent = "the folder of real data is not here";

const rowsOf = (file: URL) =>
  z.array(z.record(z.string(), z.string())).parse(parse(readFileSync(file), { columns: true }));

describe("England's bank holidays", () => {
  it.each([
    ["2011-04-29", "a royal wedding"],
    ["2012-06-04", "spring bank holiday, moved"],
    ["2012-06-05", "a jubilee"],
    ["2020-05-08", "early May bank holiday, moved"],
    ["2021-12-28", "a substitute for Boxing Day"],
    ["2022-01-03", "a substitute for New Year's Day"],
    ["2022-06-02", "spring bank holiday, moved"],
    ["2022-06-03", "a jubilee"],
    ["2022-09-19", "a state funeral"],
    ["2023-05-08", "a coronation"],
  ])("%s was one: %s", (day) => {
    expect(bankHolidays.has(toDay(day))).toBe(true);
  });

  it.each(["2012-05-28", "2020-05-04", "2022-05-30", "2022-01-01", "2022-12-25", "2024-04-02", "2024-11-30"])(
    "%s was not",
    (day) => {
      expect(bankHolidays.has(toDay(day))).toBe(false);
    },
  );

  // Five years in which the library differs from the days proclaimed are held to the published ones alone.
  it("are those of date-holidays, in every other year from 1978 to 2060", () => {
    const library = new Holidays("GB", "ENG");
    const years = Array.from({ length: 83 }, (_, index) => 1978 + index);
    for (const year of years.filter((one) => ![1995, 1999, 2002, 2011, 2012].includes(one))) {
      const listed = library.getHolidays(year, "en").filter(({ type }) => type === "public");
      const days = listed.map(({ date }) => toDay(date.slice(0, 10))).filter(isWeekday);
      expect([...bankHolidaysIn(year)]).toEqual([...new Set(days)].sort());
    }
  });

  it.skipIf(!existsSync(govUk))(`are those GOV.UK lists, every year (skipped where ${absent})`, () => {
    const file = z.object({
      "england-and-wales": z.object({ events: z.array(z.object({ date: daySchema })) }),
    });
    const listed = file.parse(JSON.parse(readFileSync(govUk, "utf8")))["england-and-wales"].events;
    const years = [...new Set(listed.map((event) => Number(event.date.slice(0, 4))))];
    expect(years.length).toBeGreaterThan(10);
    expect(years.flatMap((year) => [...bankHolidaysIn(year)])).toEqual(listed.map((event) => event.date));
  });
});

describe("working days", () => {
  it.each([
    ["a Monday, an ordinary month", "2024-06-03", 20, "2024-07-01"],
    ["over Christmas and New Year", "2023-12-20", 20, "2024-01-22"],
    ["over Easter", "2024-03-27", 3, "2024-04-03"],
    ["over a substitute day", "2022-12-23", 1, "2022-12-28"],
    ["over the long jubilee weekend", "2022-06-01", 1, "2022-06-06"],
    ["from a Saturday", "2024-06-01", 1, "2024-06-03"],
    ["back from a Sunday", "2024-06-02", -1, "2024-05-31"],
    ["back over Easter", "2024-04-02", -1, "2024-03-28"],
    ["none from a Saturday", "2024-06-01", 0, "2024-06-01"],
  ])("%s: %s and %i is %s", (_what, from, count, to) => {
    expect(addWorkingDays(toDay(from), count, bankHolidays)).toBe(to);
    expect(workingDaysBetween(toDay(from), toDay(to), bankHolidays)).toBe(count);
  });

  it.each([
    ["2024-03-28", "2024-04-02", 1],
    ["2024-05-31", "2024-06-02", 0],
    ["2024-06-02", "2024-05-31", -1],
    ["2024-06-03", "2024-06-03", 0],
  ])("from %s to %s there are %i", (from, to, count) => {
    expect(workingDaysBetween(toDay(from), toDay(to), bankHolidays)).toBe(count);
  });

  it("refuses parts of a day", () => {
    expect(() => addWorkingDays(toDay("2024-06-03"), 1.5, bankHolidays)).toThrow(RangeError);
  });

  const day: fc.Arbitrary<Day> = fc
    .integer({ min: 0, max: 40_000 })
    .map((n) => addDays(toDay("1990-01-01"), n));
  const count = fc.integer({ min: -300, max: 300 });
  const own = fc.uniqueArray(day, { maxLength: 40 }).map((days) => new Set(days));

  it("counts back what it added, and lands on working days only, whatever the holidays", () => {
    fc.assert(
      fc.property(day, count, fc.oneof(fc.constant(bankHolidays), own), (from, n, holidays) => {
        const to = addWorkingDays(from, n, holidays);
        expect(workingDaysBetween(from, to, holidays)).toBe(n);
        expect(n === 0 || isWorking(to, holidays)).toBe(true);
        if (isWorking(from, holidays)) expect(addWorkingDays(to, -n, holidays)).toBe(from);
      }),
    );
  });

  it("a later start or a larger count is never earlier", () => {
    fc.assert(
      fc.property(day, fc.nat(30), fc.nat(100), (from, later, n) => {
        const to = addWorkingDays(from, n, bankHolidays);
        expect(addWorkingDays(from, n + 1, bankHolidays) > to).toBe(true);
        expect(addWorkingDays(addDays(from, later), n + 1, bankHolidays) > to).toBe(true);
      }),
    );
  });
});

describe(`the pre-election period (skipped where ${absent})`, () => {
  it.skipIf(!existsSync(deadlines))("is as worked out for every May since 2016", () => {
    for (const row of rowsOf(deadlines)) {
      const poll = daySchema.parse(row.poll_date);
      expect(preElectionStart(poll, bankHolidays), poll).toBe(row.local_notice_deadline_25wd);
      expect(addWorkingDays(poll, -30, bankHolidays), poll).toBe(row.gla_deadline_30wd);
    }
  });

  it.skipIf(!existsSync(published))("is as it was published", () => {
    const rows = rowsOf(published).filter((row) => row.working_days_before === "25");
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows)
      expect(preElectionStart(daySchema.parse(row.poll_date), bankHolidays)).toBe(row.published_date);
  });
});
