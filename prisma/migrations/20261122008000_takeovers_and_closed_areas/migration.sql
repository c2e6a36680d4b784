-- A council's successor takes over on its day, and an area closes on its day. Both are worked out from days, for every
-- transaction anew: nothing has to run at midnight, and no record is moved.

-- ---- An area's life in days --------------------------------------------------------------------------------------------

ALTER TABLE "area" ADD COLUMN "closing_on" DATE, ADD COLUMN "closes_on" DATE, ADD COLUMN "closed_on" DATE, ADD COLUMN "legacy_on" DATE;
ALTER TABLE "area" DROP COLUMN "lifecycle";
DROP TYPE "area_lifecycle";
ALTER TABLE area ADD CONSTRAINT area_life CHECK (
  (closes_on IS NULL OR closing_on <= closes_on)
  AND (closed_on IS NULL OR closing_on <= closed_on)
  AND (legacy_on IS NULL OR closed_on <= legacy_on)
);

-- The one thing about an area that a lead of the community says themselves: that it is to close, or not after all. A
-- programme admin confirms it. Nothing else of the area can be changed through this.
CREATE FUNCTION app.ask_to_close(for_area uuid, asked_on date, wanted_on date) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asker text := app.principal();
  is_done boolean;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM app.stands(app.user_id(), app.today()) s
      WHERE s.area_id = for_area AND s.side = 'community' AND s.role = 'lead') THEN
    RETURN false;
  END IF;
  PERFORM set_config('app.principal', 'maintenance', true);
  UPDATE area SET closing_on = asked_on, closes_on = wanted_on, revision = revision + 1
    WHERE id = for_area AND closed_on IS NULL AND (closing_on IS NULL) <> (asked_on IS NULL);
  is_done := FOUND;
  PERFORM set_config('app.principal', asker, true);
  RETURN is_done;
END $$;
REVOKE ALL ON FUNCTION app.ask_to_close(uuid, date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.ask_to_close(uuid, date, date) TO common_ground_app;

-- ---- Which relationship speaks for which, on a day ---------------------------------------------------------------------

CREATE INDEX "area_closed_on_idx" ON "area"("closed_on");

-- The relationship that has taken over from this one by that day, through any number of takeovers; null: none has.
CREATE FUNCTION app.held_by(relationship_id uuid, on_day date) RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  at uuid := relationship_id;
  following uuid;
  found_one uuid;
BEGIN
  FOR hop IN 1..20 LOOP
    SELECT r.taken_over_by_id INTO following FROM relationship r
      WHERE r.id = at AND r.taken_over_by_id IS NOT NULL AND r.ends_on <= on_day;
    EXIT WHEN following IS NULL;
    found_one := following;
    at := following;
  END LOOP;
  RETURN found_one;
END $$;

-- A relationship with everything it has taken over by that day.
CREATE FUNCTION app.parts_of(for_relationship uuid, on_day date) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH RECURSIVE part(id) AS (
    SELECT for_relationship
    UNION SELECT r.id FROM part p JOIN relationship r ON r.taken_over_by_id = p.id AND r.ends_on <= on_day
  )
  SELECT array_agg(id) FROM part
$$;

-- Whether anybody stands in it on that day: not before the day on which it takes over, not after the day on which another did.
CREATE FUNCTION app.is_live(r relationship, on_day date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT (r.taken_over_by_id IS NULL OR r.ends_on IS NULL OR r.ends_on > on_day)
    AND (r.starts_on IS NULL OR r.starts_on <= on_day
      OR NOT EXISTS (SELECT 1 FROM relationship p WHERE p.taken_over_by_id = r.id))
$$;

-- The last day on which something was added to a relationship by a takeover: what was kept of it before is out of date.
CREATE FUNCTION app.joined_on(for_relationship uuid, on_day date) RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT max(r.ends_on) FROM relationship r
  WHERE r.ends_on <= on_day AND r.taken_over_by_id = ANY (app.parts_of(for_relationship, on_day))
$$;

-- Whether an area is closed on that day: nothing is written there.
CREATE FUNCTION app.is_closed(the_area uuid, on_day date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM area a WHERE a.id = the_area AND a.closed_on <= on_day)
$$;

-- ---- Where an account stands -------------------------------------------------------------------------------------------

-- As before, with three things more. What was taken over comes with the relationship that holds it now, for both sides;
-- where the council that recorded it has ended, its organisation comes too, to the council that follows, but never the
-- right to lead it. In a closed area everybody reads and nobody writes. And a closed area's steward reads there.
CREATE OR REPLACE FUNCTION app.stands(for_user uuid, on_day date) RETURNS SETOF app.stand
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY
  WITH mine AS (
    SELECT m.* FROM membership m JOIN "user" u ON u.id = m.user_id
    WHERE m.user_id = for_user AND u.deactivated_at IS NULL
      AND m.starts_on <= on_day AND (m.ends_on IS NULL OR on_day < m.ends_on)
  )
  SELECT a.id, a.slug, r.id, r.council_id, o.slug, 'community'::text, m.organisation_id,
    CASE WHEN a.closed_on <= on_day THEN 'reader' ELSE m.role::text END
  FROM mine m JOIN area a ON a.partnership_id = m.organisation_id AND (m.area_id IS NULL OR m.area_id = a.id)
  LEFT JOIN relationship r ON r.area_id = a.id
    AND (r.taken_over_by_id IS NOT NULL AND r.ends_on <= on_day OR app.is_live(r, on_day))
  LEFT JOIN organisation o ON o.id = r.council_id
  WHERE m.side = 'community'
  UNION ALL
  SELECT a.id, a.slug, r.id, r.council_id, o.slug, 'council'::text,
    CASE WHEN r.id <> own.id AND o.ends_on <= on_day THEN o.id ELSE m.organisation_id END,
    CASE WHEN a.closed_on <= on_day THEN 'reader' WHEN r.id <> own.id AND m.role = 'lead' THEN 'editor' ELSE m.role::text END
  FROM mine m
  JOIN relationship own ON own.council_id = m.organisation_id AND (m.area_id IS NULL OR m.area_id = own.area_id)
  JOIN relationship r ON r.id = own.id
    OR (r.area_id = own.area_id AND r.taken_over_by_id IS NOT NULL AND r.ends_on <= on_day AND app.held_by(r.id, on_day) = own.id)
  JOIN area a ON a.id = own.area_id JOIN organisation o ON o.id = r.council_id
  WHERE m.side = 'council' AND app.is_live(own, on_day)
  UNION ALL
  SELECT a.id, a.slug, r.id, r.council_id, o.slug, m.side::text, m.organisation_id, 'reader'::text
  FROM mine m JOIN area a ON a.steward_id = m.organisation_id AND a.closed_on <= on_day AND (m.area_id IS NULL OR m.area_id = a.id)
  LEFT JOIN relationship r ON r.area_id = a.id LEFT JOIN organisation o ON o.id = r.council_id
  WHERE m.side IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM mine x WHERE x.organisation_id = a.partnership_id
      OR EXISTS (SELECT 1 FROM relationship k WHERE k.area_id = a.id AND k.council_id = x.organisation_id)
  )
  UNION ALL
  SELECT NULL, NULL, NULL, NULL, NULL, NULL, m.organisation_id, m.role::text
  FROM mine m WHERE m.side IS NULL;
END $$;

-- The steward of an area may be an organisation of neither kind: its people are members on the community's side, and
-- stand nowhere until the area is closed.
CREATE OR REPLACE FUNCTION app.refuse_two_sides() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_TABLE_NAME = 'membership' THEN
    -- Two memberships given at once must see each other.
    PERFORM pg_advisory_xact_lock(hashtext('sides ' || NEW.user_id::text));
    IF NEW.side = 'community' AND NOT EXISTS (SELECT 1 FROM organisation WHERE id = NEW.organisation_id AND 'partnership' = ANY (kinds))
        AND NOT EXISTS (SELECT 1 FROM area WHERE steward_id = NEW.organisation_id)
      OR NEW.side = 'council' AND NOT EXISTS (SELECT 1 FROM organisation WHERE id = NEW.organisation_id AND 'council' = ANY (kinds))
      OR (NEW.side IS NULL) <> (NEW.role IN ('admin', 'researcher')) THEN
      RAISE EXCEPTION 'the side does not fit the organisation' USING ERRCODE = '23514', CONSTRAINT = 'membership_side_fits';
    END IF;
  END IF;
  IF EXISTS (
    SELECT 1 FROM membership c
    JOIN area a ON a.partnership_id = c.organisation_id AND (c.area_id IS NULL OR c.area_id = a.id)
    JOIN relationship r ON r.area_id = a.id
    JOIN membership k ON k.user_id = c.user_id AND k.side = 'council' AND k.organisation_id = r.council_id
      AND (k.area_id IS NULL OR k.area_id = a.id)
    WHERE c.side = 'community'
      AND daterange(c.starts_on, c.ends_on) && daterange(k.starts_on, k.ends_on)
      AND CASE TG_TABLE_NAME
        WHEN 'membership' THEN c.user_id = (to_jsonb(NEW) ->> 'user_id')::uuid
        WHEN 'area' THEN a.id = (to_jsonb(NEW) ->> 'id')::uuid
        ELSE r.id = (to_jsonb(NEW) ->> 'id')::uuid END
  ) THEN
    RAISE EXCEPTION 'an account is on one side of an area' USING ERRCODE = '23514', CONSTRAINT = 'membership_one_side';
  END IF;
  RETURN NULL;
END $$;

-- ---- The score ---------------------------------------------------------------------------------------------------------

-- As before, with the facts of every relationship it has taken over: each is one row, and counts once. A relationship that
-- was taken over keeps its own, for the days on which it was one.
CREATE OR REPLACE FUNCTION app.scoring_facts(for_relationship uuid, known_at timestamptz, sources uuid[])
RETURNS TABLE (body jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  parts uuid[];
BEGIN
  IF app.principal() <> 'scorer' AND NOT (for_relationship = ANY (app.relationships())) THEN
    RETURN;
  END IF;
  parts := app.parts_of(for_relationship, app.today());
  IF sources IS NOT NULL THEN
    RETURN QUERY
    SELECT f.body FROM scoring_fact f JOIN relationship r ON r.id = for_relationship
    WHERE f.source_id = ANY (sources) AND f.area_id = r.area_id
      AND (f.relationship_id = ANY (parts) OR f.relationship_id IS NULL) AND f.known_until IS NULL;
  ELSE
    RETURN QUERY
    SELECT f.body FROM scoring_fact f JOIN relationship r ON r.id = for_relationship
    WHERE f.area_id = r.area_id AND (f.relationship_id = ANY (parts) OR f.relationship_id IS NULL)
      AND CASE WHEN known_at IS NULL THEN f.known_until IS NULL
               ELSE f.known_from <= known_at AND (f.known_until IS NULL OR known_at < f.known_until) END;
  END IF;
END $$;

-- The relationships a write about an area touches: the one that holds it now, or all that are live when it is about all.
CREATE OR REPLACE FUNCTION app.relationships_of(for_area uuid, for_relationship uuid) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF app.principal() <> 'scorer' AND NOT (for_area = ANY (app.areas())) THEN
    RETURN;
  END IF;
  IF for_relationship IS NOT NULL THEN
    RETURN QUERY SELECT COALESCE(app.held_by(r.id, app.today()), r.id) FROM relationship r
      WHERE r.area_id = for_area AND r.id = for_relationship;
  ELSE
    RETURN QUERY SELECT r.id FROM relationship r
      WHERE r.area_id = for_area AND app.is_live(r, app.today()) ORDER BY r.id;
  END IF;
END $$;

-- ---- What follows, in numbers ------------------------------------------------------------------------------------------

-- For an admin, who sees no content: how many open things of each kind would follow, relationship by relationship.
CREATE FUNCTION app.open_counts(for_relationships uuid[], on_day date)
RETURNS TABLE (relationship_id uuid, what text, many bigint)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asker text := app.principal();
BEGIN
  IF NOT app.is_admin() AND NOT (for_relationships <@ app.relationships()) THEN
    RETURN;
  END IF;
  PERFORM set_config('app.principal', 'maintenance', true);
  RETURN QUERY
  WITH stands AS (
    SELECT r.* FROM record r WHERE r.relationship_id = ANY (for_relationships)
      AND r.level = 'shared' AND r.binned_at IS NULL AND r.voided_on IS NULL
  )
  SELECT s.relationship_id, 'promises', count(*) FROM stands s JOIN commitment c ON c.record_id = s.id
    WHERE c.not_kept_on IS NULL AND c.withdrawn_on IS NULL
      AND (c.done_on IS NULL OR (c.confirmed_on IS NULL AND c.done_said_on > on_day - 28)
        OR (s.contested_on IS NOT NULL AND s.settled_on IS NULL)) GROUP BY 1
  UNION ALL SELECT s.relationship_id, 'requests', count(*) FROM stands s JOIN request q ON q.record_id = s.id
    WHERE q.answered_on IS NULL AND q.withdrawn_on IS NULL GROUP BY 1
  UNION ALL SELECT s.relationship_id, 'milestones', count(*) FROM stands s JOIN milestone m ON m.record_id = s.id
    WHERE m.done_on IS NULL AND m.dropped_on IS NULL AND m.withdrawn_on IS NULL GROUP BY 1
  UNION ALL SELECT s.relationship_id, 'projects', count(*) FROM stands s JOIN project p ON p.record_id = s.id
    WHERE p.stage NOT IN ('finished', 'stopped') GROUP BY 1
  UNION ALL SELECT s.relationship_id, 'agreements', count(*) FROM stands s JOIN mou m ON m.record_id = s.id
    WHERE (m.ends_on IS NULL OR m.ends_on >= on_day) AND (m.end_agreed_on IS NULL OR m.end_on >= on_day)
      AND NOT EXISTS (SELECT 1 FROM mou n WHERE n.replaces_id = m.record_id) GROUP BY 1
  UNION ALL SELECT s.relationship_id, 'handovers', count(*) FROM stands s JOIN handover h ON h.record_id = s.id
    WHERE h.completed_on IS NULL AND h.withdrawn_on IS NULL GROUP BY 1
  UNION ALL SELECT s.relationship_id, 'meetings', count(*) FROM stands s JOIN meeting m ON m.record_id = s.id
    WHERE m.status = 'planned' GROUP BY 1
  UNION ALL SELECT s.id, 'posts', count(*) FROM relationship s JOIN appointment a ON a.organisation_id = s.council_id
      AND (a.area_id IS NULL OR a.area_id = s.area_id)
    WHERE s.id = ANY (for_relationships) AND (a.ends_on IS NULL OR a.ends_on > on_day) GROUP BY 1
  UNION ALL SELECT s.id, 'elections', count(*) FROM relationship s JOIN election e ON e.organisation_id = s.council_id
    WHERE s.id = ANY (for_relationships) AND e.poll_on >= on_day AND e.removed_at IS NULL GROUP BY 1;
  PERFORM set_config('app.principal', asker, true);
END $$;
REVOKE ALL ON FUNCTION app.open_counts(uuid[], date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.open_counts(uuid[], date) TO common_ground_app;

-- ---- Taking a takeover back --------------------------------------------------------------------------------------------

-- Removes a relationship that a takeover opened, for an admin, while nothing at all refers to it; whether it could. A
-- membership is not removed but ended on the day it begins.
CREATE FUNCTION app.remove_unused_relationship(the_relationship uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asker text := app.principal();
  fk record;
  is_used boolean;
BEGIN
  IF NOT app.is_admin() THEN
    RETURN false;
  END IF;
  PERFORM set_config('app.principal', 'maintenance', true);
  FOR fk IN
    SELECT c.conrelid::regclass AS place, a.attname AS name FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = 'relationship'::regclass AND cardinality(c.conkey) = 1
  LOOP
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %s WHERE %I = $1)', fk.place, fk.name) INTO is_used USING the_relationship;
    EXIT WHEN is_used;
  END LOOP;
  IF NOT is_used THEN
    DELETE FROM relationship WHERE id = the_relationship;
  END IF;
  PERFORM set_config('app.principal', asker, true);
  RETURN NOT is_used;
END $$;
REVOKE ALL ON FUNCTION app.remove_unused_relationship(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.remove_unused_relationship(uuid) TO common_ground_app;

-- Whether anything was written about these relationships, or about their areas as a whole, from an instant on.
CREATE FUNCTION app.written_since(for_relationships uuid[], since timestamptz) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asker text := app.principal();
  is_found boolean;
BEGIN
  IF NOT app.is_admin() THEN
    RETURN true;
  END IF;
  PERFORM set_config('app.principal', 'maintenance', true);
  SELECT EXISTS (SELECT 1 FROM event e WHERE e.at >= since AND (e.relationship_id = ANY (for_relationships)
      OR e.relationship_id IS NULL AND e.area_id IN (SELECT r.area_id FROM relationship r WHERE r.id = ANY (for_relationships))))
    INTO is_found;
  PERFORM set_config('app.principal', asker, true);
  RETURN is_found;
END $$;
REVOKE ALL ON FUNCTION app.written_since(uuid[], timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.written_since(uuid[], timestamptz) TO common_ground_app;

GRANT CREATE ON SCHEMA app TO common_ground_scorer;
ALTER FUNCTION app.held_by(uuid, date) OWNER TO common_ground_scorer;
ALTER FUNCTION app.parts_of(uuid, date) OWNER TO common_ground_scorer;
ALTER FUNCTION app.is_live(relationship, date) OWNER TO common_ground_scorer;
ALTER FUNCTION app.joined_on(uuid, date) OWNER TO common_ground_scorer;
ALTER FUNCTION app.is_closed(uuid, date) OWNER TO common_ground_scorer;
REVOKE CREATE ON SCHEMA app FROM common_ground_scorer;
REVOKE ALL ON FUNCTION app.held_by(uuid, date), app.parts_of(uuid, date), app.is_live(relationship, date), app.joined_on(uuid, date), app.is_closed(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.held_by(uuid, date), app.parts_of(uuid, date), app.joined_on(uuid, date), app.is_closed(uuid, date)
  TO common_ground_app, common_ground_scorer, common_ground_owner;
GRANT EXECUTE ON FUNCTION app.is_live(relationship, date) TO common_ground_scorer, common_ground_owner;
