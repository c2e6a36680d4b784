import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { readSafely } from "~/platform/csv-text";
import { writeXlsx } from "~/platform/xlsx.server";
import { inventedUnits } from "../../../tests/builders/release-units.ts";
import { cutsFor } from "./cuts.ts";
import { OVERALL } from "./measures.ts";
import type { Published } from "./published.ts";
import { STATUS_WORDS } from "./release-words.ts";
import { tablesOf } from "./tables.ts";
import { objectsOf, type TakenTable, takeTable, type Value } from "./take-away.ts";
import { csvOf, jsonOf, metadataOf } from "./take-away-text.ts";
import { sheetsOf } from "./take-away-xlsx.ts";
import { blanksOf, LEFT_OUT } from "./taken-blanks.ts";
import { FIGURES } from "./taken-figures.ts";
import { AGREEMENT, CHANGES, CODE_COUNTS, CODES, PARAMETERS, VARIANTS_TOLD } from "./taken-others.ts";

const release: Published = {
  id: "2026-Q3",
  asOf: "2026-09-30",
  knownAt: "2026-10-01",
  method: "2026-11",
  parameterHash: "ab12",
  // In London the 15th has begun.
  publishedAt: new Date("2026-10-14T23:00:00Z"),
  areas: 25,
  note: "",
};
const ADDRESS = "https://common-ground.example/research/data";

const all = { cut: [], classes: [] } as const;
const blank = { status: "areas", areas: null, mean: null, lo: null, hi: null } as const;
// What a spreadsheet would reckon with, what XML and CSV mark, and letters of two languages.
const RISKY = ["=1+1", "+44", "-1", "@home", '<b> & "so"', "a,b", "Côté\nnaïve", "'=1"];

/** Every table of a release of 25 areas, in which many lines are left out; `forty` has figures to add up. */
function tablesOfRelease(areas = 25): TakenTable[] {
  const units = inventedUnits(areas, 8);
  const figures = tablesOf(units, OVERALL.id, cutsFor(units)).map((line) => ({ ...line, measured: OVERALL }));
  const codes = RISKY.map((label, at) => ({ slug: `code-${at}`, theme: "Change", label, says: label }));
  const tables = [
    takeTable(FIGURES, release, figures),
    takeTable(CHANGES, release, [
      { ...all, since: "2026-Q2", measure: "overall", status: "shown", areas: 20, mean: -4, lo: -8, hi: 0 },
      { ...blank, since: "2026-Q2", measure: "overall", cut: ["region"], classes: ["London"] },
    ]),
    takeTable(CODES, release, codes),
    takeTable(CODE_COUNTS, release, [
      { ...all, code: "code-0", status: "shown", records: 15, areas: 10 },
      { ...all, code: "code-1", status: "councils", records: null, areas: null },
    ]),
    takeTable(VARIANTS_TOLD, release, [
      { ...all, variant: "h-2", measure: "overall", status: "shown", mean: 52, lo: 48, hi: 56 },
      { ...blank, variant: "h-2", measure: "trust", cut: ["stage"], classes: ["active"] },
    ]),
    takeTable(AGREEMENT, release, [
      { variant: "h-2", crossed: 5, agreement: 0.95 },
      { variant: "h-5", crossed: null, agreement: null },
    ]),
    takeTable(PARAMETERS, release, [{ key: "h", value: 3, means: "How many facts." }]),
  ];
  return [...tables, takeTable(LEFT_OUT, release, blanksOf(tables))];
}

const TABLES = tablesOfRelease();
const byName = (name: string) => TABLES.find((table) => table.name === name) ?? expect.unreachable();

/** A file's cells as the table had them: by the type of the column, a blank as null. */
function typed({ columns }: TakenTable, cells: readonly string[]): Value[] {
  return cells.map((cell, at) => {
    if (cell === "") return null;
    const { type } = columns[at] ?? expect.unreachable();
    return type === "integer" || type === "decimal" ? Number(cell) : readSafely(cell);
  });
}

test.each(TABLES)("the CSV of $name reads back as its lines", (table) => {
  const [names, ...lines] = parse(csvOf(table), { record_delimiter: "\r\n" }) as string[][];
  expect(names).toEqual(table.columns.map(({ name }) => name));
  expect(lines.map((cells) => typed(table, cells))).toEqual(table.rows);
  expect(lines.length).toBeGreaterThan(0);
  // Nothing that a spreadsheet would reckon with, but for numbers below 0.
  expect(lines.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-\d+$/.test(cell))).toEqual([]);
});

test("the CSV begins with its first name, for programs, and a number below 0 is one", () => {
  expect(csvOf(byName("figures"))).toMatch(/^release,as_of,/);
  expect(csvOf(byName("changes"))).toContain("shown,20,-4,-8,0\r\n");
});

/** The cells of each sheet of an XLSX file, read as the format says. */
function sheetsIn(bytes: Uint8Array): Map<string, Value[][]> {
  const files = unzipSync(bytes);
  const text = (path: string) => strFromU8(files[path] ?? expect.unreachable());
  const plain = (xml: string) =>
    xml.replace(
      /&(lt|gt|quot|apos|amp);/g,
      (_, name: string) => ({ lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" })[name] ?? "",
    );
  const shared = [...text("xl/sharedStrings.xml").matchAll(/<si><t[^>]*>([\s\S]*?)<\/t><\/si>/g)].map(
    ([, words = ""]) => plain(words),
  );
  const names = [...text("xl/workbook.xml").matchAll(/<sheet [^>]*?name="([^"]*)"/g)].map(
    ([, name = ""]) => name,
  );
  return new Map(names.map((name, at) => [name, rowsIn(text(`xl/worksheets/sheet${at + 1}.xml`), shared)]));
}

function rowsIn(xml: string, shared: readonly string[]): Value[][] {
  expect(xml).not.toContain("<f>");
  return [...xml.matchAll(/<row [^>]*>([\s\S]*?)<\/row>/g)].map(([, cells = ""]) => {
    const row: Value[] = [];
    for (const [, column = "", attributes = "", value = ""] of cells.matchAll(
      /<c r="([A-Z]+)\d+"([^>]*)><v>([^<]*)<\/v><\/c>/g,
    ))
      row[numberOf(column)] = attributes.includes('t="s"') ? (shared[Number(value)] ?? null) : Number(value);
    return row;
  });
}

const numberOf = (column: string) =>
  [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

test("the spreadsheet reads back as the tables, with no formula in it, its dictionary and what it is", async () => {
  const sheets = sheetsIn(await writeXlsx(sheetsOf(release, TABLES, ADDRESS)));
  expect([...sheets.keys()]).toEqual([...TABLES.map(({ name }) => name), "dictionary", "statuses", "about"]);
  for (const { name, columns, rows } of TABLES) {
    const [names, ...lines] = sheets.get(name) ?? [];
    expect(names).toEqual(columns.map((column) => column.name));
    expect(lines.map((line) => columns.map((_, at) => line[at] ?? null))).toEqual(rows);
  }
  expect(sheets.get("dictionary")).toHaveLength(1 + TABLES.flatMap(({ columns }) => columns).length);
  expect(sheets.get("about")).toContainEqual(["Hash of the parameters", "ab12"]);
});

test("the JSON reads back as the tables, blanks as null", () => {
  const read = JSON.parse(jsonOf(release, TABLES, ADDRESS));
  for (const table of TABLES) expect(read.tables[table.name]).toEqual(objectsOf(table));
  expect(Object.keys(read.tables.figures[0])).toEqual(byName("figures").columns.map(({ name }) => name));
  expect(read.about["How to cite"]).toContain("release 2026-Q3, method 2026-11. CC BY 4.0.");
});

test.each(TABLES)("the metadata of $name has its columns, and its key tells its lines apart", (table) => {
  const { url, tableSchema } = metadataOf(table, release, ADDRESS) as {
    url: string;
    tableSchema: { columns: { name: string; datatype: unknown }[]; primaryKey: string[] };
  };
  expect(url).toBe(table.name === "figures" ? "2026-Q3.csv" : `2026-Q3-${table.name}.csv`);
  const [names] = parse(csvOf(table)) as string[][];
  expect(tableSchema.columns.map(({ name }) => name)).toEqual(names);
  const keys = objectsOf(table).map((line) =>
    JSON.stringify(tableSchema.primaryKey.map((name) => line[name])),
  );
  expect(new Set(keys).size).toBe(table.rows.length);
  // The words a column may have are the only ones it has.
  for (const { name, datatype } of tableSchema.columns) {
    const { format } = datatype as { format?: string };
    const words = objectsOf(table).map((line) => line[name] ?? null);
    if (format)
      for (const word of words)
        expect(word === null || new RegExp(`^(?:${format})$`).test(String(word))).toBe(true);
  }
});

test("every blank figure has a status that says why, and is never 0; every line without one is among what is left out", () => {
  const figures = ["areas", "mean", "lower", "upper", "records", "crossed", "agreement"];
  let blanks = 0;
  for (const table of TABLES.filter(({ name }) => name !== "left-out")) {
    const names = table.columns.map(({ name }) => name).filter((name) => figures.includes(name));
    for (const line of objectsOf(table)) {
      const without = names.filter((name) => line[name] === null);
      if (without.length === 0) continue;
      blanks += 1;
      expect(without).toEqual(names);
      expect(Object.keys(STATUS_WORDS)).toContain(line.status);
      expect(line.status).not.toBe("shown");
    }
  }
  expect(blanks).toBeGreaterThan(3);
  expect(byName("left-out").rows).toHaveLength(blanks);
});

test("the day it was published is the one in London, in every file", () => {
  const figures = byName("figures");
  expect(metadataOf(figures, release, ADDRESS)["dc:issued"]).toMatchObject({ "@value": "2026-10-15" });
  expect(JSON.parse(jsonOf(release, [figures], ADDRESS)).about.Published).toBe("2026-10-15");
});

test("every line says what it was worked out under", () => {
  for (const table of TABLES)
    for (const line of objectsOf(table))
      expect(line).toMatchObject({
        release: "2026-Q3",
        as_of: "2026-09-30",
        known_at: "2026-10-01",
        method: "2026-11",
        parameter_hash: "ab12",
      });
});
