-- Somebody changes the name and the e-mail address of their own account, and nothing else of it.
CREATE FUNCTION app.change_own_account(new_name text, new_email text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF app.user_id() IS NULL OR app.token_id() IS NOT NULL THEN
    RAISE EXCEPTION 'nobody else may' USING ERRCODE = '42501';
  END IF;
  UPDATE "user" SET name = COALESCE(new_name, name), email = COALESCE(new_email, email), updated_at = now()
    WHERE id = app.user_id() AND NOT demo;
EXCEPTION WHEN unique_violation THEN
  RAISE EXCEPTION 'this address has an account already' USING ERRCODE = '23505', CONSTRAINT = 'user_email_key';
END $$;

GRANT UPDATE (name, email, updated_at) ON "user" TO common_ground_scorer;
CREATE POLICY own_account ON "user" FOR UPDATE TO common_ground_scorer USING (id = app.user_id());

GRANT CREATE ON SCHEMA app TO common_ground_scorer;
ALTER FUNCTION app.change_own_account(text, text) OWNER TO common_ground_scorer;
REVOKE CREATE ON SCHEMA app FROM common_ground_scorer;
REVOKE ALL ON FUNCTION app.change_own_account(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.change_own_account(text, text) TO common_ground_app;
