import { expect, it } from "vitest";
import { parseClockTime } from "./clock-time";

it.each([
  ["19:30", "19:30"],
  ["7:05", "07:05"],
  ["19.30", "19:30"],
  ["1930", "19:30"],
  ["7.30pm", "19:30"],
  ["7pm", "19:00"],
  ["7 PM", "19:00"],
  ["12am", "00:00"],
  ["12pm", "12:00"],
  ["7", null],
  ["24:00", null],
  ["19:60", null],
  ["13pm", null],
  ["0am", null],
  ["soon", null],
  ["", null],
])("%j → %j", (text, expected) => {
  expect(parseClockTime(text)).toBe(expected);
});
