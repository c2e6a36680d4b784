import { describe, expect, it } from "vitest";
import { widerLevel } from "./note.policy";

describe("a note is widened one step at a time, and never beyond what it is about", () => {
  it.each([
    ["personal", "shared", "side"],
    ["personal", "side", "side"],
    ["personal", "personal", null],
    ["personal", null, "side"],
    ["side", "shared", "shared"],
    ["side", "side", null],
    ["side", null, "shared"],
    ["shared", "shared", null],
    ["shared", null, null],
  ] as const)("%s about %s → %s", (level, about, wider) => {
    expect(widerLevel(level, about)).toBe(wider);
  });
});
