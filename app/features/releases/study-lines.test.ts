import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inventedUnits } from "../../../tests/builders/release-units";
import { studyTold } from "../../../tests/builders/study-told";
import { hashOfKey, pseudonymOf } from "./pseudonym.server";
import { LEAST_ANSWERS, studyLines } from "./study-lines";
import type { Unit } from "./unit";

const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
const id = fc.uuid();

describe("what areas are called in a study", () => {
  test("the same in all its releases, and sixteen letters of hexadecimal", () => {
    fc.assert(
      fc.property(key, id, (one, area) => {
        const name = pseudonymOf(one, area);
        expect(name).toMatch(/^[0-9a-f]{16}$/);
        expect(pseudonymOf(Uint8Array.from(one), area)).toBe(name);
        expect(area.replaceAll("-", "")).not.toContain(name);
      }),
    );
  });

  test("in two studies no name is the same, of one area or of two", () => {
    fc.assert(
      fc.property(key, key, fc.uniqueArray(id, { minLength: 1, maxLength: 20 }), (one, other, areas) => {
        fc.pre(hashOfKey(one) !== hashOfKey(other));
        const names = areas.flatMap((area) => [pseudonymOf(one, area), pseudonymOf(other, area)]);
        expect(new Set(names).size).toBe(2 * areas.length);
      }),
    );
  });

  test("known pseudonyms, made by another program, are ours", () => {
    const known = pseudonymOf(new Uint8Array(32).fill(11), "0190d7a4-1f2a-7c00-8000-000000000001");
    // printf 0190d7a4-1f2a-7c00-8000-000000000001 | openssl dgst -sha256 -mac HMAC -macopt hexkey:0b0b…0b (32 bytes)
    expect(known).toBe("ad498ad197c9be7f");
  });

  test("no two of 20,000 areas share one", () => {
    const one = randomBytes(32);
    const names = Array.from({ length: 20_000 }, (_, at) => pseudonymOf(one, `area ${at}`));
    expect(new Set(names).size).toBe(names.length);
  });
});

const study = { dimension: "ruralUrban" } as const;
const named = (unit: Unit) => `name of ${unit.id}`;

describe("the rows of a study", () => {
  const units = inventedUnits(60, 5);
  const lines = studyTold(studyLines(study, units, named));

  test("one for each area and measure it has, under its pseudonym, rounded", () => {
    expect(lines.rows.map(({ id }) => id)).toEqual(units.map(named).sort());
    expect(lines.rows.every(({ measure }) => measure === "overall")).toBe(true);
    expect(lines.rows.every(({ value, shrunk }) => value % 5 === 0 && shrunk % 5 === 0)).toBe(true);
    expect(lines.groups.map(({ place }) => place)).toEqual(lines.groups.map((_, place) => place));
    expect(JSON.stringify(lines)).not.toMatch(/"(area|council)-\d/);
  });

  test("none at all where the areas together may not be told of", () => {
    const lines = studyTold(studyLines(study, units.slice(0, 4), named));
    expect(lines).toEqual({ rows: [], groups: [] });
  });

  test("what fewer than five people said is in no row", () => {
    const measure = "trust/P/council";
    const answered = (people: number) => (unit: Unit) => ({
      ...unit,
      figures: new Map([[measure, { value: 50, se: 5 }]]),
      people: new Map([[measure, people]]),
    });
    const some = units.slice(0, 30).map(answered(LEAST_ANSWERS));
    const few = units.slice(30).map(answered(LEAST_ANSWERS - 1));
    const { rows } = studyTold(studyLines(study, [...some, ...few], named));
    const told = rows.map((row) => row.id);
    expect(told).toEqual(some.map(named).sort());
  });

  test("has the counts of what is counted, to the nearest five, and none of fewer than five", () => {
    const measure = "trust/T1/council";
    const counted = units.map((unit, at) => ({
      ...unit,
      figures: new Map([[measure, { value: 50, se: 5 }]]),
      counts: new Map([[measure, { of: at === 0 ? 4 : 13, share: 61 }]]),
    }));
    const { rows } = studyTold(studyLines(study, counted, named));
    const of = (unit: Unit | undefined) => rows.find((row) => unit && row.id === named(unit))?.counts;
    expect(of(counted[0])).toBeNull();
    expect(of(counted[1])).toEqual({ of: 15, share: 60 });
  });
});
