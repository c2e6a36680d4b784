import { expect, it } from "vitest";
import { audienceWords } from "./record";

it.each([
  ["shared", ["Barley Borough"], "The partnership and Barley Borough will both see this."],
  ["shared", ["Barley", "Oats"], "The partnership, Barley and Oats will all see this."],
  ["side", [], "Only the partnership’s members will see this."],
  ["personal", [], "Only you will see this."],
] as const)("%s with %j: %s", (level, councils, words) => {
  expect(audienceWords(level, { side: "community" }, councils)).toBe(words);
});
