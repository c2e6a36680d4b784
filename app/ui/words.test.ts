import { describe, expect, it } from "vitest";
import { listWords } from "../platform/list-words.ts";
import { plural } from "../platform/plural.ts";

describe("plural", () => {
  it.each([
    [0, "0 meetings"],
    [1, "1 meeting"],
    [2, "2 meetings"],
    [1200, "1,200 meetings"],
  ])("%i", (count, words) => {
    expect(plural(count, "meeting")).toBe(words);
  });

  it("takes an irregular plural", () => {
    expect(plural(1, "person", "people")).toBe("1 person");
    expect(plural(3, "person", "people")).toBe("3 people");
  });
});

describe("listWords", () => {
  it.each([
    [[], {}, ""],
    [["Ana"], {}, "Ana"],
    [["Ana", "Ben"], {}, "Ana and Ben"],
    [["Ana", "Ben", "Cy"], {}, "Ana, Ben and Cy"],
    [["Ana", "Ben", "Cy"], { joiner: "or" as const }, "Ana, Ben or Cy"],
    [["Ana", "Ben", "Cy"], { most: 2 }, "Ana, Ben and 1 other"],
    [["Ana", "Ben", "Cy", "Di"], { most: 2 }, "Ana, Ben and 2 others"],
    [["Ana", "Ben"], { most: 2 }, "Ana and Ben"],
  ])("%j %j", (words, options, said) => {
    expect(listWords(words, options)).toBe(said);
  });
});
