import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { csvText } from "~/platform/csv-text";
import { chance, inventedUnits } from "../../../tests/builders/release-units.ts";
import { scorer } from "../../composition/emitters.ts";
import { dayOf } from "../scoring/day.ts";
import type { Fact } from "../scoring/facts.ts";
import { cutsFor } from "./cuts.ts";
import { measuredIn, measuresOf, OVERALL } from "./measures.ts";
import { studyTable } from "./rows.ts";
import { tablesOf } from "./tables.ts";
import { COLUMNS, longTable, type ReleaseHead, tableMetadata } from "./take-away.ts";

const head: ReleaseHead = {
  id: "2026-Q3",
  asOf: "2026-09-30",
  knownAt: "2026-10-14",
  method: "2026-11",
  parameterHash: "ab12",
};

function released(areas: number): Record<string, string>[] {
  const units = inventedUnits(areas, 8);
  const rows = longTable(head, [[OVERALL, tablesOf(units, OVERALL.id, cutsFor(units))]]);
  return parse(csvText(rows), { bom: true, columns: true });
}

test("the file says in every line what it was worked out under, and reads back as it was", () => {
  const rows = released(60);
  expect(rows.length).toBeGreaterThan(8);
  expect(rows[0]).toMatchObject({
    release: "2026-Q3",
    as_of: "2026-09-30",
    known_at: "2026-10-14",
    method: "2026-11",
    parameter_hash: "ab12",
    measure: "overall",
    by_1: "",
    status: "shown",
    areas: "60",
  });
  expect(Object.keys(rows[0] ?? {})).toEqual(COLUMNS.map(({ name }) => name));
});

test("a blank figure has a status that says why, and is never 0", () => {
  const rows = released(25);
  const blank = rows.filter(({ status }) => status !== "shown");
  expect(blank.length).toBeGreaterThan(0);
  for (const row of blank) expect([row.areas, row.mean, row.lower, row.upper]).toEqual(["", "", "", ""]);
  for (const row of rows.filter(({ status }) => status === "shown"))
    expect(Number(row.mean)).toBeGreaterThan(0);
});

test("the metadata names the columns of the file, and its key tells its lines apart", () => {
  const metadata = tableMetadata(
    head,
    "releases/2026-Q3.csv",
    "https://creativecommons.org/licenses/by/4.0/",
  ) as {
    tableSchema: { columns: { name: string; titles: string[] }[]; primaryKey: string[] };
  };
  const rows = released(60);
  expect(metadata.tableSchema.columns.map(({ name }) => name)).toEqual(Object.keys(rows[0] ?? {}));
  const keys = rows.map((row) => metadata.tableSchema.primaryKey.map((name) => row[name]).join("|"));
  expect(new Set(keys).size).toBe(rows.length);
});

type Case = { as_of: string; records: Fact[] };
const cases = (
  JSON.parse(readFileSync(new URL("../scoring/methods/2026-11.golden.json", import.meta.url), "utf8")) as {
    cases: Case[];
  }
).cases;

test("what a score says is by measures of its method, in points with an error, each once", () => {
  const measures = measuresOf(scorer.method).map(({ id }) => id);
  expect(new Set(measures).size).toBe(measures.length);
  for (const { as_of, records } of cases) {
    const known = measuredIn(scorer.score(records, dayOf(as_of)), scorer.method);
    expect(measures).toEqual(expect.arrayContaining([...known.keys()]));
    for (const { value, se } of known.values()) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(100);
      expect(se).toBeGreaterThan(0);
    }
  }
});

const pseudonym = (unit: { area: string }) => unit.area.split("").reverse().join("");

test("inside a study a row is rounded, among enough others, and in no order that says anything", () => {
  const { rows, groups } = studyTable(inventedUnits(60, 4), "overall", "ruralUrban", pseudonym);
  expect(rows).toHaveLength(60);
  expect(rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).sort());
  for (const row of rows) {
    expect([row.value % 5, row.shrunk % 5, row.lo % 5, row.hi % 5, row.se % 2]).toEqual([0, 0, 0, 0, 0]);
    expect(row.lo).toBeLessThanOrEqual(row.shrunk);
    expect(row.hi).toBeGreaterThanOrEqual(row.shrunk);
  }
  for (const { among } of groups) {
    if (among !== null) expect(rows.filter((row) => row.among === among).length).toBeGreaterThanOrEqual(5);
  }
});

test("a study of four areas is told nothing", () => {
  expect(studyTable(inventedUnits(4, 4), "overall", "region", pseudonym)).toEqual({ rows: [], groups: [] });
});

test("how often an area can be told among the rows of a study: its class, figure and error together", () => {
  const next = chance(9);
  const { rows } = studyTable(inventedUnits(150, 6), "overall", "councilType", () => String(next()));
  const alike = (a: (typeof rows)[number]) =>
    rows.filter((b) => a.among === b.among && a.value === b.value && a.se === b.se).length;
  const told = rows.filter((row) => alike(row) === 1).length / rows.length;
  process.stdout.write(
    `rows of a study: ${(100 * told).toFixed(0)} of 100 are the only one of their class, figure and error\n`,
  );
  expect(told).toBeLessThan(1);
});
