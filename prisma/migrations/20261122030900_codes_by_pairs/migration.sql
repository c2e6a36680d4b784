-- Who stands in two places puts codes on records where they write, for whom they write there.
ALTER POLICY put ON coding WITH CHECK (
  coded_by_id = (SELECT app.user_id()) AND ended_at IS NULL
  AND EXISTS (SELECT 1 FROM record r WHERE r.id = record_id AND r.level = 'shared' AND r.binned_at IS NULL
    AND (r.area_id, coding.organisation_id) IN (SELECT w.area_id, w.organisation_id FROM app.writes() w))
  AND EXISTS (SELECT 1 FROM code c WHERE c.id = code_id AND c.state = 'accepted')
);
ALTER POLICY taken_off ON coding USING (
  ended_at IS NULL AND EXISTS (SELECT 1 FROM record r WHERE r.id = record_id
    AND (r.area_id, coding.organisation_id) IN (SELECT w.area_id, w.organisation_id FROM app.writes() w))
) WITH CHECK (ended_at IS NOT NULL AND ended_by_id = (SELECT app.user_id()));
