import { STATUS_WORDS } from "./release-words.ts";
import { STATUSES, type Status } from "./suppression.ts";
import type { ColumnOf, TableForm, TakenTable, Value } from "./take-away.ts";

/** A line of one of the tables that has no figure. */
type BlankLine = { readonly table: string; readonly cells: ReadonlyMap<string, Value> };

const KEYS = [
  ["since", "Since", "The earlier release, where the line is of a change."],
  ["measure", "Measure", "What would be measured."],
  ["code", "Code", "The code, where the line is of one."],
  ["variant", "Judgement", "The judgement made otherwise, where the line is of one."],
  ["by_1", "First dimension", "What the areas are told apart by; blank: all areas."],
  ["class_1", "First class", "The class in that dimension."],
  ["by_2", "Second dimension", "A second thing, or blank."],
  ["class_2", "Second class", "The class in that dimension."],
] as const;

const keyColumns = KEYS.map(
  ([name, title, says]): ColumnOf<BlankLine> => ({
    ...{ name, title, says, type: "string" },
    of: ({ cells }) => cells.get(name) ?? null,
  }),
);

/** Everything that is left out, with the reason. */
export const LEFT_OUT: TableForm<BlankLine> = {
  name: "left-out",
  title: "What is left out",
  says: "Every line of the other tables that has no figure, and why.",
  columns: [
    {
      name: "table",
      title: "Table",
      type: "string",
      says: "The table that the line is of.",
      of: ({ table }) => table,
    },
    ...keyColumns,
    {
      name: "status",
      title: "Status",
      type: "string",
      says: "The reason in one word.",
      among: STATUSES.filter((status) => status !== "shown"),
      of: ({ cells }) => cells.get("status") ?? null,
    },
    {
      name: "reason",
      title: "Reason",
      type: "string",
      says: "The reason in a sentence.",
      of: ({ cells }) => STATUS_WORDS[cells.get("status") as Status].says,
    },
  ],
  key: ["table", ...KEYS.map(([name]) => name)],
};

/** The lines without a figure of some tables. */
export function blanksOf(tables: readonly TakenTable[]): BlankLine[] {
  return tables.flatMap(({ name: table, columns, rows }) => {
    const at = columns.findIndex(({ name }) => name === "status");
    if (at < 0) return [];
    return rows
      .filter((row) => row[at] !== "shown")
      .map((row) => ({ table, cells: new Map(columns.map(({ name }, i) => [name, row[i] ?? null])) }));
  });
}
