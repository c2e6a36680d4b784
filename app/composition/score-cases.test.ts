import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BadCases } from "./read-cases.ts";
import { main, rounded, scoreCases } from "./score-cases.ts";

const promise = { type: "commitment", id: "c", by: "council", due: "2026-09-16" };
const one = (records: unknown, rest: object = {}) => ({
  cases: [{ name: "n", as_of: "2026-10-01", records, ...rest }],
});
const scored = (records: unknown) => scoreCases(one(records)).n as { overall: number; streams: unknown[] };

describe("scoring cases", () => {
  it("prints the keys of the golden file, and nothing else", () => {
    expect(scored([])).toEqual({ status: "not scored", overall: 50, streams: [], components: {} });
    const found = scored([promise]) as unknown as { components: object };
    expect(Object.keys(found.components)).toEqual(["trust"]);
    expect(scored([promise]).streams).toEqual([
      { indicator: "T1", side: "council", W: 0.12, items: 1, n: 0.5, x: 0, Z: 0.142857 },
      { indicator: "T4", side: "council", W: 0.045, items: 1, n: 1, x: 0, Z: 0.25 },
    ]);
  });

  it("shows a case in full where its expectation is", () => {
    const found = scoreCases(one([promise], { expected: { se: 1 } })).n;
    expect(Object.keys(found as object)).toContain("days_since_last_record");
  });

  it("takes null, a missing field and a later day for the same", () => {
    const open = scored([promise]);
    for (const done of [null, undefined, "2026-10-02"]) expect(scored([{ ...promise, done }])).toEqual(open);
  });

  it.each<[string, object | null, RegExp]>([
    ["not an object", null, /the file is not of the form/],
    ["no cases", { case: [] }, /the file is not of the form/],
    ["cases not a list", { cases: {} }, /"cases" is not a list/],
    ["no name", { cases: [{ as_of: "2026-10-01", records: [] }] }, /number 1, field "name"/],
    ["no day", { cases: [{ name: "n", records: [] }] }, /case "n", field "as_of"/],
    ["a day that is none", one([], { as_of: "2026-02-30" }), /case "n", field "as_of"/],
    ["no records", one(undefined), /case "n", field "records"/],
    ["a stray field of a case", one([], { asof: 1 }), /case "n", field "asof"/],
    ["a name twice", { cases: [...one([]).cases, ...one([]).cases] }, /case "n", field "name"/],
    ["a record that is none", one([7]), /case "n", record 1: is not an object/],
    ["an unknown type", one([{ type: "thank-you", id: "x" }]), /record 1 "x", field "type"/],
    ["no id", one([{ type: "proposal", to: "council" }]), /record 1, field "id"/],
    ["an id twice", one([promise, promise]), /record 2 "c", field "id"/],
    ["an unknown key", one([{ ...promise, by_whom: 1 }]), /record 1 "c", field "by_whom": is not a field/],
    ["a bad side", one([{ ...promise, by: "parish" }]), /record 1 "c", field "by"/],
    ["a missing side", one([{ ...promise, by: undefined }]), /record 1 "c", field "by"/],
    ["a bad day", one([{ ...promise, done: "2026-09-31" }]), /field "done": is not a calendar day/],
    ["a day deep down", one([{ ...promise, renegotiated: [{ agreed: "soon" }] }]), /"renegotiated.0.agreed"/],
    ["a stray key deep down", one([{ ...promise, renegotiated: [{ day: 1 }] }]), /"renegotiated.0.day"/],
    [
      "a disputed check-in",
      one([
        {
          type: "check-in",
          id: "p",
          who: "w",
          side: "council",
          date: "2026-09-01",
          items: {},
          contested: "2026-09-02",
        },
      ]),
      /"contested"/,
    ],
    [
      "an answer out of range",
      one([
        {
          type: "check-in",
          id: "p",
          who: "w",
          side: "council",
          date: "2026-09-01",
          items: { trust: [6, 1, 1] },
        },
      ]),
      /"items.trust.0"/,
    ],
  ])("refuses %s, naming the place", (_, input, message) => {
    expect(() => scoreCases(input)).toThrow(BadCases);
    expect(() => scoreCases(input)).toThrow(message);
  });

  it("rounds to six places, and knows no minus nought", () => {
    expect([rounded(1 / 3), rounded(-1e-9), rounded(2)]).toEqual([0.333333, 0, 2]);
  });
});

describe("the command", () => {
  let folder = "";
  const written = { stdout: "", stderr: "" };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "score-"));
    Object.assign(written, { stdout: "", stderr: "" });
    for (const name of ["stdout", "stderr"] as const) {
      vi.spyOn(process[name], "write").mockImplementation((text) => {
        written[name] += String(text);
        return true;
      });
    }
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const run = (text: string) => {
    const path = join(folder, "cases.json");
    writeFileSync(path, text);
    return main([path]);
  };

  it("prints the scores", () => {
    expect(run(JSON.stringify(one([])))).toBe(0);
    expect(JSON.parse(written.stdout)).toEqual(scoreCases(one([])));
    expect(written.stderr).toBe("");
  });

  it.each([
    ["{", /not JSON/],
    [JSON.stringify(one([{ ...promise, due: 3 }])), /case "n", record 1 "c", field "due"/],
  ])("prints nothing but what is wrong with %s", (text, message) => {
    expect(run(text)).toBe(1);
    expect(written.stdout).toBe("");
    expect(written.stderr).toMatch(message);
  });

  it("wants one file, and one that is there", () => {
    expect(main([])).toBe(1);
    expect(main([join(folder, "none.json")])).toBe(1);
    expect(written.stdout).toBe("");
    expect(written.stderr).toMatch(/ENOENT/);
  });
});
