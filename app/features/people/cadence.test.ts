import { describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { cadenceOf } from "./cadence";

const TODAY = toDay("2026-10-01");
const day = (text: string | null) => (text === null ? null : toDay(text));

describe("when somebody should be talked to again", () => {
  it.each([
    ["the day before", 30, "2026-09-02", { dueOn: "2026-10-02", daysPast: 0, cold: false }],
    ["on the day", 30, "2026-09-01", { dueOn: "2026-10-01", daysPast: 0, cold: false }],
    ["the day after", 30, "2026-08-31", { dueOn: "2026-09-30", daysPast: 1, cold: true }],
    ["never met: from the wish", 30, null, { dueOn: "2026-08-31", daysPast: 31, cold: true }],
    ["met before the wish was made", 90, "2026-05-01", { dueOn: "2026-07-30", daysPast: 63, cold: true }],
  ])("%s", (_, wantedDays, last, expected) => {
    const wish = { wantedDays, since: toDay("2026-08-01") };
    expect(cadenceOf(wish, day(last), TODAY)).toEqual({ wantedDays, ...expected });
  });

  it("is not said where nothing is wished for", () => {
    expect(cadenceOf(null, TODAY, TODAY)).toBeNull();
    expect(cadenceOf({ wantedDays: null, since: TODAY }, null, TODAY)).toBeNull();
  });
});
