const ROWS =
  "shared:i voided:i with-the-other-council:i side-community:i side-council:i personal-community:i personal-council:i binned-by-the-community:i elsewhere:i";

/** Signing in alone reaches these, whoever they are about. */
const lines = (table: string, rows: string) =>
  ["SELECT", "INSERT", "UPDATE", "DELETE"].map((operation) => `${operation} ${table} ${rows}`);

/** Part of the table in row-security.table.ts: what signing in keeps. */
export const SIGNING_IN_LINES = [
  ...lines("second_factor", ROWS),
  ...lines("recovery_code", `${ROWS} user_id=elsewhere:i user_id=side-council:i`),
  ...lines("passkey", `${ROWS} user_id=elsewhere:i user_id=side-council:i`),
];
