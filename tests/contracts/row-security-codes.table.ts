/** Part of the table in row-security.table.ts: codes for research, and the records they are put on. */
export const CODE_LINES = `
SELECT code shared:relRELoasAxctb voided:eAtb with-the-other-council:relRELoasAxctb side-community:relRELoasAxctb side-council:relRELoasAxctb personal-community:relRELoasAxctb personal-council:relRELoasAxctb binned-by-the-community:relRELoasAxctb elsewhere:relRELoasAxctb proposed:eAtb by-an-admin:Ab by-somebody-in-no-study:lAb decided-already:eAtb accepted-already:eAtb ended-already:eAtb with-a-reason:eAtb changed-already:eAtb retired:relRELoasAxctb declined:Ab
SELECT coding shared:relREL voided:relREL with-the-other-council:relo elsewhere:a record_id=elsewhere:a record_id=voided:relREL code_id=elsewhere:relREL code_id=side-council:relREL code_id=voided:relREL coded_by_id=elsewhere:relREL coded_by_id=side-council:relREL organisation_id=elsewhere:relREL organisation_id=side-council:relREL of-a-code-that-waits:relREL ended:relREL by-the-lead:relREL
INSERT code voided:e proposed:e by-an-admin:A
INSERT coding shared:e with-the-other-council:e elsewhere:a record_id=voided:e code_id=elsewhere:e code_id=side-council:e by-the-lead:l
UPDATE code shared:A voided:A with-the-other-council:A side-community:A side-council:A personal-community:A personal-council:A binned-by-the-community:A elsewhere:A proposed:A by-an-admin:A by-somebody-in-no-study:A decided-already:A accepted-already:A ended-already:A with-a-reason:A changed-already:A retired:A declined:A
UPDATE coding shared:el voided:el with-the-other-council:el side-community:el side-council:EL personal-community:e personal-council:E binned-by-the-community:el elsewhere:a record_id=voided:el code_id=elsewhere:el code_id=side-council:el code_id=voided:el coded_by_id=elsewhere:el coded_by_id=side-council:el organisation_id=side-council:EL of-a-code-that-waits:el by-the-lead:el
`
  .trim()
  .split("\n");
