-- Who may see and change which row, decided by PostgreSQL itself.
--
-- Every transaction of the application begins with app.enter(principal, today). It works out, from memberships alone,
-- where that principal stands, and leaves the answer in settings that end with the transaction. Policies read those
-- settings. Nothing entered: no rows. The roles exist before migrations run (app/platform/database/roles.ts):
--   common_ground_owner   owns everything, is under forced row security like everybody else
--   common_ground_app     what the application signs in as; owns nothing
--   common_ground_scorer  nobody signs in as it; owns the few SECURITY DEFINER functions, and reads what they need

CREATE SCHEMA app;
GRANT USAGE ON SCHEMA app TO common_ground_app, common_ground_scorer;
GRANT USAGE ON SCHEMA public TO common_ground_app, common_ground_scorer;

-- ---- Settings ------------------------------------------------------------------------------------------------------

CREATE FUNCTION app.principal() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT COALESCE(current_setting('app.principal', true), '') $$;

CREATE FUNCTION app.user_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN app.principal() LIKE 'user:%' THEN substr(app.principal(), 6)::uuid END $$;

CREATE FUNCTION app.today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT COALESCE(NULLIF(current_setting('app.today', true), '')::date, (now() AT TIME ZONE 'Europe/London')::date) $$;

CREATE FUNCTION app.scope(name text) RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT COALESCE(NULLIF(current_setting('app.' || name, true), '')::uuid[], '{}'::uuid[]) $$;

-- Areas and relationships the user stands in; where they may write; where they lead; the organisations they speak for;
-- and the register: organisations whose people they may see.
CREATE FUNCTION app.areas() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT app.scope('areas') $$;
CREATE FUNCTION app.writing_areas() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT app.scope('writing_areas') $$;
CREATE FUNCTION app.leading_areas() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT app.scope('leading_areas') $$;
CREATE FUNCTION app.relationships() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT app.scope('relationships') $$;
CREATE FUNCTION app.organisations() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT app.scope('organisations') $$;
CREATE FUNCTION app.writing_organisations() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT app.scope('writing_organisations') $$;
CREATE FUNCTION app.leading_organisations() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT app.scope('leading_organisations') $$;
CREATE FUNCTION app.register() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT app.scope('register') $$;
CREATE FUNCTION app.is_admin() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT app.user_id() IS NOT NULL AND current_setting('app.admin', true) = 'yes' $$;
CREATE FUNCTION app.is_auth() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT app.principal() = 'auth' $$;
CREATE FUNCTION app.is_maintenance() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT app.principal() = 'maintenance' $$;

-- ---- Entering ------------------------------------------------------------------------------------------------------

CREATE TYPE app.stand AS (
  area_id uuid, area_slug text, relationship_id uuid, council_id uuid, council_slug text,
  side text, organisation_id uuid, role text
);

-- Where a user stands today: one row an area and relationship. A council member stands in their council's
-- relationships, a community member in all of the area's. plpgsql, so that its plan is kept by the connection.
CREATE FUNCTION app.stands(for_user uuid, on_day date) RETURNS SETOF app.stand
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY
  WITH mine AS (
    SELECT m.* FROM membership m JOIN "user" u ON u.id = m.user_id
    WHERE m.user_id = for_user AND u.deactivated_at IS NULL
      AND m.starts_on <= on_day AND (m.ends_on IS NULL OR on_day < m.ends_on)
  )
  SELECT a.id, a.slug, r.id, r.council_id, o.slug, 'community'::text, m.organisation_id, m.role::text
  FROM mine m JOIN area a ON a.partnership_id = m.organisation_id AND (m.area_id IS NULL OR m.area_id = a.id)
  LEFT JOIN relationship r ON r.area_id = a.id LEFT JOIN organisation o ON o.id = r.council_id
  WHERE m.side = 'community'
  UNION ALL
  SELECT a.id, a.slug, r.id, r.council_id, o.slug, 'council'::text, m.organisation_id, m.role::text
  FROM mine m JOIN relationship r ON r.council_id = m.organisation_id AND (m.area_id IS NULL OR m.area_id = r.area_id)
  JOIN area a ON a.id = r.area_id JOIN organisation o ON o.id = r.council_id
  WHERE m.side = 'council'
  UNION ALL
  SELECT NULL, NULL, NULL, NULL, NULL, NULL, m.organisation_id, m.role::text
  FROM mine m WHERE m.side IS NULL;
END $$;

-- Sets the principal for this transaction and says where it stands. 'user:<uuid>' gets a scope; the other principals
-- (auth, scorer, job:…, link:…, feed:…, token:…, release, maintenance) have policies of their own.
CREATE FUNCTION app.enter(who text, on_day date) RETURNS SETOF app.stand
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  s record;
BEGIN
  IF who !~ '^(user:[0-9a-f-]{36}|auth|scorer|release|maintenance|(job|link|feed|token):.+)$' THEN
    RAISE EXCEPTION 'no such principal' USING ERRCODE = '22023';
  END IF;
  PERFORM set_config('app.principal', who, true), set_config('app.today', on_day::text, true);
  IF who LIKE 'user:%' THEN
    WITH st AS (SELECT * FROM app.stands(substr(who, 6)::uuid, on_day)),
         reg AS (
           SELECT organisation_id AS id FROM st WHERE side IS NOT NULL
           UNION SELECT council_id FROM st WHERE side = 'community' AND council_id IS NOT NULL
           UNION SELECT a.partnership_id FROM area a WHERE a.id IN (SELECT area_id FROM st)
           UNION SELECT o.id FROM organisation o WHERE o.area_id IN (SELECT area_id FROM st)
         )
    SELECT array_agg(DISTINCT area_id) FILTER (WHERE area_id IS NOT NULL) AS areas,
           array_agg(DISTINCT area_id) FILTER (WHERE area_id IS NOT NULL AND role IN ('editor', 'lead')) AS writing_areas,
           array_agg(DISTINCT area_id) FILTER (WHERE area_id IS NOT NULL AND role = 'lead') AS leading_areas,
           array_agg(DISTINCT relationship_id) FILTER (WHERE relationship_id IS NOT NULL) AS relationships,
           array_agg(DISTINCT organisation_id) FILTER (WHERE side IS NOT NULL) AS organisations,
           array_agg(DISTINCT organisation_id) FILTER (WHERE role IN ('editor', 'lead')) AS writing_organisations,
           array_agg(DISTINCT organisation_id) FILTER (WHERE role = 'lead') AS leading_organisations,
           (SELECT array_agg(id) FROM reg) AS register,
           COALESCE(bool_or(role = 'admin'), false) AS admin
    INTO s FROM st;
  ELSE
    SELECT NULL::uuid[] AS areas, NULL::uuid[] AS writing_areas, NULL::uuid[] AS leading_areas,
           NULL::uuid[] AS relationships, NULL::uuid[] AS organisations, NULL::uuid[] AS writing_organisations,
           NULL::uuid[] AS leading_organisations, NULL::uuid[] AS register, false AS admin INTO s;
  END IF;
  PERFORM
    set_config('app.areas', COALESCE(s.areas::text, ''), true),
    set_config('app.writing_areas', COALESCE(s.writing_areas::text, ''), true),
    set_config('app.leading_areas', COALESCE(s.leading_areas::text, ''), true),
    set_config('app.relationships', COALESCE(s.relationships::text, ''), true),
    set_config('app.organisations', COALESCE(s.organisations::text, ''), true),
    set_config('app.writing_organisations', COALESCE(s.writing_organisations::text, ''), true),
    set_config('app.leading_organisations', COALESCE(s.leading_organisations::text, ''), true),
    set_config('app.register', COALESCE(s.register::text, ''), true),
    set_config('app.admin', CASE WHEN s.admin THEN 'yes' ELSE '' END, true)
  FROM (SELECT 1) one;
  IF who LIKE 'user:%' THEN
    RETURN QUERY SELECT * FROM app.stands(substr(who, 6)::uuid, on_day);
  END IF;
END $$;

-- ---- What the scorer reads -------------------------------------------------------------------------------------------

-- The facts of one relationship, as known at an instant (null: now), of some sources or all (null): shared by
-- construction, no text, no names.
CREATE FUNCTION app.scoring_facts(for_relationship uuid, known_at timestamptz, sources uuid[])
RETURNS TABLE (body jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF app.principal() <> 'scorer' AND NOT (for_relationship = ANY (app.relationships())) THEN
    RETURN;
  END IF;
  IF sources IS NOT NULL THEN
    RETURN QUERY
    SELECT f.body FROM scoring_fact f JOIN relationship r ON r.id = for_relationship
    WHERE f.source_id = ANY (sources) AND f.area_id = r.area_id
      AND (f.relationship_id = r.id OR f.relationship_id IS NULL) AND f.known_until IS NULL;
  ELSE
    RETURN QUERY
    SELECT f.body FROM scoring_fact f JOIN relationship r ON r.id = for_relationship
    WHERE f.area_id = r.area_id AND (f.relationship_id = r.id OR f.relationship_id IS NULL)
      AND CASE WHEN known_at IS NULL THEN f.known_until IS NULL
               ELSE f.known_from <= known_at AND (f.known_until IS NULL OR known_at < f.known_until) END;
  END IF;
END $$;

-- The relationships a write about an area touches: one, or all of the area's when it is about all councils.
CREATE FUNCTION app.relationships_of(for_area uuid, for_relationship uuid) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF app.principal() <> 'scorer' AND NOT (for_area = ANY (app.areas())) THEN
    RETURN;
  END IF;
  RETURN QUERY SELECT r.id FROM relationship r
    WHERE r.area_id = for_area AND (for_relationship IS NULL OR r.id = for_relationship) ORDER BY r.id;
END $$;

-- ---- The first admin ---------------------------------------------------------------------------------------------

-- Works once: while nobody is an admin. Makes the programme's organisation and the first admin's membership.
CREATE FUNCTION app.first_admin(the_user uuid, programme uuid, membership_id uuid, programme_name text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('common-ground first admin'));
  IF EXISTS (SELECT 1 FROM membership WHERE role = 'admin') THEN
    RAISE EXCEPTION 'this tracker is already set up' USING ERRCODE = '42501';
  END IF;
  INSERT INTO organisation (id, slug, name, short_name, kinds)
    VALUES (programme, 'programme', programme_name, programme_name, '{programme}');
  INSERT INTO membership (id, user_id, organisation_id, role, starts_on) VALUES (membership_id, the_user, programme, 'admin', '0001-01-01');
END $$;

CREATE FUNCTION app.has_admin() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT EXISTS (SELECT 1 FROM membership WHERE role = 'admin') $$;

-- ---- An account is on one side of an area ---------------------------------------------------------------------------

CREATE FUNCTION app.refuse_two_sides() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_TABLE_NAME = 'membership' THEN
    -- Two memberships given at once must see each other.
    PERFORM pg_advisory_xact_lock(hashtext('sides ' || NEW.user_id::text));
    IF NEW.side = 'community' AND NOT EXISTS (SELECT 1 FROM organisation WHERE id = NEW.organisation_id AND 'partnership' = ANY (kinds))
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

CREATE CONSTRAINT TRIGGER membership_one_side AFTER INSERT OR UPDATE ON membership
  FOR EACH ROW EXECUTE FUNCTION app.refuse_two_sides();
CREATE CONSTRAINT TRIGGER area_one_side AFTER INSERT OR UPDATE OF partnership_id ON area
  FOR EACH ROW EXECUTE FUNCTION app.refuse_two_sides();
CREATE CONSTRAINT TRIGGER relationship_one_side AFTER INSERT OR UPDATE OF area_id, council_id ON relationship
  FOR EACH ROW EXECUTE FUNCTION app.refuse_two_sides();

-- ---- What never changes ----------------------------------------------------------------------------------------------

CREATE FUNCTION app.keep_record_identity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.kind, OLD.area_id, OLD.organisation_id, OLD.side, OLD.author_id, OLD.recorded_on, OLD.recorded_at)
     IS DISTINCT FROM (NEW.kind, NEW.area_id, NEW.organisation_id, NEW.side, NEW.author_id, NEW.recorded_on, NEW.recorded_at)
     OR OLD.relationship_id IS DISTINCT FROM NEW.relationship_id THEN
    RAISE EXCEPTION 'who recorded it, about whom and when is not changed' USING ERRCODE = '23514';
  END IF;
  IF OLD.level <> NEW.level AND NOT (OLD.level = 'personal' OR (OLD.level = 'side' AND NEW.level = 'shared')) THEN
    RAISE EXCEPTION 'a record is not narrowed' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_record_identity BEFORE UPDATE ON record FOR EACH ROW EXECUTE FUNCTION app.keep_record_identity();

CREATE FUNCTION app.append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.is_maintenance() THEN
    RETURN COALESCE(NEW, OLD);
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '42501';
END $$;
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION app.append_only();

-- A fact may only be ended, once.
CREATE FUNCTION app.end_fact_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.is_maintenance() THEN
    RETURN NEW;
  END IF;
  IF OLD.known_until IS NOT NULL
    OR (OLD.id, OLD.source_id, OLD.area_id, OLD.type, OLD.body, OLD.known_from)
       IS DISTINCT FROM (NEW.id, NEW.source_id, NEW.area_id, NEW.type, NEW.body, NEW.known_from) THEN
    RAISE EXCEPTION 'a fact is superseded, never changed' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER end_fact_once BEFORE UPDATE ON scoring_fact FOR EACH ROW EXECUTE FUNCTION app.end_fact_once();

-- ---- Constraints Prisma does not model --------------------------------------------------------------------------------

ALTER TABLE membership ADD CONSTRAINT membership_dates CHECK (ends_on IS NULL OR starts_on <= ends_on);
ALTER TABLE organisation ADD CONSTRAINT organisation_dates CHECK (starts_on IS NULL OR ends_on IS NULL OR starts_on < ends_on);
ALTER TABLE relationship ADD CONSTRAINT relationship_dates CHECK (starts_on IS NULL OR ends_on IS NULL OR starts_on < ends_on);
ALTER TABLE appointment ADD CONSTRAINT appointment_dates CHECK (starts_on IS NULL OR ends_on IS NULL OR starts_on <= ends_on);
ALTER TABLE appointment ADD CONSTRAINT appointment_lead CHECK (NOT is_lead OR relationship_id IS NOT NULL);
ALTER TABLE record ADD CONSTRAINT record_years CHECK (occurred_on >= '0001-01-01' AND occurred_on <= '9999-12-31');
CREATE UNIQUE INDEX scoring_fact_current ON scoring_fact (source_id, type, (body ->> 'id')) WHERE known_until IS NULL;

-- ---- Row security: forced on every table, denied unless a policy says otherwise --------------------------------------

DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY maintenance ON %I TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO common_ground_app', t);
  END LOOP;
  -- Sign-in: these four belong to the sign-in library alone.
  FOREACH t IN ARRAY ARRAY['session', 'account', 'verification', 'rate_limit'] LOOP
    EXECUTE format('GRANT DELETE ON %I TO common_ground_app', t);
    EXECUTE format('CREATE POLICY auth ON %I TO common_ground_app USING ((SELECT app.is_auth())) WITH CHECK ((SELECT app.is_auth()))', t);
  END LOOP;
  -- A kind's own table: seen with its record, written where one may write.
  FOREACH t IN ARRAY ARRAY['meeting record_id', 'meeting_series record_id', 'commitment record_id', 'request record_id',
      'note record_id', 'rhythm record_id', 'meeting_attendance meeting_id', 'meeting_decision meeting_id',
      'meeting_action meeting_id', 'minutes meeting_id', 'commitment_redating commitment_id', 'referral request_id'] LOOP
    EXECUTE format('CREATE POLICY seen ON %1$I FOR SELECT TO common_ground_app USING (EXISTS (SELECT 1 FROM record r WHERE r.id = %1$I.%2$I))',
      split_part(t, ' ', 1), split_part(t, ' ', 2));
    EXECUTE format('CREATE POLICY written ON %1$I FOR INSERT TO common_ground_app WITH CHECK (EXISTS (SELECT 1 FROM record r WHERE r.id = %1$I.%2$I AND r.area_id = ANY ((SELECT app.writing_areas())::uuid[])))',
      split_part(t, ' ', 1), split_part(t, ' ', 2));
    EXECUTE format('CREATE POLICY changed ON %1$I FOR UPDATE TO common_ground_app USING (EXISTS (SELECT 1 FROM record r WHERE r.id = %1$I.%2$I AND r.area_id = ANY ((SELECT app.writing_areas())::uuid[])))',
      split_part(t, ' ', 1), split_part(t, ' ', 2));
  END LOOP;
  -- Lines of a meeting are replaced when it is edited; the event keeps what stood there.
  FOREACH t IN ARRAY ARRAY['meeting_attendance', 'meeting_decision', 'meeting_action'] LOOP
    EXECUTE format('GRANT DELETE ON %I TO common_ground_app', t);
    EXECUTE format('CREATE POLICY replaced ON %1$I FOR DELETE TO common_ground_app USING (EXISTS (SELECT 1 FROM record r WHERE r.id = %1$I.meeting_id AND r.area_id = ANY ((SELECT app.writing_areas())::uuid[])))', t);
  END LOOP;
END $$;
REVOKE UPDATE ON event FROM common_ground_app;
GRANT DELETE ON idempotency_key, score_state TO common_ground_app;

-- Users and memberships.
CREATE POLICY auth ON "user" TO common_ground_app USING ((SELECT app.is_auth())) WITH CHECK ((SELECT app.is_auth()));
CREATE POLICY seen ON "user" FOR SELECT TO common_ground_app USING (
  id = (SELECT app.user_id()) OR (SELECT app.is_admin())
  OR EXISTS (SELECT 1 FROM membership m WHERE m.user_id = "user".id AND m.organisation_id = ANY ((SELECT app.register())::uuid[]))
);
CREATE POLICY administered ON "user" FOR UPDATE TO common_ground_app USING ((SELECT app.is_admin()));

CREATE POLICY seen ON membership FOR SELECT TO common_ground_app USING (
  user_id = (SELECT app.user_id()) OR (SELECT app.is_admin()) OR organisation_id = ANY ((SELECT app.register())::uuid[])
);
CREATE POLICY given ON membership FOR INSERT TO common_ground_app WITH CHECK (
  (SELECT app.is_admin())
  OR (role IN ('reader', 'editor', 'lead') AND organisation_id = ANY ((SELECT app.leading_organisations())::uuid[]))
);
CREATE POLICY ended ON membership FOR UPDATE TO common_ground_app USING (
  (SELECT app.is_admin())
  OR (role IN ('reader', 'editor', 'lead') AND organisation_id = ANY ((SELECT app.leading_organisations())::uuid[]))
);

-- Organisations are a public register, but for local groups.
CREATE POLICY seen ON organisation FOR SELECT TO common_ground_app USING (
  ((SELECT app.user_id()) IS NOT NULL AND area_id IS NULL)
  OR area_id = ANY ((SELECT app.areas())::uuid[]) OR (SELECT app.is_admin())
);
CREATE POLICY written ON organisation FOR INSERT TO common_ground_app WITH CHECK (
  (SELECT app.is_admin()) OR (area_id = ANY ((SELECT app.writing_areas())::uuid[]) AND NOT kinds && '{partnership,council,programme}'::organisation_kind[])
);
CREATE POLICY changed ON organisation FOR UPDATE TO common_ground_app USING (
  (SELECT app.is_admin()) OR area_id = ANY ((SELECT app.writing_areas())::uuid[])
);
CREATE POLICY seen ON organisation_succession FOR SELECT TO common_ground_app USING ((SELECT app.user_id()) IS NOT NULL);
CREATE POLICY written ON organisation_succession FOR INSERT TO common_ground_app WITH CHECK ((SELECT app.is_admin()));
CREATE POLICY changed ON organisation_succession FOR UPDATE TO common_ground_app USING ((SELECT app.is_admin()));

CREATE POLICY seen ON area FOR SELECT TO common_ground_app USING (id = ANY ((SELECT app.areas())::uuid[]) OR (SELECT app.is_admin()));
CREATE POLICY written ON area FOR INSERT TO common_ground_app WITH CHECK ((SELECT app.is_admin()));
CREATE POLICY changed ON area FOR UPDATE TO common_ground_app USING ((SELECT app.is_admin()));

CREATE POLICY seen ON relationship FOR SELECT TO common_ground_app USING (id = ANY ((SELECT app.relationships())::uuid[]) OR (SELECT app.is_admin()));
CREATE POLICY written ON relationship FOR INSERT TO common_ground_app WITH CHECK ((SELECT app.is_admin()));
CREATE POLICY changed ON relationship FOR UPDATE TO common_ground_app USING (
  (SELECT app.is_admin()) OR (id = ANY ((SELECT app.relationships())::uuid[]) AND area_id = ANY ((SELECT app.leading_areas())::uuid[]))
);

-- People: seen by whoever works with one of their organisations. An admin sees those of public lists only, to import them.
CREATE POLICY seen ON appointment FOR SELECT TO common_ground_app USING (
  (organisation_id = ANY ((SELECT app.register())::uuid[]) AND (area_id IS NULL OR area_id = ANY ((SELECT app.areas())::uuid[])))
  OR ((SELECT app.is_admin()) AND role = 'councillor')
);
CREATE POLICY written ON appointment FOR INSERT TO common_ground_app WITH CHECK (
  (organisation_id = ANY ((SELECT app.register())::uuid[]) AND cardinality((SELECT app.writing_areas())::uuid[]) > 0
    AND (area_id IS NULL OR area_id = ANY ((SELECT app.writing_areas())::uuid[])))
  OR ((SELECT app.is_admin()) AND role = 'councillor')
);
CREATE POLICY changed ON appointment FOR UPDATE TO common_ground_app USING (
  (organisation_id = ANY ((SELECT app.register())::uuid[]) AND cardinality((SELECT app.writing_areas())::uuid[]) > 0
    AND (area_id IS NULL OR area_id = ANY ((SELECT app.writing_areas())::uuid[])))
  OR ((SELECT app.is_admin()) AND role = 'councillor')
);
CREATE POLICY seen ON person_external_id FOR SELECT TO common_ground_app USING (
  organisation_id = ANY ((SELECT app.register())::uuid[]) OR (SELECT app.is_admin())
);
CREATE POLICY written ON person_external_id FOR INSERT TO common_ground_app WITH CHECK (
  organisation_id = ANY ((SELECT app.writing_organisations())::uuid[]) OR (SELECT app.is_admin())
);
CREATE POLICY seen ON person FOR SELECT TO common_ground_app USING (
  recorded_by_organisation_id = ANY ((SELECT app.organisations())::uuid[])
  OR EXISTS (SELECT 1 FROM appointment a WHERE a.person_id = person.id)
  OR ((SELECT app.is_admin()) AND EXISTS (SELECT 1 FROM person_external_id x WHERE x.person_id = person.id))
);
CREATE POLICY written ON person FOR INSERT TO common_ground_app WITH CHECK (
  recorded_by_organisation_id = ANY ((SELECT app.writing_organisations())::uuid[]) OR (SELECT app.is_admin())
);
CREATE POLICY changed ON person FOR UPDATE TO common_ground_app USING (
  (cardinality((SELECT app.writing_areas())::uuid[]) > 0
    AND (recorded_by_organisation_id = ANY ((SELECT app.organisations())::uuid[])
      OR EXISTS (SELECT 1 FROM appointment a WHERE a.person_id = person.id)))
  OR ((SELECT app.is_admin()) AND EXISTS (SELECT 1 FROM person_external_id x WHERE x.person_id = person.id))
);
CREATE POLICY seen ON person_change FOR SELECT TO common_ground_app USING (EXISTS (SELECT 1 FROM person p WHERE p.id = person_id));
CREATE POLICY written ON person_change FOR INSERT TO common_ground_app WITH CHECK (
  EXISTS (SELECT 1 FROM person p WHERE p.id = person_id)
  AND (cardinality((SELECT app.writing_areas())::uuid[]) > 0 OR (SELECT app.is_admin()))
);

-- Records. A shared one is seen by the relationship's two sides (by all, when it is about all councils); a side's own by
-- the organisation that recorded it; a personal one by its author.
CREATE POLICY seen ON record FOR SELECT TO common_ground_app USING (
  area_id = ANY ((SELECT app.areas())::uuid[])
  AND (relationship_id IS NULL OR relationship_id = ANY ((SELECT app.relationships())::uuid[]))
  AND CASE level
    WHEN 'shared' THEN true
    WHEN 'side' THEN organisation_id = ANY ((SELECT app.organisations())::uuid[])
    ELSE author_id = (SELECT app.user_id())
  END
);
CREATE POLICY written ON record FOR INSERT TO common_ground_app WITH CHECK (
  author_id = (SELECT app.user_id())
  AND area_id = ANY ((SELECT app.writing_areas())::uuid[])
  AND organisation_id = ANY ((SELECT app.writing_organisations())::uuid[])
  AND (relationship_id IS NULL OR relationship_id = ANY ((SELECT app.relationships())::uuid[]))
);
CREATE POLICY changed ON record FOR UPDATE TO common_ground_app USING (
  area_id = ANY ((SELECT app.writing_areas())::uuid[])
  AND (relationship_id IS NULL OR relationship_id = ANY ((SELECT app.relationships())::uuid[]))
  AND CASE level
    WHEN 'shared' THEN true
    WHEN 'side' THEN organisation_id = ANY ((SELECT app.writing_organisations())::uuid[])
    ELSE author_id = (SELECT app.user_id())
  END
);
CREATE POLICY seen ON reply FOR SELECT TO common_ground_app USING (EXISTS (SELECT 1 FROM record r WHERE r.id = record_id));
CREATE POLICY written ON reply FOR INSERT TO common_ground_app WITH CHECK (
  author_id = (SELECT app.user_id())
  AND organisation_id = ANY ((SELECT app.writing_organisations())::uuid[])
  AND EXISTS (SELECT 1 FROM record r WHERE r.id = record_id AND r.area_id = ANY ((SELECT app.writing_areas())::uuid[]))
);

-- What is worked out.
CREATE POLICY seen ON scoring_fact FOR SELECT TO common_ground_app USING (
  area_id = ANY ((SELECT app.areas())::uuid[]) AND (relationship_id IS NULL OR relationship_id = ANY ((SELECT app.relationships())::uuid[]))
);
CREATE POLICY written ON scoring_fact FOR INSERT TO common_ground_app WITH CHECK (
  area_id = ANY ((SELECT app.writing_areas())::uuid[]) AND (relationship_id IS NULL OR relationship_id = ANY ((SELECT app.relationships())::uuid[]))
  AND NOT EXISTS (SELECT 1 FROM record r WHERE r.id = source_id AND r.level <> 'shared')
);
CREATE POLICY ended ON scoring_fact FOR UPDATE TO common_ground_app USING (
  area_id = ANY ((SELECT app.writing_areas())::uuid[]) AND (relationship_id IS NULL OR relationship_id = ANY ((SELECT app.relationships())::uuid[]))
);
CREATE POLICY seen ON score_state FOR SELECT TO common_ground_app USING (relationship_id = ANY ((SELECT app.relationships())::uuid[]));
CREATE POLICY scored ON score_state TO common_ground_app
  USING ((SELECT app.principal()) = 'scorer') WITH CHECK ((SELECT app.principal()) = 'scorer');

CREATE POLICY seen ON action_state FOR SELECT TO common_ground_app USING (
  relationship_id = ANY ((SELECT app.relationships())::uuid[]) AND organisation_id = ANY ((SELECT app.organisations())::uuid[])
);
CREATE POLICY written ON action_state FOR INSERT TO common_ground_app WITH CHECK (
  area_id = ANY ((SELECT app.writing_areas())::uuid[]) AND relationship_id = ANY ((SELECT app.relationships())::uuid[])
  AND organisation_id = ANY ((SELECT app.writing_organisations())::uuid[]) AND by_user_id = (SELECT app.user_id())
);
CREATE POLICY changed ON action_state FOR UPDATE TO common_ground_app USING (
  area_id = ANY ((SELECT app.writing_areas())::uuid[]) AND organisation_id = ANY ((SELECT app.writing_organisations())::uuid[])
);

-- Audit: carries the level of what it is about. Sign-ins and denials are personal; the person and the admin see them.
CREATE POLICY seen ON event FOR SELECT TO common_ground_app USING (
  CASE
    WHEN area_id IS NOT NULL THEN
      area_id = ANY ((SELECT app.areas())::uuid[])
      AND (relationship_id IS NULL OR relationship_id = ANY ((SELECT app.relationships())::uuid[]))
      AND CASE level
        WHEN 'shared' THEN true
        WHEN 'side' THEN organisation_id = ANY ((SELECT app.organisations())::uuid[])
        ELSE actor_id = (SELECT app.user_id())
      END
    ELSE actor_id = (SELECT app.user_id()) OR (SELECT app.is_admin())
  END
);
CREATE POLICY written ON event FOR INSERT TO common_ground_app WITH CHECK (
  (SELECT app.is_auth()) OR (actor_id = (SELECT app.user_id()) AND principal = (SELECT app.principal()))
);
CREATE POLICY own ON idempotency_key TO common_ground_app
  USING (user_id = (SELECT app.user_id())) WITH CHECK (user_id = (SELECT app.user_id()));
CREATE POLICY own ON import TO common_ground_app
  USING (by_user_id = (SELECT app.user_id()) OR (SELECT app.is_admin())) WITH CHECK (by_user_id = (SELECT app.user_id()) OR (SELECT app.is_admin()));

-- ---- The scorer: reads what the functions above need, writes only the first admin --------------------------------------

GRANT SELECT ON "user", membership, area, relationship, organisation, scoring_fact TO common_ground_scorer;
GRANT INSERT ON organisation, membership TO common_ground_scorer;
CREATE POLICY functions ON "user" FOR SELECT TO common_ground_scorer USING (true);
CREATE POLICY functions ON membership FOR SELECT TO common_ground_scorer USING (true);
CREATE POLICY functions ON area FOR SELECT TO common_ground_scorer USING (true);
CREATE POLICY functions ON relationship FOR SELECT TO common_ground_scorer USING (true);
CREATE POLICY functions ON organisation FOR SELECT TO common_ground_scorer USING (true);
CREATE POLICY functions ON scoring_fact FOR SELECT TO common_ground_scorer USING (true);
CREATE POLICY first_admin ON organisation FOR INSERT TO common_ground_scorer WITH CHECK (kinds = '{programme}');
CREATE POLICY first_admin ON membership FOR INSERT TO common_ground_scorer WITH CHECK (role = 'admin');

GRANT CREATE ON SCHEMA app TO common_ground_scorer;
ALTER FUNCTION app.stands(uuid, date) OWNER TO common_ground_scorer;
ALTER FUNCTION app.enter(text, date) OWNER TO common_ground_scorer;
ALTER FUNCTION app.scoring_facts(uuid, timestamptz, uuid[]) OWNER TO common_ground_scorer;
ALTER FUNCTION app.relationships_of(uuid, uuid) OWNER TO common_ground_scorer;
ALTER FUNCTION app.first_admin(uuid, uuid, uuid, text) OWNER TO common_ground_scorer;
ALTER FUNCTION app.has_admin() OWNER TO common_ground_scorer;
ALTER FUNCTION app.refuse_two_sides() OWNER TO common_ground_scorer;
REVOKE CREATE ON SCHEMA app FROM common_ground_scorer;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA app TO common_ground_app, common_ground_scorer, common_ground_owner;
-- Where an account stands is worked out for whoever enters, not for whoever asks.
REVOKE EXECUTE ON FUNCTION app.stands(uuid, date) FROM common_ground_app;
