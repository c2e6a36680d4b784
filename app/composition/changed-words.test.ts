import { expect, it } from "vitest";
import { quotedValue } from "./changed-words";

it.each([
  [null, "nothing"],
  ["2026-10-25", "25 October 2026"],
  ["19:30", "7:30pm"],
  ["Two bins", "“Two bins”"],
  ["2026-10-25 or later", "“2026-10-25 or later”"],
  ["99:99", "“99:99”"],
  [["money", "land"], "“money, land”"],
  [false, "“no”"],
])("%j reads %s", (value, words) => {
  expect(quotedValue(value)).toBe(words);
});
