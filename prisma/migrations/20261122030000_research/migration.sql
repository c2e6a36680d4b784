-- Figures for research come from frozen quarterly releases, in a schema of their own, read under a role that can read
-- nothing else. Both sides of a relationship consent to be in one, and may withdraw from every later one.

-- CreateEnum
CREATE TYPE "consent_scope" AS ENUM ('figures', 'studies');

-- CreateTable
CREATE TABLE "research_consent" (
    "id" UUID NOT NULL,
    "relationship_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "side" "side" NOT NULL,
    "scope" "consent_scope" NOT NULL,
    "given_by_id" UUID NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_by_id" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "research_consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "organisation_id" UUID,
    "dimension" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "key_hash" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "study_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study_member" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "study_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release_plan" (
    "id" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "known_at" TIMESTAMPTZ(3) NOT NULL,
    "publishes_on" DATE NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "release_plan_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "research_consent_relationship_id_idx" ON "research_consent"("relationship_id");

-- CreateIndex
CREATE INDEX "research_consent_organisation_id_idx" ON "research_consent"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "study_slug_key" ON "study"("slug");

-- CreateIndex
CREATE INDEX "study_organisation_id_idx" ON "study"("organisation_id");

-- CreateIndex
CREATE INDEX "study_member_study_id_idx" ON "study_member"("study_id");

-- CreateIndex
CREATE INDEX "study_member_user_id_idx" ON "study_member"("user_id");

-- AddForeignKey
ALTER TABLE "research_consent" ADD CONSTRAINT "research_consent_relationship_id_fkey" FOREIGN KEY ("relationship_id") REFERENCES "relationship"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "research_consent" ADD CONSTRAINT "research_consent_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "research_consent" ADD CONSTRAINT "research_consent_given_by_id_fkey" FOREIGN KEY ("given_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "research_consent" ADD CONSTRAINT "research_consent_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "study" ADD CONSTRAINT "study_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "study" ADD CONSTRAINT "study_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "study_member" ADD CONSTRAINT "study_member_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "study"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "study_member" ADD CONSTRAINT "study_member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "study_member" ADD CONSTRAINT "study_member_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE UNIQUE INDEX research_consent_once ON research_consent (relationship_id, side, scope) WHERE ended_at IS NULL;
ALTER TABLE research_consent ADD CONSTRAINT research_consent_ended CHECK (ended_at IS NOT NULL OR ended_by_id IS NULL);
ALTER TABLE study ADD CONSTRAINT study_days CHECK (starts_on <= ends_on);
CREATE UNIQUE INDEX study_member_once ON study_member (study_id, user_id) WHERE ends_on IS NULL;
ALTER TABLE release_plan ADD CONSTRAINT release_plan_quarter CHECK (id ~ '^[0-9]{4}-Q[1-4]$');

-- ---- What is published -------------------------------------------------------------------------------------------------

CREATE SCHEMA research;

CREATE TABLE research.release (
  id text PRIMARY KEY CHECK (id ~ '^[0-9]{4}-Q[1-4]$'),
  as_of date NOT NULL,
  known_at timestamptz(3) NOT NULL,
  method text NOT NULL,
  parameter_hash text NOT NULL,
  published_at timestamptz(3) NOT NULL,
  areas int,
  note text NOT NULL
);

CREATE TABLE research.figure (
  release_id text NOT NULL REFERENCES research.release (id),
  place int NOT NULL,
  measure text NOT NULL,
  component text,
  direction text NOT NULL,
  indicator text,
  by_1 text,
  class_1 text,
  by_2 text,
  class_2 text,
  status text NOT NULL,
  areas int,
  mean int,
  lower int,
  upper int,
  PRIMARY KEY (release_id, place),
  CONSTRAINT figure_told CHECK ((status = 'shown') = (areas IS NOT NULL AND mean IS NOT NULL AND lower IS NOT NULL AND upper IS NOT NULL)),
  CONSTRAINT figure_blank CHECK (status = 'shown' OR (areas IS NULL AND mean IS NULL AND lower IS NULL AND upper IS NULL))
);
CREATE INDEX figure_measure ON research.figure (release_id, measure);

-- The mean change of the same areas from one release to a later one.
CREATE TABLE research.change (
  release_id text NOT NULL REFERENCES research.release (id),
  since text NOT NULL REFERENCES research.release (id),
  place int NOT NULL,
  measure text NOT NULL,
  by_1 text,
  class_1 text,
  status text NOT NULL,
  areas int,
  mean int,
  lower int,
  upper int,
  PRIMARY KEY (release_id, since, place),
  CONSTRAINT change_blank CHECK (status = 'shown' OR (areas IS NULL AND mean IS NULL AND lower IS NULL AND upper IS NULL))
);

-- The code book as it was, and how many records and areas have each code.
CREATE TABLE research.code (
  release_id text NOT NULL REFERENCES research.release (id),
  place int NOT NULL,
  slug text NOT NULL,
  theme text NOT NULL,
  label text NOT NULL,
  says text NOT NULL,
  PRIMARY KEY (release_id, place)
);
CREATE TABLE research.code_count (
  release_id text NOT NULL REFERENCES research.release (id),
  place int NOT NULL,
  slug text NOT NULL,
  by_1 text,
  class_1 text,
  status text NOT NULL,
  records int,
  areas int,
  PRIMARY KEY (release_id, place),
  CONSTRAINT code_count_blank CHECK (status = 'shown' OR (records IS NULL AND areas IS NULL))
);

-- The same tables under another judgement: a weight, a half-life, the penalty moved.
CREATE TABLE research.variant (
  release_id text NOT NULL REFERENCES research.release (id),
  place int NOT NULL,
  variant text NOT NULL,
  measure text NOT NULL,
  by_1 text,
  class_1 text,
  status text NOT NULL,
  mean int,
  lower int,
  upper int,
  PRIMARY KEY (release_id, place),
  CONSTRAINT variant_blank CHECK (status = 'shown' OR (mean IS NULL AND lower IS NULL AND upper IS NULL))
);
CREATE TABLE research.variant_says (
  release_id text NOT NULL REFERENCES research.release (id),
  variant text NOT NULL,
  crossed int,
  agreement numeric(4, 2),
  PRIMARY KEY (release_id, variant)
);

-- Areas under a study's own pseudonyms: for who is in the study, while it lasts.
CREATE TABLE research.study_row (
  release_id text NOT NULL REFERENCES research.release (id),
  study_id uuid NOT NULL,
  measure text NOT NULL,
  id text NOT NULL,
  among text,
  value int NOT NULL,
  se int NOT NULL,
  shrunk int NOT NULL,
  lower int NOT NULL,
  upper int NOT NULL,
  chance numeric(2, 1) NOT NULL,
  "of" int,
  share int,
  PRIMARY KEY (release_id, study_id, measure, id)
);
CREATE TABLE research.study_group (
  release_id text NOT NULL REFERENCES research.release (id),
  study_id uuid NOT NULL,
  measure text NOT NULL,
  place int NOT NULL,
  among text,
  mean int NOT NULL,
  between int NOT NULL,
  PRIMARY KEY (release_id, study_id, measure, place)
);
CREATE INDEX study_row_study ON research.study_row (study_id);
CREATE INDEX study_group_study ON research.study_group (study_id);

-- ---- Who may ------------------------------------------------------------------------------------------------------------

CREATE FUNCTION app.is_releasing() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT COALESCE(app.principal() = 'job:publish-release', false)
$$;

-- Whether who asks is in a study, today, and it is not over.
CREATE FUNCTION app.in_study(the_study uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM study_member m JOIN study s ON s.id = m.study_id JOIN "user" u ON u.id = m.user_id
    WHERE m.study_id = the_study AND m.user_id = app.user_id() AND u.deactivated_at IS NULL
      AND m.starts_on <= app.today() AND (m.ends_on IS NULL OR app.today() < m.ends_on)
      AND s.ended_at IS NULL AND s.starts_on <= app.today() AND app.today() <= s.ends_on)
$$;

-- Whether an organisation is this side of a relationship, and who asks leads it there.
CREATE FUNCTION app.leads_in(the_relationship uuid, the_organisation uuid, the_side text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM relationship r JOIN area a ON a.id = r.area_id JOIN app.led() l ON l.area_id = r.area_id
    WHERE r.id = the_relationship AND l.organisation_id = the_organisation
      AND the_organisation = CASE the_side WHEN 'council' THEN r.council_id WHEN 'community' THEN a.partnership_id END)
$$;

-- The relationships that both sides let into a release, at an instant, in force on its day: keys and coarse traits, no
-- name and no text. `wide`: into studies too.
CREATE FUNCTION app.research_units(on_day date, at timestamptz)
RETURNS TABLE (relationship_id uuid, area_id uuid, council_id uuid, rural_urban text, tier text, region text,
  quintile int, since timestamptz, closing boolean, closed boolean, wide boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH said AS (
    SELECT c.relationship_id, count(*) FILTER (WHERE c.scope = 'figures') AS figures, count(*) FILTER (WHERE c.scope = 'studies') AS studies
    FROM research_consent c
    WHERE c.given_at <= at AND (c.ended_at IS NULL OR at < c.ended_at) AND app.is_releasing()
    GROUP BY c.relationship_id)
  SELECT r.id, a.id, o.id, a.rural_urban, o.tier::text, COALESCE(a.region, o.region), a.deprivation_quintile,
    (SELECT min(f.known_from) FROM scoring_fact f WHERE f.area_id = a.id AND (f.relationship_id = r.id OR f.relationship_id IS NULL)),
    COALESCE(a.closing_on <= on_day, false), COALESCE(a.closed_on <= on_day, false), s.studies = 2
  FROM said s JOIN relationship r ON r.id = s.relationship_id JOIN area a ON a.id = r.area_id JOIN organisation o ON o.id = r.council_id
  WHERE s.figures = 2 AND (r.starts_on IS NULL OR r.starts_on <= on_day) AND (r.ends_on IS NULL OR on_day < r.ends_on)
  ORDER BY r.id
$$;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['release', 'figure', 'change', 'code', 'code_count', 'variant', 'variant_says', 'study_row', 'study_group'] LOOP
    EXECUTE format('ALTER TABLE research.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE research.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY maintenance ON research.%I TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance())', t);
    -- Added to while it is published, and never changed.
    EXECUTE format('GRANT INSERT ON research.%I TO common_ground_app', t);
    EXECUTE format('CREATE POLICY published ON research.%I FOR INSERT TO common_ground_app WITH CHECK ((SELECT app.is_releasing()))', t);
    EXECUTE format('GRANT SELECT ON research.%I TO common_ground_research', t);
  END LOOP;
  -- Everybody with an account: who is told of should see what is told.
  FOREACH t IN ARRAY ARRAY['release', 'figure', 'change', 'code', 'code_count', 'variant', 'variant_says'] LOOP
    EXECUTE format('CREATE POLICY told ON research.%I FOR SELECT TO common_ground_research USING ((SELECT app.user_id()) IS NOT NULL)', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['study_row', 'study_group'] LOOP
    EXECUTE format('CREATE POLICY studied ON research.%I FOR SELECT TO common_ground_research USING ((SELECT app.user_id()) IS NOT NULL AND app.in_study(study_id))', t);
  END LOOP;
END $$;
GRANT USAGE ON SCHEMA research TO common_ground_research, common_ground_app, common_ground_scorer;
GRANT USAGE ON SCHEMA app TO common_ground_research;

-- The rows of a study go with its end.
GRANT SELECT (study_id), DELETE ON research.study_row, research.study_group TO common_ground_scorer;
CREATE POLICY functions ON research.study_row TO common_ground_scorer USING (true);
CREATE POLICY functions ON research.study_group TO common_ground_scorer USING (true);
CREATE FUNCTION app.forget_study(the_study uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT COALESCE(app.is_admin() OR app.principal() = 'job:end-studies', false) THEN
    RAISE EXCEPTION 'nobody else may' USING ERRCODE = '42501';
  END IF;
  IF NOT EXISTS (SELECT FROM study s WHERE s.id = the_study AND s.ended_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the study is not over' USING ERRCODE = '42501';
  END IF;
  DELETE FROM research.study_row WHERE study_id = the_study;
  DELETE FROM research.study_group WHERE study_id = the_study;
END $$;

-- ---- Consent, studies, plans -------------------------------------------------------------------------------------------

ALTER TABLE research_consent ENABLE ROW LEVEL SECURITY;
ALTER TABLE research_consent FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON research_consent TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance());
GRANT SELECT, INSERT, UPDATE (ended_by_id, ended_at) ON research_consent TO common_ground_app;
CREATE POLICY seen ON research_consent FOR SELECT TO common_ground_app USING (
  relationship_id = ANY ((SELECT app.relationships())::uuid[])
);
CREATE POLICY given ON research_consent FOR INSERT TO common_ground_app WITH CHECK (
  given_by_id = (SELECT app.user_id()) AND ended_at IS NULL AND app.leads_in(relationship_id, organisation_id, side::text)
);
CREATE POLICY ended ON research_consent FOR UPDATE TO common_ground_app USING (
  ended_at IS NULL AND app.leads_in(relationship_id, organisation_id, side::text)
) WITH CHECK (ended_by_id = (SELECT app.user_id()) AND ended_at IS NOT NULL);

ALTER TABLE study ENABLE ROW LEVEL SECURITY;
ALTER TABLE study FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON study TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance());
GRANT SELECT, INSERT, UPDATE (title, purpose, ends_on, ended_at, revision) ON study TO common_ground_app;
-- What is studied and why is no secret: areas say yes or no to it.
CREATE POLICY seen ON study FOR SELECT TO common_ground_app USING (
  (SELECT app.user_id()) IS NOT NULL OR (SELECT app.principal()) IN ('job:publish-release', 'job:end-studies')
);
CREATE POLICY written ON study FOR INSERT TO common_ground_app WITH CHECK (
  (SELECT app.is_admin()) AND created_by_id = (SELECT app.user_id())
);
CREATE POLICY changed ON study FOR UPDATE TO common_ground_app USING ((SELECT app.is_admin()));
CREATE POLICY ending ON study FOR UPDATE TO common_ground_app USING (
  (SELECT app.principal()) = 'job:end-studies' AND ends_on < (SELECT app.today()) AND ended_at IS NULL
) WITH CHECK ((SELECT app.principal()) = 'job:end-studies' AND ended_at IS NOT NULL);

ALTER TABLE study_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE study_member FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON study_member TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance());
GRANT SELECT, INSERT, UPDATE (ends_on) ON study_member TO common_ground_app;
CREATE POLICY seen ON study_member FOR SELECT TO common_ground_app USING (
  (SELECT app.is_admin()) OR user_id = (SELECT app.user_id()) OR (SELECT app.principal()) = 'job:end-studies'
);
CREATE POLICY written ON study_member FOR INSERT TO common_ground_app WITH CHECK (
  (SELECT app.is_admin()) AND added_by_id = (SELECT app.user_id()) AND user_id <> (SELECT app.user_id())
);
CREATE POLICY changed ON study_member FOR UPDATE TO common_ground_app USING (
  (SELECT app.is_admin()) OR (SELECT app.principal()) = 'job:end-studies'
);
GRANT SELECT ON study, study_member, research_consent TO common_ground_scorer;
CREATE POLICY functions ON study FOR SELECT TO common_ground_scorer USING (true);
CREATE POLICY functions ON study_member FOR SELECT TO common_ground_scorer USING (true);
CREATE POLICY functions ON research_consent FOR SELECT TO common_ground_scorer USING (true);

ALTER TABLE release_plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE release_plan FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON release_plan TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance());
GRANT SELECT, INSERT, UPDATE (published_at) ON release_plan TO common_ground_app;
CREATE POLICY seen ON release_plan FOR SELECT TO common_ground_app USING (
  (SELECT app.user_id()) IS NOT NULL OR (SELECT app.is_releasing())
);
CREATE POLICY written ON release_plan FOR INSERT TO common_ground_app WITH CHECK ((SELECT app.is_releasing()));
CREATE POLICY changed ON release_plan FOR UPDATE TO common_ground_app USING ((SELECT app.is_releasing()) AND published_at IS NULL);

-- That a release was published is in the log.
CREATE POLICY publishing ON event FOR INSERT TO common_ground_app WITH CHECK (
  principal = (SELECT app.principal()) AND actor_id IS NULL AND area_id IS NULL AND (SELECT app.principal()) IN ('job:publish-release', 'job:end-studies')
);

GRANT CREATE ON SCHEMA app TO common_ground_scorer;
ALTER FUNCTION app.in_study(uuid) OWNER TO common_ground_scorer;
ALTER FUNCTION app.leads_in(uuid, uuid, text) OWNER TO common_ground_scorer;
ALTER FUNCTION app.research_units(date, timestamptz) OWNER TO common_ground_scorer;
ALTER FUNCTION app.forget_study(uuid) OWNER TO common_ground_scorer;
REVOKE CREATE ON SCHEMA app FROM common_ground_scorer;
REVOKE ALL ON FUNCTION app.is_releasing() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.in_study(uuid) FROM PUBLIC;
REVOKE ALL ON FUNCTION app.leads_in(uuid, uuid, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION app.research_units(date, timestamptz) FROM PUBLIC;
REVOKE ALL ON FUNCTION app.forget_study(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.is_releasing() TO common_ground_app, common_ground_scorer;
GRANT EXECUTE ON FUNCTION app.in_study(uuid) TO common_ground_app, common_ground_research;
GRANT EXECUTE ON FUNCTION app.leads_in(uuid, uuid, text) TO common_ground_app;
GRANT EXECUTE ON FUNCTION app.research_units(date, timestamptz) TO common_ground_app;
GRANT EXECUTE ON FUNCTION app.forget_study(uuid) TO common_ground_app;
GRANT EXECUTE ON FUNCTION app.user_id(), app.today(), app.principal() TO common_ground_research;

-- Their jobs.
DO $$
BEGIN
  EXECUTE replace(
    pg_get_functiondef('app.enqueue(text, jsonb, timestamptz, text)'::regprocedure),
    '''sweep-files''', '''sweep-files'', ''publish-release'', ''end-studies'''
  );
END $$;
