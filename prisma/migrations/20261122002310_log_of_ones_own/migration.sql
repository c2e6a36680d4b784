-- An entry is written about an area by who stands there, for their own organisation: nobody's log is written by others.
-- An admin's are about areas they do not read.
ALTER POLICY written ON event WITH CHECK (
  (SELECT app.is_auth())
  OR (actor_id = (SELECT app.user_id()) AND principal = (SELECT app.principal())
    AND (area_id IS NULL OR (SELECT app.is_admin())
      OR (area_id = ANY ((SELECT app.areas())::uuid[])
        AND (organisation_id IS NULL OR organisation_id = ANY ((SELECT app.organisations())::uuid[])))))
);

-- What lies in the other side's bin is not changed either, by a statement that reads nothing.
ALTER POLICY changed ON record USING (
  area_id = ANY ((SELECT app.writing_areas())::uuid[])
  AND (relationship_id IS NULL OR relationship_id = ANY ((SELECT app.relationships())::uuid[]))
  AND CASE level
    WHEN 'shared' THEN binned_at IS NULL OR organisation_id = ANY ((SELECT app.organisations())::uuid[])
    WHEN 'side' THEN organisation_id = ANY ((SELECT app.writing_organisations())::uuid[])
    ELSE author_id = (SELECT app.user_id())
  END
);
