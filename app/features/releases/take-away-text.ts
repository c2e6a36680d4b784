import { dayOf } from "~/platform/calendar/day";
import { csvLines } from "~/platform/csv-text";
import { aboutRelease, citation, FORM, LICENCE, statusRows, TITLE } from "./licence.ts";
import type { Published } from "./published.ts";
import { fileName, objectsOf, type TakenTable } from "./take-away.ts";

/** A table as CSV (RFC 4180), the names of its columns first. */
export function csvOf({ columns, rows }: TakenTable): string {
  return csvLines([columns.map(({ name }) => name), ...rows]);
}

/** What a table's columns mean, for programs: metadata for tabular data on the web (W3C CSVW, 2015). */
export function metadataOf(
  table: Omit<TakenTable, "rows">,
  release: Published,
  address: string,
): Record<string, unknown> {
  const { name, title, says, columns, key } = table;
  return {
    "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
    url: fileName(release.id, name, "csv"),
    "dc:title": `${TITLE}, ${release.id}: ${title}`,
    "dc:description": says,
    "dc:license": { "@id": LICENCE.href },
    "dc:issued": { "@value": dayOf(release.publishedAt), "@type": "xsd:date" },
    "dc:bibliographicCitation": citation(release, address),
    "schema:version": FORM,
    dialect: { encoding: "utf-8", header: true, delimiter: ",", quoteChar: '"', doubleQuote: true },
    tableSchema: {
      columns: columns.map(({ name, title, type, says, among }) => ({
        name,
        titles: name === title ? name : [name, title],
        datatype: among ? { base: type, format: among.join("|") } : type,
        "dc:description": says,
        null: "",
      })),
      primaryKey: key,
    },
  };
}

/** A whole release as JSON: about it, what the statuses mean, the columns, and every table as lines by column names. */
export function jsonOf(release: Published, tables: readonly TakenTable[], address: string): string {
  const content = {
    about: Object.fromEntries(aboutRelease(release, address)),
    statuses: Object.fromEntries(statusRows().map(({ status, says }) => [status, says])),
    columns: Object.fromEntries(tables.map(({ name, columns }) => [name, columns])),
    tables: Object.fromEntries(tables.map((table) => [table.name, objectsOf(table)])),
  };
  return `${JSON.stringify(content)}\n`;
}
