import { expect, it } from "vitest";
import { toDateParts } from "./date-parts.ts";

it("shows a day without its noughts, and what was typed as it was", () => {
  expect(toDateParts("2026-03-09")).toEqual({ day: "9", month: "3", year: "2026" });
  expect(toDateParts(undefined)).toEqual({ day: "", month: "", year: "" });
  expect(toDateParts({ day: "31", month: "2", year: "26" })).toEqual({ day: "31", month: "2", year: "26" });
});
