-- A score of a past day is worked out from the facts as they belonged on that day: what a relationship took over later
-- was not its own yet, and what a takeover begins has nothing of its own before that.

DROP FUNCTION app.scoring_facts(uuid, timestamptz, uuid[]);

-- The facts of one relationship as they belonged on a day (null: today), as known at an instant (null: now), of some
-- sources or all (null): shared by construction, no text, no names. Its own, those of every relationship it has taken over
-- by that day, and those about all councils: each is one row, and counts once.
CREATE FUNCTION app.scoring_facts(for_relationship uuid, known_at timestamptz, sources uuid[], on_day date)
RETURNS TABLE (body jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  as_of date := COALESCE(on_day, app.today());
  own relationship;
  parts uuid[];
  over timestamptz;
BEGIN
  IF NOT COALESCE(app.principal() = 'scorer' OR for_relationship = ANY (app.relationships()), false) THEN
    RETURN;
  END IF;
  SELECT * INTO own FROM relationship r WHERE r.id = for_relationship;
  -- Begun by a takeover on a later day: nothing about it is so yet, what is about all councils included.
  IF own.starts_on > as_of AND EXISTS (SELECT 1 FROM relationship p WHERE p.taken_over_by_id = own.id) THEN
    RETURN;
  END IF;
  parts := app.parts_of(own.id, as_of);
  IF sources IS NOT NULL THEN
    -- By source alone, so that it costs what they are, whatever the history.
    RETURN QUERY
    SELECT f.body FROM scoring_fact f
    WHERE f.source_id = ANY (sources) AND f.area_id = own.area_id
      AND (f.relationship_id = ANY (parts) OR f.relationship_id IS NULL) AND f.known_until IS NULL;
    RETURN;
  END IF;
  -- From the day on which another took it over, it is none of the councils that something new is about.
  IF own.taken_over_by_id IS NOT NULL THEN
    over := own.ends_on::timestamp AT TIME ZONE 'Europe/London';
  END IF;
  RETURN QUERY
  SELECT f.body FROM scoring_fact f
  WHERE f.area_id = own.area_id
    AND (f.relationship_id = ANY (parts) OR f.relationship_id IS NULL AND (over IS NULL
      OR EXISTS (SELECT 1 FROM scoring_fact first WHERE first.source_id = f.source_id AND first.known_from < over)))
    AND CASE WHEN known_at IS NULL THEN f.known_until IS NULL
             ELSE f.known_from <= known_at AND (f.known_until IS NULL OR known_at < f.known_until) END;
END $$;

GRANT CREATE ON SCHEMA app TO common_ground_scorer;
ALTER FUNCTION app.scoring_facts(uuid, timestamptz, uuid[], date) OWNER TO common_ground_scorer;
REVOKE CREATE ON SCHEMA app FROM common_ground_scorer;
REVOKE ALL ON FUNCTION app.scoring_facts(uuid, timestamptz, uuid[], date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.scoring_facts(uuid, timestamptz, uuid[], date) TO common_ground_app, common_ground_scorer, common_ground_owner;
