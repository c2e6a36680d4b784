import { describe, expect, it } from "vitest";
import * as dates from "./format-date.ts";

describe("calendar days", () => {
  it("are written as people say them", () => {
    expect(dates.formatDay("2026-03-03")).toBe("3 March 2026");
    expect(dates.formatDayShort("2026-09-30")).toBe("30 Sep 2026");
    expect(dates.formatDayOfYear("2026-12-25")).toBe("25 December");
    expect(dates.formatDayWithWeekday("2026-03-03")).toBe("Tuesday 3 March 2026");
    expect(dates.formatMonth("2026-03-03")).toBe("March 2026");
  });

  it.each([
    ["2026-03-03", "2026-03-03", "3 March 2026"],
    ["2026-03-03", "2026-03-09", "3 to 9 March 2026"],
    ["2026-02-28", "2026-03-03", "28 February to 3 March 2026"],
    ["2025-12-30", "2026-01-02", "30 December 2025 to 2 January 2026"],
  ])("from %s to %s is %s", (from, to, words) => {
    expect(dates.formatDayRange(from, to)).toBe(words);
  });

  it.each([
    ["2026-03-15", "today"],
    ["2026-03-16", "tomorrow"],
    ["2026-03-14", "yesterday"],
    ["2026-03-03", "12 days ago"],
    ["2026-03-18", "in 3 days"],
    ["2026-04-12", "in 4 weeks"],
    ["2026-03-29", "in 14 days"],
    ["2025-12-15", "3 months ago"],
    ["2024-03-15", "2 years ago"],
  ])("%s seen on 15 March 2026 is %s", (day, words) => {
    expect(dates.formatRelativeDay(day, "2026-03-15")).toBe(words);
  });
});

describe("instants", () => {
  it.each([
    ["2026-01-15T19:30:00Z", "15 January 2026 at 7:30pm"],
    ["2026-07-15T19:30:00Z", "15 July 2026 at 8:30pm"],
    ["2026-07-15T23:30:00Z", "16 July 2026 at 12:30am"],
    ["2026-03-29T00:59:00Z", "29 March 2026 at 12:59am"],
    ["2026-03-29T01:00:00Z", "29 March 2026 at 2am"],
  ])("%s in London is %s", (instant, words) => {
    expect(dates.formatInstant(instant)).toBe(words);
    expect(dates.formatInstant(new Date(instant))).toBe(words);
  });

  it("belong to London's day, not the server's", () => {
    expect(dates.londonDay("2026-07-15T23:30:00Z")).toBe("2026-07-16");
    expect(dates.londonDay("2026-01-15T23:30:00Z")).toBe("2026-01-15");
  });

  it.each([
    ["00:00", "midnight"],
    ["12:00", "midday"],
    ["12:05", "12:05pm"],
    ["09:00", "9am"],
    ["19:30", "7:30pm"],
  ])("%s is said %s", (clock, words) => {
    expect(dates.formatClock(clock)).toBe(words);
  });
});
