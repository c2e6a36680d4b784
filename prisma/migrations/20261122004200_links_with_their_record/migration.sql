-- A link is seen with its record: who was told of a promise to all councils is the same to each of them.
ALTER POLICY seen ON link USING (
  area_id = ANY ((SELECT app.areas())::uuid[]) AND EXISTS (SELECT 1 FROM record r WHERE r.id = record_id)
);
