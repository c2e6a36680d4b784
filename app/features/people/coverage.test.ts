import { describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { coverOf, type HeldPost, holdersOfMost, isLive, liveContacts, type OpenPromise } from "./coverage";

const TODAY = toDay("2026-10-01");
const post = (personId: string, level: HeldPost["level"], last: string | null, of = "council"): HeldPost => ({
  personId,
  name: personId,
  organisationId: of,
  level,
  lastOn: last === null ? null : toDay(last),
});

describe("a live contact", () => {
  it.each([
    ["2026-10-01", true],
    ["2026-04-01", true],
    ["2026-03-31", false],
    [null, false],
  ])("last met on %s: %s", (last, live) => {
    expect(isLive(last === null ? null : toDay(last), TODAY)).toBe(live);
  });

  it("is counted once, however many posts they hold, and for their own organisation", () => {
    const posts = [
      post("Ann", "officer", "2026-09-01"),
      post("Ann", "senior", "2026-09-01"),
      post("Bea", "officer", "2026-09-20"),
      post("Cat", "officer", "2026-09-20", "county"),
      post("Dee", "officer", "2026-01-01"),
    ];
    expect(liveContacts(posts, "council", TODAY).map(({ name }) => name)).toEqual(["Bea", "Ann"]);
    expect(
      coverOf(posts, "council", TODAY).map(({ level, known, live }) => [level, known, live.length]),
    ).toEqual([
      ["elected", 0, 0],
      ["senior", 1, 1],
      ["officer", 3, 2],
      ["front_line", 0, 0],
    ]);
  });
});

describe("one person with most of a side's open promises", () => {
  const promises = (...holders: (string | null)[]): OpenPromise[] =>
    holders.map((name) => ({ bySide: "council", personId: name, name }));

  it.each([
    ["2 of 5 is not more than four in ten", promises("Ann", "Ann", "Bea", "Cat", null), []],
    ["3 of 5 is", promises("Ann", "Ann", "Ann", "Bea", null), ["Ann 3 of 5"]],
    ["too few to say", promises("Ann", "Ann"), []],
    ["nobody is named", promises(null, null, null), []],
    ["two who halve them", promises("Ann", "Ann", "Bea", "Bea"), ["Ann 2 of 4", "Bea 2 of 4"]],
  ])("%s", (_, open, expected) => {
    expect(holdersOfMost(open).map(({ name, held, of }) => `${name} ${held} of ${of}`)).toEqual(expected);
  });

  it("counts each side by itself", () => {
    const community = promises("Zoe").map((one) => ({ ...one, bySide: "community" as const }));
    expect(holdersOfMost([...promises("Ann", "Ann", "Ann"), ...community])).toEqual([
      { side: "council", name: "Ann", held: 3, of: 3 },
    ]);
  });
});
