-- The second factor (docs/decisions/0029): an authenticator app's secret, sealed, and the recovery codes beside it, hashed.
-- Both belong to signing in alone.

-- CreateTable
CREATE TABLE "second_factor" (
    "user_id" UUID NOT NULL,
    "secret" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" INTEGER,
    "first_sign_in_at" TIMESTAMPTZ(3),

    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "recovery_code_user_id_idx" ON "recovery_code"("user_id");

-- AddForeignKey
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE second_factor ADD CONSTRAINT second_factor_whole CHECK ((secret IS NULL) = (confirmed_at IS NULL));
ALTER TABLE recovery_code ADD CONSTRAINT recovery_code_hashed CHECK (code_hash ~ '^[0-9a-f]{64}$');

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['second_factor', 'recovery_code'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY maintenance ON %I TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance())', t);
    EXECUTE format('CREATE POLICY auth ON %I TO common_ground_app USING ((SELECT app.is_auth())) WITH CHECK ((SELECT app.is_auth()))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO common_ground_app', t);
  END LOOP;
END $$;

-- An admin takes the second factor off an account whose owner lost it, and ends its sessions, and sees neither.
CREATE FUNCTION app.reset_second_factor(of_user uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app.is_admin() THEN
    RAISE EXCEPTION 'nobody else may' USING ERRCODE = '42501';
  END IF;
  UPDATE second_factor SET secret = NULL, confirmed_at = NULL, last_step = NULL WHERE user_id = of_user;
  DELETE FROM recovery_code WHERE user_id = of_user;
  DELETE FROM session WHERE user_id = of_user;
END $$;

GRANT SELECT (user_id), UPDATE (secret, confirmed_at, last_step) ON second_factor TO common_ground_scorer;
GRANT SELECT (user_id), DELETE ON recovery_code, session TO common_ground_scorer;
CREATE POLICY reset_seen ON second_factor FOR SELECT TO common_ground_scorer USING (true);
CREATE POLICY reset ON second_factor FOR UPDATE TO common_ground_scorer USING (true);
CREATE POLICY reset_seen ON recovery_code FOR SELECT TO common_ground_scorer USING (true);
CREATE POLICY reset ON recovery_code FOR DELETE TO common_ground_scorer USING (true);
CREATE POLICY reset_seen ON session FOR SELECT TO common_ground_scorer USING (true);
CREATE POLICY reset ON session FOR DELETE TO common_ground_scorer USING (true);

GRANT CREATE ON SCHEMA app TO common_ground_scorer;
ALTER FUNCTION app.reset_second_factor(uuid) OWNER TO common_ground_scorer;
REVOKE CREATE ON SCHEMA app FROM common_ground_scorer;
REVOKE ALL ON FUNCTION app.reset_second_factor(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.reset_second_factor(uuid) TO common_ground_app;

-- One task more: mail about one's own account. Whatever tasks were added before this stay.
DO $$
BEGIN
  EXECUTE replace(
    pg_get_functiondef('app.enqueue(text, jsonb, timestamptz, text)'::regprocedure),
    '''sweep-files''', '''sweep-files'', ''send-account-mail'''
  );
END $$;
