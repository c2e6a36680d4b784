import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  addDays,
  compareDays,
  type Day,
  dateToDay,
  dayOf,
  daysBetween,
  dayToDate,
  isDay,
  startOfDay,
  toDay,
} from "./day";
import { daySchema } from "./day-schema";

const dayFrom = (first: string, last: string) =>
  fc
    .integer({ min: 0, max: daysBetween(toDay(first), toDay(last)) })
    .map((count) => addDays(toDay(first), count));
const anyDay = dayFrom("0001-01-01", "9999-12-31");
const recent = dayFrom("1900-01-02", "2199-12-31");

describe("a calendar day", () => {
  it.each(["0001-01-01", "9999-12-31", "2024-02-29", "2000-02-29", "2026-11-05"])("%s is one", (text) => {
    expect(isDay(text)).toBe(true);
    expect(daySchema.parse(text)).toBe(text);
  });

  it.each([
    "",
    "0000-01-01",
    "10000-01-01",
    "2023-02-29",
    "1900-02-29",
    "2024-02-30",
    "2024-13-01",
    "2024-00-10",
    "2024-04-31",
    "2024-4-1",
    "24-04-01",
    " 2024-04-01",
    "2024-04-01\n",
    "2024-04-01T00:00:00Z",
    "2024/04/01",
    "01/04/2024",
    "٢٠٢٤-٠٤-٠١",
    "-001-01-01",
  ])("%j is not", (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => toDay(text)).toThrow(RangeError);
    const answer = daySchema.safeParse(text);
    expect(answer.success ? [] : answer.error.issues.map((issue) => issue.message)).toEqual([
      "Enter a real day as year-month-day, such as 2026-05-31",
    ]);
  });

  it("is a date in the JSON schema of an API", () => {
    expect(z.toJSONSchema(z.object({ on: daySchema }))).toMatchObject({
      properties: { on: { type: "string", format: "date" } },
    });
  });

  it("goes to a date column and back", () => {
    expect(dayToDate(toDay("2024-06-30")).toISOString()).toBe("2024-06-30T00:00:00.000Z");
    fc.assert(fc.property(anyDay, (day) => dateToDay(dayToDate(day)) === day));
    expect(() => dateToDay(new Date("2024-06-30T23:00:00Z"))).toThrow(RangeError);
    expect(() => dateToDay(new Date("nonsense"))).toThrow(RangeError);
  });
});

describe("counting days", () => {
  it.each([
    ["2024-02-28", 1, "2024-02-29"],
    ["2023-02-28", 1, "2023-03-01"],
    ["2024-01-01", -1, "2023-12-31"],
    ["2024-03-30", 2, "2024-04-01"],
    ["2024-10-26", 2, "2024-10-28"],
    ["0099-12-31", 1, "0100-01-01"],
    ["2024-01-01", 0, "2024-01-01"],
  ])("%s and %i days is %s", (from, count, to) => {
    expect(addDays(toDay(from), count)).toBe(to);
    expect(daysBetween(toDay(from), toDay(to))).toBe(count);
  });

  it("refuses to leave the calendar, and parts of a day", () => {
    expect(() => addDays(toDay("9999-12-31"), 1)).toThrow(RangeError);
    expect(() => addDays(toDay("0001-01-01"), -1)).toThrow(RangeError);
    expect(() => addDays(toDay("2024-01-01"), 0.5)).toThrow(RangeError);
    expect(() => addDays(toDay("2024-01-01"), Number.NaN)).toThrow(RangeError);
  });

  it("there and back again", () => {
    fc.assert(fc.property(recent, fc.integer({ min: -9999, max: 9999 }), backAgain));
    fc.assert(fc.property(anyDay, anyDay, (a, b) => addDays(a, daysBetween(a, b)) === b));
  });

  it("compares as the calendar does", () => {
    const days = ["2024-10-01", "0999-12-31", "2024-09-30"].map(toDay);
    expect([...days].sort(compareDays)).toEqual(["0999-12-31", "2024-09-30", "2024-10-01"]);
    fc.assert(fc.property(anyDay, anyDay, (a, b) => compareDays(a, b) === Math.sign(-daysBetween(a, b))));
  });
});

function backAgain(day: Day, count: number) {
  return addDays(addDays(day, count), -count) === day;
}

describe("London", () => {
  it.each([
    ["2024-01-15T23:59:59.999Z", "2024-01-15"],
    ["2024-07-15T22:59:59.999Z", "2024-07-15"],
    ["2024-07-15T23:00:00.000Z", "2024-07-16"],
    ["2024-03-31T00:30:00.000Z", "2024-03-31"],
    ["2024-03-31T23:00:00.000Z", "2024-04-01"],
    ["2024-10-26T23:00:00.000Z", "2024-10-27"],
    ["2024-10-27T23:30:00.000Z", "2024-10-27"],
    ["1970-01-01T23:30:00.000Z", "1970-01-02"],
  ])("the instant %s is on %s", (instant, day) => {
    expect(dayOf(new Date(instant))).toBe(day);
  });

  it.each([
    ["2024-01-15", "2024-01-15T00:00:00.000Z"],
    ["2024-07-15", "2024-07-14T23:00:00.000Z"],
    ["2024-03-31", "2024-03-31T00:00:00.000Z"],
    ["2024-04-01", "2024-03-31T23:00:00.000Z"],
    ["2024-10-27", "2024-10-26T23:00:00.000Z"],
    ["2024-10-28", "2024-10-28T00:00:00.000Z"],
    ["1970-06-01", "1970-05-31T23:00:00.000Z"],
  ])("%s begins at %s", (day, instant) => {
    expect(startOfDay(toDay(day)).toISOString()).toBe(instant);
  });

  it("a day begins where the day before ends", () => {
    fc.assert(
      fc.property(recent, (day) => {
        const start = startOfDay(day);
        expect(dayOf(start)).toBe(day);
        expect(dayOf(new Date(start.getTime() - 1))).toBe(addDays(day, -1));
      }),
    );
  });

  it("refuses what is no instant", () => {
    expect(() => dayOf(new Date(Number.NaN))).toThrow(RangeError);
  });
});
