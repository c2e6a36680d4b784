import { describe, expect, it } from "vitest";
import { BETWEEN_DAYS, CHECK_IN_DAYS } from "~/features/check-ins/check-in";
import { type Day, daysBetween, toDay } from "~/platform/calendar/day";
import { SMALL_AREAS } from "./areas";
import { COUNCILS } from "./councils";
import { namesIn } from "./people";
import { type AreaPlan, planOf } from "./plan";
import { quartersBefore, releasedBefore } from "./quarters";

const SPAN = 20;

/** The plan of every small area, loaded on a day. */
function plansOn(today: Day): [(typeof SMALL_AREAS)[number], AreaPlan][] {
  const quarters = quartersBefore(today).map((quarter) => daysBetween(today, quarter));
  const turned = daysBetween(today, releasedBefore(today)[1] ?? today);
  return SMALL_AREAS.map((area, index) => [
    area,
    planOf(area, index + 1, { quarters, turned, spanOf: () => SPAN }),
  ]);
}

// The first day of a quarter, the days before and after a release is out, the last day; across a year's end.
const LOADED = [
  "2026-11-22",
  "2026-10-01",
  "2026-10-14",
  "2026-10-15",
  "2026-12-31",
  "2027-01-01",
  "2028-02-29",
];

describe.each(LOADED.map((day) => toDay(day)))("small areas loaded on %s", (today) => {
  const plans = plansOn(today);
  const released = releasedBefore(today)
    .slice(0, 2)
    .map((quarter) => daysBetween(today, quarter));

  it("have told everything on past days, after they began", () => {
    for (const [{ name }, { begins, uses }] of plans) {
      expect(uses.length, name).toBeGreaterThan(1);
      for (const { day } of uses) {
        expect(day, name).toBeGreaterThan(begins);
        expect(day + SPAN, name).toBeLessThan(0);
      }
    }
  });

  it("have answered a check-in in the quarter before each of the last two releases, where they are to be compared", () => {
    for (const [{ name, lack }, { rounds, begins }] of plans) {
      if (lack !== null) continue;
      for (const quarter of released) {
        const ends = rounds.map(({ day }) => day + CHECK_IN_DAYS);
        expect(
          ends.some((day) => day <= quarter && day > quarter - 30),
          name,
        ).toBe(true);
      }
      expect(Math.min(...rounds.map(({ day }) => day)), name).toBeGreaterThan(begins);
    }
  });

  it("have no check-ins closer to each other than anybody may open them", () => {
    for (const [{ name }, { rounds }] of plans)
      for (const [index, { day }] of rounds.entries())
        expect(day - (rounds[index - 1]?.day ?? Number.NEGATIVE_INFINITY), name).toBeGreaterThanOrEqual(
          BETWEEN_DAYS,
        );
  });
});

describe("the list of small areas", () => {
  it("names each area and each person once", () => {
    const people = SMALL_AREAS.flatMap((_, index) => Object.values(namesIn(index + 1)));
    expect(new Set(SMALL_AREAS.map(({ name }) => name)).size).toBe(SMALL_AREAS.length);
    expect(new Set(people).size).toBe(people.length);
  });

  it("knows every class, and leaves some of them unknown", () => {
    const all = <K extends keyof (typeof SMALL_AREAS)[number]>(key: K) =>
      new Set(SMALL_AREAS.map((area) => area[key]));
    expect(all("ruralUrban").size).toBe(4);
    expect(all("region").size).toBe(4);
    expect(all("deprivation").has(null)).toBe(true);
    expect(new Set(SMALL_AREAS.map(({ council }) => COUNCILS[council]?.tier)).size).toBe(5);
    const months = SMALL_AREAS.map((area) => area.months);
    expect([Math.min(...months), Math.max(...months)]).toEqual([7, 40]);
  });
});
