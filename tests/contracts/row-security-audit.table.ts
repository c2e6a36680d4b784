const OAKFIELD =
  "shared voided with-the-other-council side-community side-council personal-community personal-council binned-by-the-community".split(
    " ",
  );
const each = (letters: string) => OAKFIELD.map((row) => `${row}:${letters}`).join(" ");
const asked = (letters: string) =>
  ["elsewhere", "side-council"].map((by) => `asked_by_id=${by}:${letters}`).join(" ");

/** Part of the table in row-security.table.ts: leads read when the programme was let in, admins ask and answer. */
export const AUDIT_LINES = [
  `SELECT break_glass ${each("lLoA")} elsewhere:aA area_id=elsewhere:aA ${asked("lLoA")} asked-by-an-admin:lLoA`,
  "INSERT break_glass asked-by-an-admin:A",
  `UPDATE break_glass ${each("A")} elsewhere:A area_id=elsewhere:A ${asked("A")} asked-by-an-admin:A`,
];
