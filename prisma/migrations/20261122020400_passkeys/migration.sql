-- Passkeys (docs/decisions/0034): what is kept of each is its public half, which signs nobody in. They belong to signing in
-- alone: their owner's page asks there too.

-- CreateTable
CREATE TABLE "passkey" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "credential_id" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "passkey_credential_id_key" ON "passkey"("credential_id");

-- CreateIndex
CREATE INDEX "passkey_user_id_idx" ON "passkey"("user_id");

-- AddForeignKey
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE passkey ADD CONSTRAINT passkey_counted CHECK (counter >= 0);

ALTER TABLE passkey ENABLE ROW LEVEL SECURITY;
ALTER TABLE passkey FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON passkey TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance());
CREATE POLICY auth ON passkey TO common_ground_app USING ((SELECT app.is_auth())) WITH CHECK ((SELECT app.is_auth()));
GRANT SELECT, INSERT, DELETE ON passkey TO common_ground_app;
-- What a key signs with is never changed, nor whose it is.
GRANT UPDATE (name, counter, last_used_at) ON passkey TO common_ground_app;

-- With an account its passkeys end, in the statement that closes it, whoever writes it.
CREATE FUNCTION app.end_passkeys() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM passkey WHERE user_id = NEW.id;
  RETURN NULL;
END $$;
GRANT SELECT (user_id), DELETE ON passkey TO common_ground_scorer;
CREATE POLICY reset_seen ON passkey FOR SELECT TO common_ground_scorer USING (true);
CREATE POLICY reset ON passkey FOR DELETE TO common_ground_scorer USING (true);
GRANT CREATE ON SCHEMA app TO common_ground_scorer;
ALTER FUNCTION app.end_passkeys() OWNER TO common_ground_scorer;
REVOKE CREATE ON SCHEMA app FROM common_ground_scorer;
REVOKE ALL ON FUNCTION app.end_passkeys() FROM PUBLIC;
CREATE TRIGGER passkeys_end AFTER UPDATE OF deactivated_at ON "user" FOR EACH ROW
  WHEN (OLD.deactivated_at IS NULL AND NEW.deactivated_at IS NOT NULL) EXECUTE FUNCTION app.end_passkeys();

-- Whoever lost the phone with the authenticator app lost the passkeys on it too.
DO $$
DECLARE
  was text := pg_get_functiondef('app.reset_second_factor(uuid)'::regprocedure);
  old text := 'DELETE FROM recovery_code WHERE user_id = of_user;';
BEGIN
  IF strpos(was, old) = 0 THEN
    RAISE EXCEPTION 'reset_second_factor has other words';
  END IF;
  GRANT CREATE ON SCHEMA app TO common_ground_scorer;
  EXECUTE replace(was, old, old || E'\n  DELETE FROM passkey WHERE user_id = of_user;');
  REVOKE CREATE ON SCHEMA app FROM common_ground_scorer;
END $$;
