-- A release is of its day, and of relationships that go on when it goes out: an area that was closed meanwhile, or whose
-- council another has taken over, has nobody left who could take the yes back. And a yes counts once a side, however close
-- one of them was ended and given anew.
CREATE OR REPLACE FUNCTION app.research_units(on_day date, at timestamptz)
RETURNS TABLE (relationship_id uuid, area_id uuid, council_id uuid, rural_urban text, tier text, region text,
  quintile int, since timestamptz, closing boolean, closed boolean, wide boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH said AS (
    SELECT c.relationship_id, count(DISTINCT c.side) FILTER (WHERE c.scope = 'figures') AS figures,
      count(DISTINCT c.side) FILTER (WHERE c.scope = 'studies') AS studies
    FROM research_consent c
    WHERE c.given_at <= at AND (c.ended_at IS NULL OR at < c.ended_at) AND app.is_releasing()
    GROUP BY c.relationship_id),
  goes_out AS (SELECT GREATEST(on_day, (at AT TIME ZONE 'Europe/London')::date) AS day)
  SELECT r.id, a.id, o.id, a.rural_urban, o.tier::text, COALESCE(a.region, o.region), a.deprivation_quintile,
    (SELECT min(f.known_from) FROM scoring_fact f WHERE f.area_id = a.id AND (f.relationship_id = r.id OR f.relationship_id IS NULL)),
    COALESCE(a.closing_on <= on_day, false), COALESCE(a.closed_on <= g.day, false), s.studies = 2
  FROM said s JOIN relationship r ON r.id = s.relationship_id JOIN area a ON a.id = r.area_id JOIN organisation o ON o.id = r.council_id
    CROSS JOIN goes_out g
  WHERE s.figures = 2 AND (r.starts_on IS NULL OR r.starts_on <= on_day) AND (r.ends_on IS NULL OR g.day < r.ends_on)
  ORDER BY r.id
$$;
