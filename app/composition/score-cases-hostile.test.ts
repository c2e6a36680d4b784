import { describe, expect, it } from "vitest";
import golden from "../features/scoring/methods/2026-11.golden.json";
import { BadCases, parseCases } from "./read-cases.ts";
import { scoreCases } from "./score-cases.ts";

// Cases as others may write them, to try the method: each is scored, or refused with words that name the place.

type Raw = Record<string, unknown>;
const file = (records: unknown, asOf: unknown = "2026-10-01", name: unknown = "n") => ({
  cases: [{ name, as_of: asOf, records }],
});
const said = (text: string): string => {
  try {
    scoreCases(parseCases(text));
    return "scored";
  } catch (error) {
    expect(error).toBeInstanceOf(BadCases);
    return (error as Error).message;
  }
};
const saidOf = (records: unknown, asOf?: unknown) => said(JSON.stringify(file(records, asOf)));

const kept = {
  type: "commitment",
  id: "c",
  by: "council",
  due: "2026-09-16",
  done: "2026-09-16",
  confirmed: "2026-09-16",
};
const LONG = "x".repeat(5_000_000);

describe("a hostile file of cases is refused in words", () => {
  it.each<[string, string, RegExp]>([
    [
      "a value that is not a number",
      '{"cases":[{"name":"n","as_of":"2026-10-01","records":[NaN]}]}',
      /^not JSON/,
    ],
    ["undefined", '{"cases":[{"name":"n","as_of":undefined,"records":[]}]}', /^not JSON/],
    ["nothing", "", /^not JSON/],
    ["a comma too many", '{"cases":[],}', /^not JSON/],
    ["brackets without end", "[".repeat(200_000), /^not JSON/],
    ["a list", "[]", /^the file is not of the form/],
    ["a text", '"cases"', /^the file is not of the form/],
    ["cases from afar", '{"__proto__":{"cases":[]}}', /^the file is not of the form/],
    ["cases that are null", '{"cases":null}', /^"cases" is not a list/],
    ["a case that is null", '{"cases":[null]}', /^cases, number 1: is not an object/],
    ["a case without a name", '{"cases":[{}]}', /^cases, number 1, field "name": is missing/],
  ])("%s", (_, text, message) => expect(said(text)).toMatch(message));

  it.each<[string, unknown, RegExp]>([
    ["year nought", "0000-12-31", /"as_of": is not a calendar day/],
    ["a year of five digits", "10000-01-01", /"as_of"/],
    ["a time", "2026-10-01T00:00:00Z", /"as_of"/],
    ["a number", 20261001, /"as_of"/],
    ["null", null, /"as_of"/],
    ["other digits", "２０２６-10-01", /"as_of"/],
  ])("a day that is %s", (_, asOf, message) => expect(saidOf([], asOf)).toMatch(message));

  it.each<[string, Raw, RegExp]>([
    ["an unknown type", { ...kept, type: "toString" }, /case "n", record 1 "c", field "type"/],
    ["a type that is none", { ...kept, type: 7 }, /field "type"/],
    ["no type", { id: "c" }, /record 1 "c", field "type"/],
    ["an empty id", { ...kept, id: "" }, /record 1 "", field "id"/],
    ["a number for an id", { ...kept, id: 1 }, /record 1, field "id"/],
    ["another type's key", { ...kept, target: "2026-09-16" }, /field "target": is not a field of this type/],
    ["an empty day", { ...kept, done: "" }, /field "done": is not a calendar day/],
    ["a list for a day", { ...kept, done: ["2026-09-16"] }, /field "done"/],
    ["an object for a side", { ...kept, by: { side: "council" } }, /field "by"/],
    ["moves that are no list", { ...kept, renegotiated: { agreed: "2026-09-01" } }, /field "renegotiated"/],
    ["too large a number", { type: "rhythm", id: "r", longest_gap: 1e300 }, /field "longest_gap"/],
    ["half a day", { type: "rhythm", id: "r", longest_gap: 42.5 }, /field "longest_gap"/],
    ["fewer than no actions", { type: "meeting", id: "m", status: "held", actions: -1 }, /field "actions"/],
    ["two answers of three", checkIn([4, 4]), /field "items.trust/],
    ["half an answer", checkIn([4, 4, 4.5]), /field "items.trust.2"/],
    [
      "answers to a component that is none",
      { ...checkIn([4, 4, 4]), items: { love: [1, 1, 1] } },
      /"items.love"/,
    ],
  ])("a record with %s", (_, record, message) => expect(saidOf([record])).toMatch(message));

  it("a key of the language's own", () => {
    const text = JSON.stringify(file([kept])).replace('"id":"c"', '"id":"c","__proto__":{"done":null}');
    expect(said(text)).toMatch(/record 1 "c", field "__proto__"/);
    expect(saidOf([{ ...kept, constructor: "x" }])).toMatch(/field "constructor"/);
  });

  it("very long names and ids, cut in the message", () => {
    const message = said(JSON.stringify(file([{ ...kept, id: LONG, by: "x" }], "2026-10-01", LONG)));
    expect(message).toMatch(/^case "x+…", record 1 "x+…", field "by"/);
    expect(message.length).toBeLessThan(400);
  });
});

function checkIn(trust: unknown): Raw {
  return { type: "check-in", id: "p", who: "w", side: "council", date: "2026-09-01", items: { trust } };
}

type Short = { status: string; overall: number; streams: { n: number; x: number; Z: number }[] };
const scored = (records: unknown, asOf?: string) => scoreCases(file(records, asOf)).n as Short;

describe("odd cases are scored all the same", () => {
  it("the first and the last day there are", () => {
    for (const asOf of ["0001-01-01", "9999-12-31"]) {
      const ends = [
        { ...kept, id: "a", due: "0001-01-01", done: "0001-01-01" },
        { ...kept, id: "b", due: "9999-12-31", done: "9999-12-31" },
      ];
      const { overall, streams } = scored(ends, asOf);
      expect(overall).toBeGreaterThanOrEqual(0);
      expect(overall).toBeLessThanOrEqual(100);
      for (const { n, x, Z } of streams) expect([n, x, Z].every(Number.isFinite)).toBe(true);
    }
  });

  it("days that contradict each other", () => {
    const muddled = {
      ...kept,
      done: "2020-01-01",
      confirmed: "2019-01-01",
      told: "2027-01-01",
      not_kept: "2018-01-01",
      withdrawn: "2030-01-01",
      renegotiated: [{ agreed: "2021-01-01", due: "2001-01-01" }, { agreed: null }, {}],
      contested: "2025-01-01",
      settled: "2024-01-01",
    };
    const { overall } = scored([muddled]);
    expect(overall).toBeGreaterThan(0);
    expect(overall).toBeLessThan(100);
  });

  it("empty records, those that say nothing but their type, and those all ahead", () => {
    const nothing = { status: "not scored", overall: 50, streams: [], components: {} };
    expect(scored([])).toEqual(nothing);
    const bare = [
      { type: "commitment", id: "1", by: "council" },
      { type: "mou", id: "2" },
      { type: "project", id: "3" },
      { type: "rhythm", id: "4" },
      { type: "check-in", id: "5", who: "w", side: "council", items: {} },
    ];
    expect(scored(bare)).toEqual(nothing);
    expect(scored([{ ...kept, due: "2027-01-01", done: "2027-01-01", confirmed: null }])).toEqual(nothing);
  });

  it("a meeting both sides attended twice over counts once", () => {
    const met = { type: "meeting", id: "m", date: "2026-09-01", status: "held" };
    const once = scored([{ ...met, attended: ["council", "community"] }]);
    expect(scored([{ ...met, attended: ["council", "community", "council"] }])).toEqual(once);
  });

  it("names that are the language's own, kept apart and printed", () => {
    const names = ["__proto__", "constructor", "1", "ä\u0000\n"];
    const cases = names.map((name) => ({ name, as_of: "2026-10-01", records: [] }));
    const printed = JSON.parse(JSON.stringify(scoreCases({ cases })));
    expect(Object.keys(printed).sort()).toEqual(names.toSorted());
  });

  it("ten thousand records", { timeout: 60_000 }, () => {
    const records = Array.from({ length: 10_000 }, (_, i) => ({ ...kept, id: `c${i}` }));
    expect(scored(records).overall).toBeGreaterThan(50);
  });
});

describe("what is printed", () => {
  it("has exactly the keys the published file expects, of every case", () => {
    const keysOf = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(keysOf)
        : typeof value === "object" && value !== null
          ? Object.entries(value).map(([key, one]) => [key, keysOf(one)])
          : typeof value;
    const found = scoreCases(golden);
    for (const { name, expected } of [...golden.examples, ...golden.cases]) {
      expect(keysOf(found[name]), name).toEqual(keysOf(expected));
    }
    expect(Object.keys(found)).toHaveLength(golden.examples.length + golden.cases.length);
  });
});
