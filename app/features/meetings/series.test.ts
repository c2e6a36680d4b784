import { describe, expect, it } from "vitest";
import { addDays, type Day, daysBetween, dayToDate, toDay } from "~/platform/calendar/day";
import { rhythmWords, SERIES_UNITS, seriesDate, seriesDates, seriesHorizon } from "./series";

const dates = (unit: (typeof SERIES_UNITS)[number], every: number, first: string, count: number) =>
  Array.from({ length: count }, (_, index) => seriesDate({ unit, every, first: toDay(first) }, index));

describe("dates of a series", () => {
  it("keeps the 31st through short months", () => {
    expect(dates("month", 1, "2027-10-31", 6)).toEqual([
      "2027-10-31",
      "2027-11-30",
      "2027-12-31",
      "2028-01-31",
      "2028-02-29",
      "2028-03-31",
    ]);
  });

  it("crosses both changes of the clocks", () => {
    expect(dates("week", 1, "2026-03-22", 3)).toEqual(["2026-03-22", "2026-03-29", "2026-04-05"]);
    expect(dates("week", 2, "2026-10-18", 3)).toEqual(["2026-10-18", "2026-11-01", "2026-11-15"]);
  });

  it("keeps the second Tuesday", () => {
    expect(dates("month_weekday", 1, "2026-11-10", 4)).toEqual([
      "2026-11-10",
      "2026-12-08",
      "2027-01-12",
      "2027-02-09",
    ]);
  });

  it("takes the last one where there is no fifth", () => {
    expect(dates("month_weekday", 1, "2026-09-29", 4)).toEqual([
      "2026-09-29",
      "2026-10-27",
      "2026-11-24",
      "2026-12-29",
    ]);
  });
});

const firsts = Array.from({ length: 14 }, (_, index) => addDays(toDay("2026-01-05"), index * 53));

describe("laws of every series", () => {
  for (const unit of SERIES_UNITS) {
    it(`${unit}: begins on its first day, never goes back, and steps by its rhythm`, () => {
      for (const first of firsts) {
        for (const every of [1, 2, 3, 6]) {
          const all = Array.from({ length: 30 }, (_, index) => seriesDate({ unit, every, first }, index));
          expect(all[0]).toBe(first);
          for (const [index, day] of all.entries()) {
            const next = all[index + 1];
            if (next !== undefined) expectStep(unit, every, day, next);
          }
        }
      }
    });
  }

  it("a span cut in two has the same dates", () => {
    const rhythm = { unit: "month" as const, every: 1, first: toDay("2026-01-31") };
    const upTo = toDay("2027-06-30");
    const middle = toDay("2026-08-31");
    const whole = seriesDates(rhythm, { after: null, upTo });
    const parts = [
      ...seriesDates(rhythm, { after: null, upTo: middle }),
      ...seriesDates(rhythm, { after: middle, upTo }),
    ];
    expect(parts).toEqual(whole);
    expect(whole).toHaveLength(18);
  });
});

function expectStep(unit: string, every: number, day: Day, next: Day) {
  if (unit === "week") return expect(daysBetween(day, next)).toBe(7 * every);
  const months = (d: Day) => Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7));
  expect(months(next) - months(day)).toBe(every);
  if (unit === "month_weekday") expect(dayToDate(next).getUTCDay()).toBe(dayToDate(day).getUTCDay());
}

describe("how far ahead", () => {
  it("is a year from today, from a later first day, or to the last day", () => {
    const today = toDay("2026-10-01");
    expect(seriesHorizon(today, today, null)).toBe("2027-10-02");
    expect(seriesHorizon(today, toDay("2027-01-01"), null)).toBe("2028-01-02");
    expect(seriesHorizon(today, today, toDay("2026-12-01"))).toBe("2026-12-01");
    expect(seriesHorizon(today, today, toDay("2030-12-01"))).toBe("2027-10-02");
  });
});

describe("the rhythm in words", () => {
  it.each([
    ["week", 1, "every week on a Tuesday"],
    ["week", 2, "every 2 weeks on a Tuesday"],
    ["month", 1, "every month on day 10"],
    ["month_weekday", 3, "every 3 months on the second Tuesday"],
  ] as const)("%s × %i", (unit, every, words) => {
    expect(rhythmWords({ unit, every, first: toDay("2026-11-10") })).toBe(words);
  });
});
