-- The codes that come with the tracker are in the list from the start, for releases of quarters before this version too:
-- nobody accepted them on a day.

SELECT set_config('app.principal', 'maintenance', false);
UPDATE code SET accepted_at = NULL WHERE proposed_by_id IS NULL;
SELECT set_config('app.principal', '', false);

CREATE OR REPLACE FUNCTION app.research_codings(for_relationship uuid, on_day date, at timestamptz)
RETURNS TABLE (record_id uuid, slug text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.id, c.slug
  FROM relationship own JOIN record r ON r.area_id = own.area_id
    AND (r.relationship_id IS NULL OR r.relationship_id = ANY (app.parts_of(own.id, on_day)))
  JOIN coding k ON k.record_id = r.id JOIN code c ON c.id = k.code_id
  WHERE own.id = for_relationship AND app.is_releasing()
    AND r.level = 'shared' AND r.occurred_on <= on_day
    AND (r.binned_at IS NULL OR at < r.binned_at)
    AND (r.voided_on IS NULL OR (at AT TIME ZONE 'Europe/London')::date < r.voided_on)
    AND k.coded_at <= at AND (k.ended_at IS NULL OR at < k.ended_at)
    AND c.state IN ('accepted', 'retired') AND (c.accepted_at IS NULL OR c.accepted_at <= at)
    AND (c.ended_at IS NULL OR at < c.ended_at)
  ORDER BY r.id, c.slug
$$;
GRANT SELECT (state) ON code TO common_ground_scorer;
