import { expect, it } from "vitest";
import { saidDay } from "./said-day";

it.each([
  ["2026-03-03", "3 March 2026"],
  ["2026-02-31", "an unknown day"],
  ["soon", "an unknown day"],
  [null, "an unknown day"],
])("%j is said as %s", (value, words) => {
  expect(saidDay(value)).toBe(words);
});
