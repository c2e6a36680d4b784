import { describe, expect, it } from "vitest";
import { dateProblemWords, readDateParts, toDateParts } from "./date-parts.ts";

const today = "2026-03-01";

describe("readDateParts", () => {
  it.each([
    [{ day: "3", month: "3", year: "2026" }, "2026-03-03"],
    [{ day: " 03 ", month: "March", year: "2026" }, "2026-03-03"],
    [{ day: "3", month: "sept", year: "26" }, "2026-09-03"],
    [{ day: "29", month: "2", year: "2028" }, "2028-02-29"],
    [{ quick: "today" }, "2026-03-01"],
    [{ quick: "yesterday" }, "2026-02-28"],
    [{ quick: "other", day: "3", month: "3", year: "2026" }, "2026-03-03"],
  ])("%j", (parts, day) => {
    expect(readDateParts(parts, today)).toEqual({ ok: true, day });
  });

  it.each([
    [{}, "empty"],
    [{ quick: "other" }, "empty"],
    [{ day: "3", month: "", year: "2026" }, "incomplete"],
    [{ day: "31", month: "2", year: "2026" }, "not a date"],
    [{ day: "29", month: "2", year: "2026" }, "not a date"],
    [{ day: "x", month: "2", year: "2026" }, "not a date"],
    [{ day: "1", month: "0", year: "2026" }, "not a date"],
    [{ day: "1", month: "13", year: "2026" }, "not a date"],
    [{ day: "1", month: "1", year: "202" }, "not a date"],
    [{ day: "1.5", month: "1", year: "2026" }, "not a date"],
  ])("%j is %s", (parts, problem) => {
    expect(readDateParts(parts, today)).toEqual({ ok: false, problem });
  });
});

describe("toDateParts", () => {
  it("shows a day without its noughts, and what was typed as it was", () => {
    expect(toDateParts("2026-03-09")).toEqual({ day: "9", month: "3", year: "2026" });
    expect(toDateParts(undefined)).toEqual({ day: "", month: "", year: "" });
    expect(toDateParts({ day: "31", month: "2", year: "26" })).toEqual({ day: "31", month: "2", year: "26" });
  });
});

it("says what is wrong with the name of the date", () => {
  expect(dateProblemWords("empty", "the day you met")).toBe("Enter the day you met");
});
