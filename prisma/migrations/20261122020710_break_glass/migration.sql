-- Break-glass: a programme admin reads what both sides of one area share, for an hour at most, once a second admin has
-- confirmed it. Reading alone; asked for with a reason; told to the leads of the area. The database's own clock decides
-- when it is over, at every request anew.

-- CreateTable
CREATE TABLE "break_glass" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,

    CONSTRAINT "break_glass_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "break_glass_area_id_asked_at_idx" ON "break_glass"("area_id", "asked_at" DESC);

-- CreateIndex
CREATE INDEX "break_glass_asked_by_id_idx" ON "break_glass"("asked_by_id");

-- AddForeignKey
ALTER TABLE "break_glass" ADD CONSTRAINT "break_glass_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "break_glass" ADD CONSTRAINT "break_glass_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "break_glass" ADD CONSTRAINT "break_glass_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "break_glass" ADD CONSTRAINT "break_glass_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE break_glass ADD CONSTRAINT break_glass_two_people CHECK (confirmed_by_id <> asked_by_id);
ALTER TABLE break_glass ADD CONSTRAINT break_glass_an_hour CHECK (
  (confirmed_at IS NULL) = (ends_at IS NULL) AND ends_at <= confirmed_at + interval '60 minutes'
);

-- Who does what and when is the database's to say, whatever a statement sends: asked by whoever is here, confirmed by
-- another admin within a day, over after an hour or earlier. Nothing else of a row ever changes, and nothing twice.
CREATE FUNCTION app.keep_break_glass() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.is_maintenance() THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    NEW.asked_at := now();
    NEW.confirmed_by_id := NULL; NEW.confirmed_at := NULL; NEW.ends_at := NULL; NEW.ended_at := NULL; NEW.ended_by_id := NULL;
    RETURN NEW;
  END IF;
  IF (OLD.id, OLD.area_id, OLD.reason, OLD.asked_by_id, OLD.asked_at) IS DISTINCT FROM
     (NEW.id, NEW.area_id, NEW.reason, NEW.asked_by_id, NEW.asked_at) OR OLD.ended_at IS NOT NULL THEN
    RAISE EXCEPTION 'what was asked does not change' USING ERRCODE = '42501';
  END IF;
  IF NEW.ended_by_id IS NOT NULL THEN
    NEW.confirmed_by_id := OLD.confirmed_by_id; NEW.confirmed_at := OLD.confirmed_at; NEW.ends_at := OLD.ends_at;
    NEW.ended_by_id := app.user_id(); NEW.ended_at := now();
  ELSIF OLD.confirmed_by_id IS NULL AND NEW.confirmed_by_id IS NOT NULL AND OLD.asked_by_id <> app.user_id()
      AND now() < OLD.asked_at + interval '24 hours' THEN
    NEW.confirmed_by_id := app.user_id(); NEW.confirmed_at := now(); NEW.ends_at := now() + interval '60 minutes';
    NEW.ended_at := NULL;
  ELSE
    RAISE EXCEPTION 'it is confirmed once, by another admin, within a day' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_break_glass BEFORE INSERT OR UPDATE ON break_glass FOR EACH ROW EXECUTE FUNCTION app.keep_break_glass();
REVOKE ALL ON FUNCTION app.keep_break_glass() FROM PUBLIC;

ALTER TABLE break_glass ENABLE ROW LEVEL SECURITY;
ALTER TABLE break_glass FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON break_glass TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance());
GRANT SELECT, INSERT, UPDATE ON break_glass TO common_ground_app;
CREATE POLICY seen ON break_glass FOR SELECT TO common_ground_app USING (
  (SELECT app.is_admin()) OR area_id = ANY ((SELECT app.leading_areas())::uuid[])
);
CREATE POLICY asked ON break_glass FOR INSERT TO common_ground_app WITH CHECK (
  (SELECT app.is_admin()) AND asked_by_id = (SELECT app.user_id())
);
CREATE POLICY changed ON break_glass FOR UPDATE TO common_ground_app USING ((SELECT app.is_admin()));

-- Where an admin stands by break-glass now: as a reader of the area, on nobody's behalf. Their organisation is the
-- programme, so what is a side's own stays its own; nothing is theirs to write or to lead. Not where they are a member.
CREATE FUNCTION app.glass_stands(for_user uuid, on_day date) RETURNS SETOF app.stand
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY
  SELECT a.id, a.slug, r.id, r.council_id, o.slug, 'community'::text, m.organisation_id, 'reader'::text
  FROM break_glass b
  JOIN "user" u ON u.id = b.asked_by_id AND u.deactivated_at IS NULL
  JOIN membership m ON m.user_id = u.id AND m.role = 'admin' AND m.starts_on <= on_day AND (m.ends_on IS NULL OR on_day < m.ends_on)
  JOIN area a ON a.id = b.area_id
  LEFT JOIN relationship r ON r.area_id = a.id
    AND (r.taken_over_by_id IS NOT NULL AND r.ends_on <= on_day OR app.is_live(r, on_day))
  LEFT JOIN organisation o ON o.id = r.council_id
  WHERE b.asked_by_id = for_user AND b.confirmed_at IS NOT NULL AND b.ended_at IS NULL AND now() < b.ends_at
    AND NOT EXISTS (SELECT 1 FROM app.stands(for_user, on_day) s WHERE s.area_id = a.id);
END $$;

-- As before, with what is open by break-glass: kept under a name of its own, so that it can be told from a membership.
CREATE OR REPLACE FUNCTION app.enter(who text, on_day date) RETURNS SETOF app.stand
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  s record;
  glass app.stand[];
BEGIN
  IF who !~ '^(user:[0-9a-f-]{36}|auth|scorer|release|maintenance|(job|link|feed|token):.+)$' THEN
    RAISE EXCEPTION 'no such principal' USING ERRCODE = '22023';
  END IF;
  PERFORM set_config('app.principal', who, true), set_config('app.today', on_day::text, true), set_config('app.glass', '', true);
  IF who LIKE 'user:%' THEN
    IF EXISTS (SELECT 1 FROM break_glass b WHERE b.asked_by_id = substr(who, 6)::uuid AND b.ended_at IS NULL AND now() < b.ends_at) THEN
      SELECT array_agg(g::app.stand) INTO glass FROM app.glass_stands(substr(who, 6)::uuid, on_day) g;
      PERFORM set_config('app.glass', COALESCE((SELECT array_agg(DISTINCT g.area_id)::text FROM unnest(glass) g), ''), true);
    END IF;
    WITH st AS (SELECT * FROM app.stands(substr(who, 6)::uuid, on_day) UNION ALL SELECT * FROM unnest(glass)),
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
    RETURN QUERY SELECT * FROM app.stands(substr(who, 6)::uuid, on_day) UNION ALL SELECT * FROM unnest(glass);
  END IF;
END $$;

-- As before; no token opens anything by break-glass.
CREATE OR REPLACE FUNCTION app.enter_token(the_token uuid, on_day date) RETURNS SETOF app.stand
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  t record;
  s record;
  stands app.stand[];
BEGIN
  SELECT k.* INTO t FROM api_token k JOIN "user" u ON u.id = k.user_id
    WHERE k.id = the_token AND k.revoked_at IS NULL AND on_day <= k.last_day AND u.deactivated_at IS NULL;
  IF NOT FOUND THEN
    -- Nobody: everything that a principal before it may have left is emptied.
    PERFORM app.enter('token:' || the_token::text, on_day);
    PERFORM set_config('app.token', '', true);
    RETURN;
  END IF;
  PERFORM app.enter('user:' || t.user_id::text, on_day);
  SELECT array_agg(ROW(e.area_id, e.area_slug, e.relationship_id, e.council_id, e.council_slug, e.side, e.organisation_id,
      CASE WHEN t.may_write THEN e.role ELSE 'reader' END)::app.stand)
    INTO stands FROM app.stands(t.user_id, on_day) e
    WHERE e.side IS NOT NULL AND (t.area_id IS NULL OR e.area_id = t.area_id);
  WITH st AS (SELECT * FROM unnest(stands)),
       reg AS (
         SELECT st.organisation_id AS id FROM st
         UNION SELECT st.council_id FROM st WHERE st.side = 'community' AND st.council_id IS NOT NULL
         UNION SELECT a.partnership_id FROM area a WHERE a.id IN (SELECT st.area_id FROM st)
         UNION SELECT o.id FROM organisation o WHERE o.area_id IN (SELECT st.area_id FROM st)
       )
  SELECT array_agg(DISTINCT st.area_id) AS areas,
         array_agg(DISTINCT st.area_id) FILTER (WHERE st.role IN ('editor', 'lead')) AS writing_areas,
         array_agg(DISTINCT st.area_id) FILTER (WHERE st.role = 'lead') AS leading_areas,
         array_agg(DISTINCT st.relationship_id) FILTER (WHERE st.relationship_id IS NOT NULL) AS relationships,
         array_agg(DISTINCT st.organisation_id) AS organisations,
         array_agg(DISTINCT st.organisation_id) FILTER (WHERE st.role IN ('editor', 'lead')) AS writing_organisations,
         array_agg(DISTINCT st.organisation_id) FILTER (WHERE st.role = 'lead') AS leading_organisations,
         (SELECT array_agg(reg.id) FROM reg) AS register
  INTO s FROM st;
  PERFORM
    set_config('app.token', the_token::text, true),
    set_config('app.glass', '', true),
    set_config('app.areas', COALESCE(s.areas::text, ''), true),
    set_config('app.writing_areas', COALESCE(s.writing_areas::text, ''), true),
    set_config('app.leading_areas', COALESCE(s.leading_areas::text, ''), true),
    set_config('app.relationships', COALESCE(s.relationships::text, ''), true),
    set_config('app.organisations', COALESCE(s.organisations::text, ''), true),
    set_config('app.writing_organisations', COALESCE(s.writing_organisations::text, ''), true),
    set_config('app.leading_organisations', COALESCE(s.leading_organisations::text, ''), true),
    set_config('app.register', COALESCE(s.register::text, ''), true),
    set_config('app.admin', '', true);
  RETURN QUERY SELECT * FROM unnest(stands);
END $$;

GRANT SELECT ON break_glass TO common_ground_scorer;
CREATE POLICY functions ON break_glass FOR SELECT TO common_ground_scorer USING (true);
GRANT CREATE ON SCHEMA app TO common_ground_scorer;
ALTER FUNCTION app.glass_stands(uuid, date) OWNER TO common_ground_scorer;
REVOKE CREATE ON SCHEMA app FROM common_ground_scorer;
REVOKE ALL ON FUNCTION app.glass_stands(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.glass_stands(uuid, date) TO common_ground_scorer, common_ground_owner;
