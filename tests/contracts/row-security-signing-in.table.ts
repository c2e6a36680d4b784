const ROWS =
  "shared:i voided:i with-the-other-council:i side-community:i side-council:i personal-community:i personal-council:i binned-by-the-community:i elsewhere:i";

/** Signing in alone reaches these, whoever they are about. */
const lines = (table: string, rows: string) =>
  ["SELECT", "INSERT", "UPDATE", "DELETE"].map((operation) => `${operation} ${table} ${rows}`);

/** Admins set where a council's people sign in, and signing in reads it. */
function councilSignIn(): string[] {
  const all = `${ROWS} organisation_id=elsewhere:i organisation_id=side-council:i`;
  const by = (letters: string) => all.replaceAll(":i", `:${letters}`);
  return [
    `SELECT single_sign_on ${by("Ai")}`,
    ...["INSERT", "UPDATE", "DELETE"].map((operation) => `${operation} single_sign_on ${by("A")}`),
  ];
}

/** Part of the table in row-security.table.ts: what signing in keeps, and who is invited. */
export const SIGNING_IN_LINES = [
  ...councilSignIn(),
  ...lines("verification", ROWS),
  ...lines("rate_limit", ROWS),
  ...lines("second_factor", ROWS),
  ...lines("recovery_code", `${ROWS} user_id=elsewhere:i user_id=side-council:i`),
  ...lines("passkey", `${ROWS} user_id=elsewhere:i user_id=side-council:i`),
  "SELECT invitation shared:lA voided:lA with-the-other-council:lA side-community:lA side-council:LA personal-community:lA personal-council:LA binned-by-the-community:lA elsewhere:aA organisation_id=elsewhere:aA organisation_id=side-council:LA area_id=elsewhere:lA area_id=none:lA invited_by_id=elsewhere:lA invited_by_id=side-council:lA by-an-admin:lA by-an-admin-of-another:lA by-the-lead:lA by-the-lead-for-another:LA by-the-lead-of-another:lA",
  "INSERT invitation elsewhere:a by-an-admin:A by-an-admin-of-another:A by-the-lead:l",
  "UPDATE invitation shared:lA voided:A with-the-other-council:lA side-community:lA side-council:LA personal-community:lA personal-council:LA binned-by-the-community:lA elsewhere:aA organisation_id=elsewhere:aA organisation_id=side-council:LA area_id=elsewhere:lA area_id=none:lA invited_by_id=elsewhere:lA invited_by_id=side-council:lA by-an-admin:lA by-an-admin-of-another:A by-the-lead:lA by-the-lead-for-another:LA by-the-lead-of-another:A",
];
