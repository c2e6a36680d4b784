-- Who writes in one place and only reads in another changes the people of the first alone. Whoever writes wherever they
-- stand is answered as before.

-- The organisations whose people somebody may change: those known in the areas where they write.
CREATE FUNCTION app.written_register() RETURNS TABLE (organisation_id uuid) LANGUAGE sql STABLE ROWS 4
  AS $$ SELECT k.organisation_id FROM app.registered() k WHERE k.area_id = ANY (app.writing_areas()) $$;
CREATE FUNCTION app.writes_everywhere() RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT app.areas() <@ app.writing_areas() $$;
REVOKE ALL ON FUNCTION app.written_register(), app.writes_everywhere() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.written_register(), app.writes_everywhere()
  TO common_ground_app, common_ground_scorer, common_ground_owner;

ALTER POLICY changed ON person USING (
  (cardinality((SELECT app.writing_areas())::uuid[]) > 0
    AND (recorded_by_organisation_id = ANY ((SELECT app.organisations())::uuid[])
      OR EXISTS (SELECT 1 FROM appointment a WHERE a.person_id = person.id))
    AND ((SELECT app.writes_everywhere())
      OR recorded_by_organisation_id = ANY ((SELECT app.writing_organisations())::uuid[])
      OR EXISTS (SELECT 1 FROM appointment a WHERE a.person_id = person.id
        AND a.organisation_id IN (SELECT w.organisation_id FROM app.written_register() w))))
  OR ((SELECT app.is_admin()) AND EXISTS (SELECT 1 FROM person_external_id x WHERE x.person_id = person.id))
);
ALTER POLICY written ON person_change WITH CHECK (
  EXISTS (SELECT 1 FROM person p WHERE p.id = person_id)
  AND ((cardinality((SELECT app.writing_areas())::uuid[]) > 0
      AND ((SELECT app.writes_everywhere())
        OR EXISTS (SELECT 1 FROM person p WHERE p.id = person_change.person_id
          AND p.recorded_by_organisation_id = ANY ((SELECT app.writing_organisations())::uuid[]))
        OR EXISTS (SELECT 1 FROM appointment a WHERE a.person_id = person_change.person_id
          AND a.organisation_id IN (SELECT w.organisation_id FROM app.written_register() w))))
    OR (SELECT app.is_admin()))
);
ALTER POLICY written ON appointment WITH CHECK (
  (organisation_id = ANY ((SELECT app.register())::uuid[]) AND cardinality((SELECT app.writing_areas())::uuid[]) > 0
    AND CASE WHEN area_id IS NULL THEN (SELECT app.writes_everywhere())
        OR organisation_id IN (SELECT w.organisation_id FROM app.written_register() w)
      ELSE area_id = ANY ((SELECT app.writing_areas())::uuid[])
        AND (area_id, organisation_id) IN (SELECT k.area_id, k.organisation_id FROM app.registered() k) END)
  OR ((SELECT app.is_admin()) AND role = 'councillor')
);
ALTER POLICY changed ON appointment USING (
  (organisation_id = ANY ((SELECT app.register())::uuid[]) AND cardinality((SELECT app.writing_areas())::uuid[]) > 0
    AND CASE WHEN area_id IS NULL THEN (SELECT app.writes_everywhere())
        OR organisation_id IN (SELECT w.organisation_id FROM app.written_register() w)
      ELSE area_id = ANY ((SELECT app.writing_areas())::uuid[])
        AND (area_id, organisation_id) IN (SELECT k.area_id, k.organisation_id FROM app.registered() k) END)
  OR ((SELECT app.is_admin()) AND role = 'councillor')
);
