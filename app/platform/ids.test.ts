import { expect, test } from "vitest";
import { newId } from "./ids";

test("ids of one instant sort in the order they were made, and before those of the next", () => {
  const at = new Date("2026-10-01T20:00:00Z");
  const made = [...Array.from({ length: 200 }, () => newId(at)), newId(new Date(at.getTime() + 1))];
  expect(made.toSorted()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
});
