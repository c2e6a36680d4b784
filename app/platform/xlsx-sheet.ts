/** A sheet of a spreadsheet: plain values alone. Text is text, whatever it begins with; null is an empty cell. */
export type XlsxSheet = {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Of its columns, in characters. */
  readonly widths: readonly number[];
};
