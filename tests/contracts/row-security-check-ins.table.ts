const TABLE = `
SELECT check_in shared:relRELpmq voided:relRELpm with-the-other-council:relopm side-community:relRELpm side-council:relRELpm personal-community:relRELpm personal-council:relRELpm binned-by-the-community:relRELpm elsewhere:apm area_id=elsewhere:relRELpm relationship_id=elsewhere:apm opened_by_id=elsewhere:relRELpm opened_by_id=side-council:relRELpm organisation_id=elsewhere:relRELpm organisation_id=side-council:relRELpm with-a-result:relRELpm
SELECT check_in_answer shared:eq voided:p with-the-other-council:e side-community:e side-council:E personal-community:e personal-council:p binned-by-the-community:e elsewhere:a
SELECT check_in_seat shared:eltpmq voided:eltpm with-the-other-council:eltpm side-community:eltpm side-council:ELpm personal-community:eltpm personal-council:ELpm binned-by-the-community:eltpm elsewhere:apm check_in_id=elsewhere:etpm check_in_id=side-council:eltpm user_id=elsewhere:lapm user_id=side-council:lEpm user_id=none:lpm answered:lpm
SELECT check_in_voice shared:p voided:p with-the-other-council:p side-community:p side-council:p personal-community:p personal-council:p binned-by-the-community:p elsewhere:p area_id=elsewhere:p user_id=elsewhere:p user_id=side-council:p user_id=none:p
INSERT check_in shared:ep voided:ep with-the-other-council:ep side-community:ep side-council:Ep personal-community:ep personal-council:Ep binned-by-the-community:ep elsewhere:ap area_id=elsewhere:p relationship_id=elsewhere:p opened_by_id=elsewhere:p opened_by_id=side-council:p organisation_id=elsewhere:p organisation_id=side-council:p with-a-result:p
INSERT check_in_answer shared:eq voided:p with-the-other-council:e side-community:e side-council:E personal-community:e personal-council:p binned-by-the-community:e elsewhere:a
INSERT check_in_link shared:lm voided:lm with-the-other-council:lm side-community:lm side-council:Lm personal-community:lm personal-council:Lm binned-by-the-community:lm elsewhere:am
INSERT check_in_seat shared:l voided:l with-the-other-council:l side-community:l side-council:L personal-community:l personal-council:L binned-by-the-community:l elsewhere:a check_in_id=side-council:l user_id=elsewhere:l user_id=side-council:l user_id=none:l
INSERT check_in_voice shared:p voided:p with-the-other-council:p side-community:p side-council:p personal-community:p personal-council:p binned-by-the-community:p elsewhere:p area_id=elsewhere:p user_id=elsewhere:p user_id=side-council:p user_id=none:p
UPDATE check_in shared:elp voided:elp with-the-other-council:elp side-community:elp side-council:ELp personal-community:elp personal-council:ELp binned-by-the-community:elp elsewhere:ap area_id=elsewhere:p relationship_id=elsewhere:elp opened_by_id=elsewhere:elp opened_by_id=side-council:elp organisation_id=elsewhere:p organisation_id=side-council:ELp with-a-result:elp
UPDATE check_in_answer shared:eq voided:p with-the-other-council:e side-community:e side-council:E personal-community:e personal-council:p binned-by-the-community:e elsewhere:a
UPDATE check_in_seat shared:emq voided:em with-the-other-council:em side-community:em side-council:Em personal-community:em personal-council:Em binned-by-the-community:em elsewhere:am check_in_id=elsewhere:em check_in_id=side-council:em user_id=elsewhere:am user_id=side-council:Em user_id=none:m answered:lm
UPDATE check_in_voice shared:p voided:p with-the-other-council:p side-community:p side-council:p personal-community:p personal-council:p binned-by-the-community:p elsewhere:p area_id=elsewhere:p user_id=elsewhere:p user_id=side-council:p user_id=none:p
DELETE check_in_answer shared:eq voided:p with-the-other-council:e side-community:e side-council:E personal-community:e personal-council:p binned-by-the-community:e elsewhere:a
DELETE check_in_seat shared:l voided:l with-the-other-council:l side-community:l side-council:L personal-community:l personal-council:L binned-by-the-community:l elsewhere:a check_in_id=side-council:l user_id=elsewhere:l user_id=side-council:l user_id=none:l
`;

/**
 * Lines as those of row-security.table.ts. An answer is its own seat's while its round is open (e and q, one person by
 * account and by link), and afterwards the release's (p); a seat is its own and its side's leads'.
 */
export const CHECK_IN_LINES = TABLE.trim().split("\n");
