-- What hangs on a record is seen with it, and so by whoever sees the record. A link sees it too, and no more of it than
-- its answer needs: not its files, replies, notes and parts, nor how its contact's entry changed. A new table of this
-- sort needs the same; tests/contracts/row-security.table.ts says so (k).
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['aim', 'attachment', 'clause_link', 'day_move', 'evidence', 'evidence_link', 'handover',
      'handover_item', 'meeting_action', 'meeting_attendance', 'meeting_decision', 'meeting_external_id', 'meeting_project',
      'meeting_series', 'milestone', 'mou', 'mou_clause', 'mou_review', 'mou_signatory', 'mou_version', 'note', 'project',
      'project_block', 'project_lead_change', 'project_skill_gap', 'project_team', 'proposal', 'referral', 'rhythm',
      'person_change'] LOOP
    EXECUTE format('CREATE POLICY not_by_link ON %I AS RESTRICTIVE TO common_ground_app USING ((SELECT app.principal()) NOT LIKE ''link:%%'')', t);
  END LOOP;
END $$;
CREATE POLICY not_by_link ON reply AS RESTRICTIVE FOR SELECT TO common_ground_app USING ((SELECT app.principal()) NOT LIKE 'link:%');

-- Taken back where one may write, not only for whom.
ALTER POLICY revoked ON link USING (
  area_id = ANY ((SELECT app.writing_areas())::uuid[])
  AND made_by_organisation_id = ANY ((SELECT app.writing_organisations())::uuid[])
);
