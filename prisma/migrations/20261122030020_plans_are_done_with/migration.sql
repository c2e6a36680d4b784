-- A plan becomes published: what may be changed is one that is not, and what it becomes is said apart.
ALTER POLICY changed ON release_plan USING ((SELECT app.is_releasing()) AND published_at IS NULL)
  WITH CHECK ((SELECT app.is_releasing()) AND published_at IS NOT NULL);
