import { describe, expect, it } from "vitest";
import { toDay } from "./calendar/day";
import { dayField, optionalDayField, resolveDay } from "./form-days";

const today = toDay("2026-03-01");
const required = dayField("Enter the day you met");

describe("a day as a form sends it", () => {
  it.each([
    [{ day: "3", month: "3", year: "2026" }, "2026-03-03"],
    [{ day: " 03 ", month: "March", year: "2026" }, "2026-03-03"],
    [{ day: "3", month: "sept", year: "26" }, "2026-09-03"],
    [{ day: "29", month: "2", year: "2028" }, "2028-02-29"],
    [{ quick: "today" }, "2026-03-01"],
    [{ quick: "yesterday", day: "9", month: "9", year: "2020" }, "2026-02-28"],
    [{ quick: "other", day: "3", month: "3", year: "2026" }, "2026-03-03"],
    ["2026-03-03", "2026-03-03"],
  ])("%j is a day", (typed, day) => {
    expect(resolveDay(required.parse(typed), today)).toBe(day);
    expect(optionalDayField().parse(typed)).toBe(required.parse(typed));
  });

  it.each([{}, { quick: "other" }, { day: " ", month: "", year: "" }, undefined])("%j is none", (typed) => {
    expect(required.safeParse(typed).error?.issues.map(({ message }) => message)).toEqual([
      "Enter the day you met",
    ]);
    expect(optionalDayField().parse(typed)).toBeNull();
  });

  it.each([
    { day: "3", month: "", year: "2026" },
    { day: "31", month: "2", year: "2026" },
    { day: "x", month: "2", year: "2026" },
    { day: "1", month: "13", year: "2026" },
    { day: "1.5", month: "1", year: "2026" },
  ])("%j is no day", (typed) => {
    for (const field of [required, optionalDayField()])
      expect(field.safeParse(typed).error?.issues.map(({ message }) => message)).toEqual([
        "Enter a real date, such as 27 3 2026",
      ]);
  });
});
