/** Something in a file that a person has to mend, or should know; `line` counts from 1 as a spreadsheet does. */
export interface FileProblem {
  /** The line on which the row begins; null where it is about the whole file. */
  readonly line: number | null;
  /** The column's name in the header; null where it is about the whole line. */
  readonly column: string | null;
  readonly message: string;
}

/** What reading a file gives: values with what to know about them, or everything that has to be mended. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T; readonly notices: readonly FileProblem[] }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** A value read from a row, with the line it came from. */
export interface Located<T> {
  readonly line: number;
  readonly value: T;
}

/** A problem with a whole file. */
export function wholeFile(message: string): FileProblem {
  return { line: null, column: null, message };
}

/** A refused reading; the problems in the order of their lines, those of the whole file first. */
export function refused(problems: readonly FileProblem[]): Reading<never> {
  return { ok: false, problems: [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}
