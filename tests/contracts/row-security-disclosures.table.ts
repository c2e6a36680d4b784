const TABLE = `
SELECT disclosure shared:l voided:l with-the-other-council:l side-community:l side-council:L personal-community:l personal-council:L binned-by-the-community:l elsewhere:a organisation_id=side-council:L by_user_id=elsewhere:l by_user_id=side-council:l relationship_id=elsewhere:l relationship_id=none:l by-a-lead:l by-a-lead-for-another:L
SELECT disclosure_item shared:l voided:l with-the-other-council:l side-community:l side-council:L personal-community:l personal-council:L binned-by-the-community:l elsewhere:a
INSERT disclosure elsewhere:a by-a-lead:l
INSERT disclosure_item shared:l voided:l with-the-other-council:l side-community:l side-council:L binned-by-the-community:l elsewhere:a
UPDATE disclosure shared:l voided:l with-the-other-council:l side-community:l side-council:L personal-community:l personal-council:L binned-by-the-community:l elsewhere:a organisation_id=side-council:L by_user_id=elsewhere:l by_user_id=side-council:l relationship_id=elsewhere:l relationship_id=none:l by-a-lead:l by-a-lead-for-another:L
UPDATE disclosure_item shared:l voided:l with-the-other-council:l side-community:l side-council:L personal-community:l personal-council:L binned-by-the-community:l elsewhere:a
`;

/** Lines as those of row-security.table.ts. What goes out to somebody who asked is its own side's leads' alone. */
export const DISCLOSURE_LINES = TABLE.trim().split("\n");
