import type { Measure } from "./measures.ts";
import { STATUSES } from "./suppression.ts";
import type { TableLine } from "./tables.ts";

/** What every line of a release is worked out under. */
export type ReleaseHead = {
  /** Its quarter, such as 2026-Q3. */
  readonly id: string;
  readonly asOf: string;
  readonly knownAt: string;
  readonly method: string;
  readonly parameterHash: string;
};

type Column = {
  readonly name: string;
  readonly title: string;
  readonly type: "string" | "date" | "integer" | "decimal";
  readonly says: string;
  readonly of: (head: ReleaseHead, measure: Measure, line: TableLine) => string | number | null;
};

/** The columns of the long table, in order: the data dictionary, the file and its metadata are all made of this. */
export const COLUMNS: readonly Column[] = [
  {
    name: "release",
    title: "Release",
    type: "string",
    says: "The quarter that the figures are of.",
    of: (head) => head.id,
  },
  {
    name: "as_of",
    title: "As of",
    type: "date",
    says: "The day the figures are worked out for.",
    of: (head) => head.asOf,
  },
  {
    name: "known_at",
    title: "Known at",
    type: "date",
    says: "The last day whose records are counted.",
    of: (head) => head.knownAt,
  },
  {
    name: "method",
    title: "Method",
    type: "string",
    says: "The version of the method.",
    of: (head) => head.method,
  },
  {
    name: "parameter_hash",
    title: "Hash of the parameters",
    type: "string",
    says: "SHA-256 of the method’s numbers, as its page prints it.",
    of: (head) => head.parameterHash,
  },
  {
    name: "measure",
    title: "Measure",
    type: "string",
    says: "What is measured: the next three columns in one.",
    of: (_, measure) => measure.id,
  },
  {
    name: "component",
    title: "Component",
    type: "string",
    says: "One of the five; blank for the overall figure.",
    of: (_, measure) => measure.component,
  },
  {
    name: "direction",
    title: "Direction",
    type: "string",
    says: "council: how the council does as a partner; community: how the partnership does; joint or both: the two together.",
    of: (_, measure) => measure.direction,
  },
  {
    name: "indicator",
    title: "Indicator",
    type: "string",
    says: "The indicator’s id in the method; blank where it is not of one.",
    of: (_, measure) => measure.indicator,
  },
  {
    name: "by_1",
    title: "First dimension",
    type: "string",
    says: "What the areas are told apart by; blank: all areas.",
    of: (_, __, line) => line.cut[0] ?? null,
  },
  {
    name: "class_1",
    title: "Its class",
    type: "string",
    says: "The class of the first dimension.",
    of: (_, __, line) => line.classes[0] ?? null,
  },
  {
    name: "by_2",
    title: "Second dimension",
    type: "string",
    says: "A second thing they are told apart by, or blank.",
    of: (_, __, line) => line.cut[1] ?? null,
  },
  {
    name: "class_2",
    title: "Its class",
    type: "string",
    says: "The class of the second dimension.",
    of: (_, __, line) => line.classes[1] ?? null,
  },
  {
    name: "status",
    title: "Status",
    type: "string",
    says: `Whether there is a figure, or why not: ${STATUSES.join(", ")}.`,
    of: (_, __, line) => line.status,
  },
  {
    name: "areas",
    title: "Areas",
    type: "integer",
    says: "How many areas, to the nearest 5. Blank where status is not shown.",
    of: (_, __, line) => line.areas,
  },
  {
    name: "mean",
    title: "Mean",
    type: "decimal",
    says: "The mean of the areas, random effects, 0–100, to the nearest 2 points.",
    of: (_, __, line) => line.mean,
  },
  {
    name: "lower",
    title: "Lower end",
    type: "decimal",
    says: "Where the mean likely lies, nine times in ten: the lower end, rounded down to 2 points.",
    of: (_, __, line) => line.lo,
  },
  {
    name: "upper",
    title: "Upper end",
    type: "decimal",
    says: "The upper end, rounded up to 2 points.",
    of: (_, __, line) => line.hi,
  },
];

/** The long table as rows of text, the names first. A blank is an empty cell, never 0. */
export function longTable(
  head: ReleaseHead,
  measured: readonly (readonly [Measure, readonly TableLine[]])[],
): string[][] {
  const rows = measured.flatMap(([measure, lines]) =>
    lines.map((line) => COLUMNS.map((column) => String(column.of(head, measure, line) ?? ""))),
  );
  return [COLUMNS.map(({ name }) => name), ...rows];
}

/** What the table's columns mean, for programs: metadata for tabular data on the web (W3C CSVW, 2015). */
export function tableMetadata(head: ReleaseHead, url: string, licence: string): Record<string, unknown> {
  return {
    "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
    url,
    "dc:title": `Relationships between neighbourhoods and councils, ${head.id}`,
    "dc:license": { "@id": licence },
    "dc:issued": { "@value": head.knownAt, "@type": "xsd:date" },
    dialect: { encoding: "utf-8", header: true, delimiter: ",", quoteChar: '"', doubleQuote: true },
    tableSchema: {
      columns: COLUMNS.map(({ name, title, type, says }) => ({
        name,
        titles: name === title ? name : [name, title],
        datatype: type,
        "dc:description": says,
        null: "",
      })),
      primaryKey: ["release", "measure", "by_1", "class_1", "by_2", "class_2"],
    },
  };
}
