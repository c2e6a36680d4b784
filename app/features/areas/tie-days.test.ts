import { describe, expect, it } from "vitest";
import { type Day, toDay } from "~/platform/calendar/day";
import { holderOn, isAhead, isLiveOn, type TieDays } from "./tie-days";

const tie = (
  id: string,
  startsOn: string | null,
  endsOn: string | null = null,
  by: string | null = null,
) => ({
  id,
  startsOn: startsOn as Day | null,
  endsOn: endsOn as Day | null,
  takenOverById: by,
});

// A district and its county became a unitary in 2023, which became part of a bigger one in 2027.
const all: TieDays[] = [
  tie("district", "2012-03-01", "2023-04-01", "unitary"),
  tie("county", null, "2023-04-01", "unitary"),
  tie("unitary", "2023-04-01", "2027-04-01", "bigger"),
  tie("bigger", "2027-04-01"),
  tie("parish", "2025-01-01"),
  tie("ended", "2012-03-01", "2020-01-01"),
];

describe("a relationship on a day", () => {
  it.each([
    ["2023-03-31", ["district", "county", "parish", "ended"]],
    ["2023-04-01", ["unitary", "parish", "ended"]],
    ["2027-03-31", ["unitary", "parish", "ended"]],
    ["2027-04-01", ["bigger", "parish", "ended"]],
  ])("on %s both sides stand in %j: a start counts only where a takeover began it", (on, live) => {
    expect(all.filter((one) => isLiveOn(one, all, toDay(on))).map(({ id }) => id)).toEqual(live);
  });

  it.each([
    ["2023-03-31", "district", "district"],
    ["2023-04-01", "district", "unitary"],
    ["2027-03-31", "county", "unitary"],
    ["2027-04-01", "county", "bigger"],
    ["2022-01-01", "bigger", "bigger"],
  ])("on %s %s is spoken for by %s", (on, id, holder) => {
    expect(holderOn(all, id, toDay(on))).toBe(holder);
  });

  it("ends where two were made to take over from each other", () => {
    const round = [tie("a", null, "2020-01-01", "b"), tie("b", null, "2020-01-01", "a")];
    expect(["a", "b"]).toContain(holderOn(round, "a", toDay("2021-01-01")));
  });

  it("is ahead only on the days before the takeover that begins it", () => {
    const ahead = (on: string) => all.filter((one) => isAhead(one, all, toDay(on))).map(({ id }) => id);
    expect(ahead("2023-03-31")).toEqual(["unitary", "bigger"]);
    expect(ahead("2023-04-01")).toEqual(["bigger"]);
    expect(ahead("2027-04-01")).toEqual([]);
  });
});
