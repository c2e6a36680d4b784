-- A code is proposed as the command has it: by a person and no program, and as nothing but a proposal. Until now row
-- security let whoever is in a study insert one through a token, or with what only a decision writes.
ALTER POLICY proposed ON code WITH CHECK (
  (SELECT app.token_id()) IS NULL
  AND proposed_by_id = (SELECT app.user_id()) AND state = 'proposed' AND decided_by_id IS NULL
  AND accepted_at IS NULL AND ended_at IS NULL AND reason IS NULL AND revision = 1
  AND ((SELECT app.is_admin()) OR EXISTS (SELECT 1 FROM study s WHERE app.in_study(s.id)))
);
