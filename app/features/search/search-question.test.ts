import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapePattern, readQuestion } from "./search-question";

const asked = (search: string) => readQuestion(new URLSearchParams(search));

describe("a question", () => {
  it.each([
    ["", { q: "", words: [], page: 1 }],
    ["q=+lights++park+", { q: "lights  park", words: ["lights", "park"], page: 1 }],
    ["q=park+park", { q: "park park", words: ["park"], page: 1 }],
    ["q=a+b+c+d+e+f+g+h+i&page=2", { q: "a b c d e f g h i", words: [..."abcdefgh"], page: 2 }],
    ["q=park&page=-1", { q: "park", words: ["park"], page: 1 }],
    ["q=park&page=x", { q: "park", words: ["park"], page: 1 }],
    ["q=one%00two", { q: "one two", words: ["one", "two"], page: 1 }],
    [`q=${"x".repeat(201)}`, { q: "", words: [], page: 1 }],
  ])("%j", (search, expected) => {
    expect(asked(search)).toEqual(expected);
  });

  it("takes whatever is typed, and never more than eight words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 250 }), (q) => {
        const { words } = readQuestion(new URLSearchParams([["q", q]]));
        expect(words.length).toBeLessThanOrEqual(8);
        for (const word of words) expect(word.isWellFormed()).toBe(true);
      }),
    );
  });

  it.each([
    ["50%", "50\\%"],
    ["a_b", "a\\_b"],
    ["c:\\d", "c:\\\\d"],
    ["park", "park"],
  ])("%s stands for itself", (word, pattern) => {
    expect(escapePattern(word)).toBe(pattern);
  });
});
