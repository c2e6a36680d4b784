-- Who somebody was before they were made one with another: seen by whoever sees that they were.
CREATE POLICY merged ON person FOR SELECT TO common_ground_app USING (
  EXISTS (SELECT 1 FROM merging m WHERE m.merged_person_id = person.id AND m.undone_at IS NULL)
);
