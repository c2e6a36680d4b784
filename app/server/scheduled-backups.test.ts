import { describe, expect, it } from "vitest";
import { findDue } from "./scheduled-backups.ts";

const now = new Date("2026-10-25T12:00:00Z");
const last = (takenAt: string, drill: string | null) => ({
  takenAt,
  file: "/backups/one.tar.gz",
  bytes: 1,
  rows: 1,
  files: 0,
  seconds: 1,
  drill: drill === null ? null : { at: drill, seconds: 1 },
});

describe("findDue", () => {
  it.each([
    ["a backup where there is none", null, 24, "backup"],
    ["a backup after a day", last("2026-10-24T12:00:00.000Z", null), 24, "backup"],
    ["no backup a moment before", last("2026-10-24T12:00:00.001Z", "2026-10-24T12:30:00.000Z"), 24, null],
    ["a drill of a backup that was never restored", last("2026-10-25T11:00:00.000Z", null), 24, "drill"],
    ["a drill after a week", last("2026-10-25T11:00:00.000Z", "2026-10-18T12:00:00.000Z"), 24, "drill"],
    ["no drill a moment before", last("2026-10-25T11:00:00.000Z", "2026-10-18T12:00:00.001Z"), 24, null],
    ["nothing where it is turned off", null, 0, null],
    // The night the clocks go back has 25 hours; a day is 24 of them.
    ["the same over the night the clocks go back", last("2026-10-24T12:00:00.000Z", null), 25, "drill"],
  ])("%s", (_, before, hours, due) => {
    expect(findDue(before, hours, now)).toBe(due);
  });
});
