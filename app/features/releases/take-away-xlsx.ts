import type { XlsxSheet } from "~/platform/xlsx-sheet";
import { aboutRelease, statusRows } from "./licence.ts";
import type { Published } from "./published.ts";
import type { TakenTable, Value } from "./take-away.ts";

const WIDEST = 40;
const LOOKED_AT = 50;

function sheetOf(name: string, headings: readonly string[], rows: readonly (readonly Value[])[]): XlsxSheet {
  const widths = headings.map((words, at) => {
    const found = rows.slice(0, LOOKED_AT).map((row) => String(row[at] ?? "").length);
    return Math.min(WIDEST, Math.max(words.length, ...found) + 2);
  });
  return { name, headings, rows, widths };
}

/** The sheets of a release as a spreadsheet: each table, what its columns mean, what the statuses mean, about it. */
export function sheetsOf(release: Published, tables: readonly TakenTable[], address: string): XlsxSheet[] {
  const dictionary = tables.flatMap(({ name, columns }) =>
    columns.map((column) => [name, column.name, column.title, column.type, column.says]),
  );
  return [
    ...tables.map(({ name, columns, rows }) =>
      sheetOf(
        name,
        columns.map((column) => column.name),
        rows,
      ),
    ),
    sheetOf("dictionary", ["table", "column", "title", "type", "says"], dictionary),
    sheetOf(
      "statuses",
      ["status", "name", "says"],
      statusRows().map(({ status, name, says }) => [status, name, says]),
    ),
    sheetOf("about", ["what", "value"], aboutRelease(release, address)),
  ];
}
