import { describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { isAskedFor, seatAfter } from "./after-poll";

const day = (text: string | null) => (text === null ? null : toDay(text));

describe("what a poll on 7 May 2026 did to a seat", () => {
  it.each([
    ["lost at the poll", "local", "2022-05-09", "2026-05-11", null, "left"],
    ["given up just before", "local", null, "2026-04-30", null, "left"],
    ["given up long before", "local", null, "2026-04-29", null, null],
    ["an end far off", "local", "2022-05-09", "2026-07-07", null, "up"],
    ["the last day that counts to it", "local", "2022-05-09", "2026-07-06", null, "left"],
    ["no end is known", "local", null, null, null, "up"],
    ["seen in post since", "local", "2022-05-09", null, "2026-05-07", "stays"],
    ["seen in post before only", "local", "2022-05-09", null, "2026-05-06", "up"],
    ["won at the poll", "local", "2026-05-07", null, null, null],
    ["no seat of a general election", "parliament", "2022-05-09", null, null, null],
    ["left beside a by-election", "by_election", "2022-05-09", "2026-05-08", null, "left"],
  ] as const)("%s", (_, kind, startsOn, endsOn, checkedOn, after) => {
    const seat = { startsOn: day(startsOn), endsOn: day(endsOn), checkedOn: day(checkedOn) };
    expect(seatAfter(seat, { kind, pollOn: toDay("2026-05-07") })).toBe(after);
  });

  it.each([
    ["2026-05-06", false],
    ["2026-05-07", true],
    ["2026-11-06", true],
    ["2026-11-07", false],
  ])("is asked for on %s: %s", (today, asked) => {
    expect(isAskedFor(toDay("2026-05-07"), toDay(today))).toBe(asked);
  });
});
