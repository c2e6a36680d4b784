import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, dayText, earliest, later, parseDay } from "./day.ts";

describe("a day", () => {
  it.each([
    ["1970-01-01", 0],
    ["1969-12-31", -1],
    ["2000-02-29", 11_016],
    ["2024-02-29", 19_782],
    ["2026-10-01", 20_727],
    ["0001-01-01", -719_162],
    ["9999-12-31", 2_932_896],
  ])("%s is %i", (text, day) => {
    expect(dayOf(text)).toBe(day);
    expect(dayText(day)).toBe(text);
  });

  it.each([
    "2026-02-29",
    "1900-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "2026-10-00",
    "0000-01-01",
    "2026-1-1",
    "2026-10-01T00:00",
    " 2026-10-01",
    "10000-01-01",
    "",
  ])("%j is none", (text) => {
    expect(parseDay(text)).toBeNull();
    expect(() => dayOf(text)).toThrow(new RangeError(`"${text}" is not a calendar day (YYYY-MM-DD)`));
  });

  it("goes to text and back, a day at a time", () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (day) => {
        expect(dayOf(dayText(day))).toBe(day);
        expect(new Date(day * 86_400_000).toISOString().slice(0, 10)).toBe(dayText(day));
      }),
      { seed: 20_261_101, numRuns: 500 },
    );
  });

  it("has no text outside the years 0001–9999", () => {
    expect(() => dayText(2_932_897)).toThrow(RangeError);
    expect(() => dayText(-719_163)).toThrow("day -719163 lies outside the years 0001–9999");
  });

  it("picks the later and the earliest, missing ones apart", () => {
    expect([later(null, 3), later(4, 3), later(null, null)]).toEqual([3, 4, null]);
    expect([later(null, -3), later(-3, null)]).toEqual([-3, -3]);
    expect([earliest([null, 5, 2]), earliest([null])]).toEqual([2, null]);
  });
});
