import { CsvError, type Options, parse } from "csv-parse/sync";
import { readSafely } from "~/platform/csv-text";
import { type CsvFormat, checkHeader, separatorProblem } from "./csv-header";
import { readText } from "./file-text";
import { type FileProblem, type Located, type Reading, refused, wholeFile } from "./problem";

/** A row's cells by column name, trimmed; an optional column the file does not have is absent. */
export type Cells = Readonly<Record<string, string>>;

const MAX_CELL = 100_000;

/**
 * The rows of a CSV file, comma-separated, UTF-8, with a header. Lines of nothing but commas are skipped. Every
 * problem is found in one go where the file can be read at all; line numbers hold across line breaks in cells.
 */
export function readCsv(bytes: Uint8Array, format: CsvFormat): Reading<readonly Located<Cells>[]> {
  const text = readText(bytes, format.maxBytes);
  if (!text.ok) return text;
  const separator = separatorProblem(text.value.split("\n", 1).join(), format);
  if (separator) return refused([separator]);
  const { records, problem } = split(text.value);
  const [first, ...rest] = records;
  if (!first) return refused([problem ?? wholeFile("The file is empty.")]);
  const header = checkHeader(first.value, first.line, format);
  if (header.problems.length > 0) return refused(header.problems);
  const rows = rest.filter((record) => record.value.some((cell) => cell.trim() !== ""));
  const problems = rows.flatMap((row) => rowProblems(row, header.names));
  if (problem) problems.push(problem);
  if (problems.length === 0 && rows.length === 0)
    problems.push(wholeFile("The file has a header and no rows below it."));
  if (problems.length > 0) return refused(problems);
  const value = rows.map((row) => ({ line: row.line, value: toCells(row.value, header.names, header.kept) }));
  return { ok: true, value, notices: [...header.notices, ...text.notices] };
}

/** The records up to the first one whose quotation marks do not fit, and what is wrong with that one. */
function split(text: string): { records: Located<readonly string[]>[]; problem?: FileProblem } {
  const records: Located<readonly string[]>[] = [];
  let next = 1;
  const options: Options<string[]> = {
    bom: false,
    record_delimiter: "\n",
    relax_column_count: true,
    max_record_size: MAX_CELL,
    on_record: (record: string[], { lines }) => {
      records.push({ line: next, value: record });
      // `lines` is where the record ends, so the next one begins on the line below.
      next = lines + 1;
      return null;
    },
  };
  try {
    parse(text, options);
    return { records };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { records, problem: { line: next, column: null, message: quoteWords(error.code) } };
  }
}

function quoteWords(code: string): string {
  if (code === "CSV_QUOTE_NOT_CLOSED" || code === "CSV_MAX_RECORD_SIZE")
    return 'A quotation mark opens in this row and is not closed. Close it, or write "" for a mark inside a cell.';
  return 'A quotation mark stands inside a cell. Put the whole cell in quotation marks and write "" for the mark.';
}

function rowProblems(row: Located<readonly string[]>, names: readonly string[]): FileProblem[] {
  const { line, value } = row;
  if (value.length === names.length)
    return value.flatMap((cell, at) => controlProblem(line, names[at], cell));
  const counts = `This row has ${cellCount(value.length)}, the header ${cellCount(names.length)}.`;
  if (value.length < names.length) {
    const message = `${counts} The cells from this column on are missing.`;
    return [{ line, column: names[value.length] ?? null, message }];
  }
  const message = `${counts} A cell that holds a comma needs quotation marks around it.`;
  return [{ line, column: null, message }];
}

function controlProblem(line: number, column: string | undefined, cell: string): FileProblem[] {
  if (!/\p{Cc}/u.test(cell.replace(/[\n\t]/g, ""))) return [];
  return [{ line, column: column ?? null, message: "The cell holds a control character. Type it again." }];
}

function cellCount(count: number): string {
  return count === 1 ? "1 cell" : `${count} cells`;
}

function toCells(values: readonly string[], names: readonly string[], kept: ReadonlySet<string>): Cells {
  return Object.fromEntries(
    names.flatMap((name, at) =>
      kept.has(name) ? [[name, readSafely((values[at] ?? "").normalize("NFC").trim())]] : [],
    ),
  );
}
