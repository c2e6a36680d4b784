import type { FileProblem } from "./problem";

/** What a format asks of a CSV file; column names are exact, their order is free. */
export interface CsvFormat {
  readonly required: readonly string[];
  readonly optional?: readonly string[];
  /** What becomes of a column the format does not name: left out, with a notice, or refused. */
  readonly otherColumns: "ignore" | "refuse";
  /** Bytes; 20 MB unless given. */
  readonly maxBytes?: number;
}

const SEPARATORS: Readonly<Record<string, string>> = {
  ";": "semicolons",
  "\t": "tabs",
  "|": "vertical bars",
};

/** A header read: its names in the order of the file, which of them the format knows, what is wrong, what to know. */
interface Header {
  readonly names: readonly string[];
  readonly kept: ReadonlySet<string>;
  readonly problems: readonly FileProblem[];
  readonly notices: readonly FileProblem[];
}

/** Holds a header's cells against a format: missing, doubled, misspelt and unknown columns, another separator. */
export function checkHeader(cells: readonly string[], line: number, format: CsvFormat): Header {
  const names = cells.map((cell) => cell.trim());
  const known = [...format.required, ...(format.optional ?? [])];
  const kept = new Set(known);
  const others = names.filter((name) => name !== "" && !kept.has(name));
  const problems = [
    ...names.flatMap((name, at) => (name === "" ? [unnamed(at, line)] : [])),
    ...doubled(names).map((name) => ({ line, column: name, message: "The header has this column twice." })),
    ...format.required.filter((name) => !names.includes(name)).map((name) => missing(name, others, line)),
    ...(format.otherColumns === "refuse" ? others.map((name) => unknown(name, line)) : []),
  ];
  return { names, kept, problems, notices: ignored(others, line) };
}

/** What is wrong where a file's first line shows that commas do not separate its columns; undefined where they may. */
export function separatorProblem(firstLine: string, format: CsvFormat): FileProblem | undefined {
  if (/^sep=.$/i.test(firstLine))
    return {
      line: 1,
      column: null,
      message: "The first line only names a separator (sep=). Delete that line.",
    };
  const known = (mark: string) => {
    const names = firstLine.split(mark).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
    return format.required.filter((name) => names.includes(name)).length;
  };
  const other = Object.entries(SEPARATORS).find(([mark]) => known(mark) > known(","));
  if (!other) return undefined;
  const message = `The columns are separated by ${other[1]}, not by commas. Save the file as CSV with commas.`;
  return { line: 1, column: null, message };
}

function unnamed(at: number, line: number): FileProblem {
  return { line, column: null, message: `Column ${at + 1} has no name. Name it or delete it.` };
}

function doubled(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, at) => name !== "" && names.indexOf(name) !== at))];
}

function missing(name: string, others: readonly string[], line: number): FileProblem {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  const near = others.find((other) => plain(other) === plain(name));
  const message = near
    ? `The column “${near}” must be written “${name}”.`
    : `The column “${name}” is missing.`;
  return { line, column: name, message };
}

function unknown(name: string, line: number): FileProblem {
  return { line, column: name, message: "This column is not known. Delete it." };
}

function ignored(others: readonly string[], line: number): FileProblem[] {
  if (others.length === 0) return [];
  const message = `Columns that are not read: ${others.join(", ")}.`;
  return [{ line, column: null, message }];
}
