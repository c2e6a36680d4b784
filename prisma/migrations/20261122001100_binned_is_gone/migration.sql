-- What a side put in the bin is gone for the other side: at this layer too.
ALTER POLICY seen ON record USING (
  area_id = ANY ((SELECT app.areas())::uuid[])
  AND (relationship_id IS NULL OR relationship_id = ANY ((SELECT app.relationships())::uuid[]))
  AND CASE level
    WHEN 'shared' THEN binned_at IS NULL OR organisation_id = ANY ((SELECT app.organisations())::uuid[])
    WHEN 'side' THEN organisation_id = ANY ((SELECT app.organisations())::uuid[])
    ELSE author_id = (SELECT app.user_id())
  END
);
