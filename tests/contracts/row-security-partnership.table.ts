/** The partnership's own papers: whatever else a row says, it is read and written by whoever speaks for its area's partnership. */
const PAPERS = ["member", "policy", "interest", "decision", "plan", "mending"];
const HERE = [
  "shared",
  "voided",
  "with-the-other-council",
  "side-community",
  "side-council",
  "personal-community",
  "personal-council",
  "binned-by-the-community",
];
const WHO = { SELECT: "rel", INSERT: "el", UPDATE: "el" };

const rowsOf = (table: string, letters: string) => [
  ...HERE.map((row) => `${row}:${letters}`),
  "elsewhere:a",
  "area_id=elsewhere:a",
  // Whose interest it is changes nothing: the row itself says whose paper it is.
  ...(table === "interest"
    ? ["elsewhere", "side-council", "voided"].map((one) => `member_id=${one}:${letters}`)
    : []),
];

/** Lines as those of row-security.table.ts. A partnership has one review a year: no second row of it can be planted. */
export const PARTNERSHIP_LINES = Object.entries(WHO).flatMap(([operation, letters]) => [
  ...PAPERS.map((table) => [operation, `partnership_${table}`, ...rowsOf(table, letters)].join(" ")),
  `${operation} partnership_review shared:${letters} elsewhere:a`,
]);
