-- Tokens by which a program of somebody's acts for them (docs/decisions/0019). A token is kept as the SHA-256 of its 256
-- random bits alone. What it may do is narrowed here, by the database: app.enter_token says where it stands.

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "may_write" BOOLEAN NOT NULL,
    "area_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_day" DATE NOT NULL,
    "last_used_on" DATE,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "api_token_user_id_idx" ON "api_token"("user_id");

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE api_token ADD CONSTRAINT api_token_hashed CHECK (token_hash ~ '^[0-9a-f]{64}$');

-- Its owner lists and ends it, signed in: a token makes and sees no tokens. Nobody changes what it may do.
ALTER TABLE api_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_token FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON api_token TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance());
GRANT SELECT, INSERT ON api_token TO common_ground_app;
GRANT UPDATE (revoked_at) ON api_token TO common_ground_app;

-- The token a transaction was entered by, or null.
CREATE FUNCTION app.token_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT NULLIF(current_setting('app.token', true), '')::uuid $$;

CREATE POLICY seen ON api_token FOR SELECT TO common_ground_app USING (
  user_id = (SELECT app.user_id()) AND (SELECT app.token_id()) IS NULL
);
CREATE POLICY made ON api_token FOR INSERT TO common_ground_app WITH CHECK (
  user_id = (SELECT app.user_id()) AND (SELECT app.token_id()) IS NULL
  AND (area_id IS NULL OR area_id = ANY ((SELECT app.areas())::uuid[]))
);
CREATE POLICY revoked ON api_token FOR UPDATE TO common_ground_app USING (
  user_id = (SELECT app.user_id()) AND (SELECT app.token_id()) IS NULL
);

-- What a token writes is told in the log as the token's.
CREATE POLICY by_token ON event FOR INSERT TO common_ground_app WITH CHECK (
  actor_id = (SELECT app.user_id()) AND principal = 'token:' || (SELECT app.token_id())::text
);

-- Whose token this is, where it is in force: asked with the hash of what was sent, before anything is entered. Keeps the
-- day it was last used.
CREATE FUNCTION app.find_token(sent_hash text, on_day date)
RETURNS TABLE (id uuid, name text, may_write boolean, area_slug text, last_day date, user_id uuid, user_name text, email text, demo boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE api_token t SET last_used_on = on_day
    WHERE t.token_hash = sent_hash AND t.revoked_at IS NULL AND on_day <= t.last_day AND t.last_used_on IS DISTINCT FROM on_day;
  RETURN QUERY
    SELECT t.id, t.name, t.may_write, a.slug, t.last_day, u.id, u.name, u.email, u.demo
    FROM api_token t JOIN "user" u ON u.id = t.user_id LEFT JOIN area a ON a.id = t.area_id
    WHERE t.token_hash = sent_hash AND t.revoked_at IS NULL AND on_day <= t.last_day AND u.deactivated_at IS NULL;
END $$;

-- Enters as the token's owner, where they stand today, within what the token is for: of one area, that area alone;
-- without the right to write, as a reader everywhere; an admin or researcher by no token. No rows where it is not in force.
CREATE FUNCTION app.enter_token(the_token uuid, on_day date) RETURNS SETOF app.stand
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
  SELECT array_agg(ROW(e.area_id, e.area_slug, e.relationship_id, e.council_id, e.council_slug, e.side, e.organisation_id,
      CASE WHEN t.may_write THEN e.role ELSE 'reader' END)::app.stand)
    INTO stands FROM app.enter('user:' || t.user_id::text, on_day) e
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

GRANT SELECT ON api_token TO common_ground_scorer;
GRANT UPDATE (last_used_on) ON api_token TO common_ground_scorer;
CREATE POLICY functions ON api_token FOR SELECT TO common_ground_scorer USING (true);
CREATE POLICY used ON api_token FOR UPDATE TO common_ground_scorer USING (true);

GRANT CREATE ON SCHEMA app TO common_ground_scorer;
ALTER FUNCTION app.find_token(text, date) OWNER TO common_ground_scorer;
ALTER FUNCTION app.enter_token(uuid, date) OWNER TO common_ground_scorer;
REVOKE CREATE ON SCHEMA app FROM common_ground_scorer;
REVOKE ALL ON FUNCTION app.token_id(), app.find_token(text, date), app.enter_token(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.token_id(), app.find_token(text, date), app.enter_token(uuid, date) TO common_ground_app, common_ground_scorer;
