-- Who changes a password shuts everybody out who may know too much: programs with a token of theirs too. The database does
-- it in the statement that writes the password, whoever writes it: there is no moment between, and nothing that can fail.
CREATE FUNCTION app.end_tokens() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE api_token SET revoked_at = now() WHERE user_id = NEW.user_id AND revoked_at IS NULL;
  RETURN NULL;
END $$;
GRANT UPDATE (revoked_at) ON api_token TO common_ground_scorer;
GRANT CREATE ON SCHEMA app TO common_ground_scorer;
ALTER FUNCTION app.end_tokens() OWNER TO common_ground_scorer;
REVOKE CREATE ON SCHEMA app FROM common_ground_scorer;
REVOKE ALL ON FUNCTION app.end_tokens() FROM PUBLIC;
CREATE TRIGGER tokens_end AFTER UPDATE OF password ON account FOR EACH ROW
  WHEN (OLD.password IS DISTINCT FROM NEW.password) EXECUTE FUNCTION app.end_tokens();
