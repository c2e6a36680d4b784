const RECKONED = /^'*[=+\-@\t\r]/;

type Cell = string | number | null;

/** A cell as RFC 4180 wants it. What a spreadsheet would reckon with gets an apostrophe, and is text; a number is one. */
function cell(value: Cell): string {
  if (typeof value !== "string") return value === null ? "" : String(value);
  const safe = RECKONED.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What was in a cell before it was written safely: one apostrophe less, where one was put. */
export function readSafely(written: string): string {
  return written.startsWith("'") && RECKONED.test(written) ? written.slice(1) : written;
}

/** Rows as CSV for programs, which read UTF-8 and want nothing before it. */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** Rows as a CSV file that spreadsheets open with its letters right. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${csvLines(rows)}`;
}
