/** What stands in a cell of a file: null is a blank, which is never 0. */
export type Value = string | number | null;

/** A column of a file, as the dictionary and the metadata tell of it. */
export type Column = {
  readonly name: string;
  readonly title: string;
  readonly type: "string" | "date" | "integer" | "decimal";
  readonly says: string;
  /** The only words that stand in it, where there are few. */
  readonly among?: readonly string[];
};

/** The same with how it is filled from a line. */
export type ColumnOf<Line> = Column & { readonly of: (line: Line) => Value };

/** One table of a release: what it is called, what is in its columns, which of them tell its lines apart. */
export type TableForm<Line> = {
  /** Part of its file's name. */
  readonly name: string;
  readonly title: string;
  readonly says: string;
  readonly columns: readonly ColumnOf<Line>[];
  readonly key: readonly string[];
};

/** A table with its lines: what every kind of file is made of. */
export type TakenTable = {
  readonly name: string;
  readonly title: string;
  readonly says: string;
  readonly columns: readonly Column[];
  readonly key: readonly string[];
  readonly rows: readonly (readonly Value[])[];
};

/** What every line of a release is worked out under. */
export type ReleaseHead = {
  /** Its quarter, such as 2026-Q3. */
  readonly id: string;
  readonly asOf: string;
  /** The day of its draft, YYYY-MM-DD in London: what was recorded before that day is counted. */
  readonly knownAt: string;
  readonly method: string;
  readonly parameterHash: string;
};

const HEAD_COLUMNS: readonly ColumnOf<ReleaseHead>[] = [
  {
    name: "release",
    title: "Release",
    type: "string",
    says: "The quarter that the figures are of.",
    of: ({ id }) => id,
  },
  {
    name: "as_of",
    title: "As of",
    type: "date",
    says: "The day the figures are worked out for.",
    of: ({ asOf }) => asOf,
  },
  {
    name: "known_at",
    title: "Known at",
    type: "date",
    says: "The day of the draft: what was recorded on it or later is not counted.",
    of: ({ knownAt }) => knownAt,
  },
  {
    name: "method",
    title: "Method",
    type: "string",
    says: "The version of the method.",
    of: ({ method }) => method,
  },
  {
    name: "parameter_hash",
    title: "Hash of the parameters",
    type: "string",
    says: "SHA-256 of the method’s numbers, as its page prints it.",
    of: ({ parameterHash }) => parameterHash,
  },
];

/** A table of a release, ready to be written: every line begins with what it was worked out under. */
export function takeTable<Line>(
  form: TableForm<Line>,
  head: ReleaseHead,
  lines: readonly Line[],
): TakenTable {
  const first = HEAD_COLUMNS.map(({ of }) => of(head));
  const { name, title, says, key } = form;
  return {
    ...{ name, title, says, key: ["release", ...key], columns: columnsOf(form) },
    rows: lines.map((line) => [...first, ...form.columns.map(({ of }) => of(line))]),
  };
}

/** The columns of a table's file, in order. */
export function columnsOf<Line>({ columns }: TableForm<Line>): Column[] {
  return [...HEAD_COLUMNS, ...columns].map(({ of: _, ...column }) => column);
}

/** The lines as objects by the names of their columns: what JSON holds, and the API gives. */
export function objectsOf({ columns, rows }: TakenTable): Record<string, Value>[] {
  return rows.map((row) => Object.fromEntries(columns.map(({ name }, at) => [name, row[at] ?? null])));
}

/** The name of a table's file: the figures have the release's own. */
export function fileName(release: string, table: string, ending: string): string {
  return table === "figures" ? `${release}.${ending}` : `${release}-${table}.${ending}`;
}
