import { describe, expect, it } from "vitest";
import { likeness, nearest, nearPairs, wordsOf } from "./near-names";

const named = (name: string, more: { email?: string; externalIds?: string[] } = {}) => ({
  id: name,
  name,
  email: null,
  ...more,
});

describe("names as they are compared", () => {
  it.each([
    ["Cllr. José  O’Brien", "jose obrien"],
    ["Hope, Jo", "jo hope"],
    ["Dr Anne-Marie Price", "anne marie price"],
    ["!!", ""],
  ])("%s: %s", (name, words) => expect(wordsOf(name).join(" ")).toBe(words));
});

describe("two records may be of one person", () => {
  it.each([
    ["Jo Hope", "Cllr Jo HOPE", "name"],
    ["Hope, Jo", "Jo Hope", "name"],
    ["Zoë Price", "Zoe Price", "name"],
    ["J Hope", "Jo Hope", "near"],
    ["Jo Hope", "Joanne Hope", "near"],
    ["Bob Grant", "Robert Grant", "near"],
    ["Liz Grant", "Beth Grant", "near"],
    ["Jane Smith", "Jane Smyth", "near"],
    ["Stephen Reed", "Stehpen Reed", "near"],
    ["Jane Smith", "Jane Smiths", "near"],
    ["Jane Ann Smith", "Jane Smith", "near"],
    ["Jane A Smith", "Jane Ann Smith", "near"],
    ["Jane Ann Smith", "Jane Ruth Smith", null],
    ["Jane Smith", "John Smith", null],
    ["Jane Smith", "Jane Smart", null],
    ["Ann Lee", "Ann Lea", null],
    ["Jane", "Jane Smith", null],
    ["Mr", "Mrs", null],
    ["Jane Smith", "Amir Khan", null],
  ] as const)("%s and %s: %s", (a, b, why) => {
    expect(likeness(named(a), named(b))).toBe(why);
    expect(likeness(named(b), named(a))).toBe(why);
  });

  it("of one address or one long number in a register, whatever the name; a short number says nothing", () => {
    const at = (email: string) => ({ email });
    expect(likeness(named("A B", at("X@y.example ")), named("C D", at("x@Y.example")))).toBe("email");
    const numbered = (id: string) => ({ externalIds: [id] });
    expect(likeness(named("A B", numbered("uid-1234")), named("C D", numbered("uid-1234")))).toBe("id");
    expect(likeness(named("A B", numbered("12")), named("C D", numbered("12")))).toBeNull();
    expect(likeness(named("A B", at("")), named("C D", at("")))).toBeNull();
  });
});

describe("in a list", () => {
  it("the likeliest come first, and nobody is their own twin", () => {
    const people = [named("Joanne Hope"), named("Jo Hope"), named("Amir Khan"), named("jo hope")];
    expect(nearest(named("Jo Hope"), people).map(({ name, why }) => [name, why])).toEqual([
      ["jo hope", "name"],
      ["Joanne Hope", "near"],
    ]);
  });

  it("every pair is found once, as if all were compared with all", () => {
    const names = ["Jo Hope", "J. Hope", "Joanne Hope", "Amir Khan", "Jane Smith", "Jane Smyth", "Hope Jo"];
    const people = names.map((name) => named(name));
    const all = people.flatMap((a) => people.filter((b) => a.id < b.id && likeness(a, b)));
    const pairs = nearPairs(people);
    expect(pairs).toHaveLength(all.length);
    expect(new Set(pairs.map(({ a, b }) => `${a.id} ${b.id}`)).size).toBe(pairs.length);
  });
});
