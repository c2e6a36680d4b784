-- A token that reads what releases tell and nothing else: for a program that works with figures, of an account with areas
-- or of one without. It stands nowhere, so every policy there is keeps it from every record.

-- AlterTable
ALTER TABLE "api_token" ADD COLUMN "only_research" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE api_token ADD CONSTRAINT api_token_research CHECK (NOT only_research OR (NOT may_write AND area_id IS NULL));

-- As before, and says whether it is for research alone.
DROP FUNCTION app.find_token(text, date);
CREATE FUNCTION app.find_token(sent_hash text, on_day date)
RETURNS TABLE (id uuid, name text, may_write boolean, only_research boolean, area_slug text, last_day date, user_id uuid, user_name text, email text, demo boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE api_token t SET last_used_on = on_day
    WHERE t.token_hash = sent_hash AND t.revoked_at IS NULL AND on_day <= t.last_day AND t.last_used_on IS DISTINCT FROM on_day;
  RETURN QUERY
    SELECT t.id, t.name, t.may_write, t.only_research, a.slug, t.last_day, u.id, u.name, u.email, u.demo
    FROM api_token t JOIN "user" u ON u.id = t.user_id LEFT JOIN area a ON a.id = t.area_id
    WHERE t.token_hash = sent_hash AND t.revoked_at IS NULL AND on_day <= t.last_day AND u.deactivated_at IS NULL;
END $$;
GRANT CREATE ON SCHEMA app TO common_ground_scorer;
ALTER FUNCTION app.find_token(text, date) OWNER TO common_ground_scorer;
REVOKE CREATE ON SCHEMA app FROM common_ground_scorer;
REVOKE ALL ON FUNCTION app.find_token(text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.find_token(text, date) TO common_ground_app, common_ground_scorer;

-- The newest text of what enters, with that one condition more.
DO $$
DECLARE
  before text := pg_get_functiondef('app.enter_token(uuid, date)'::regprocedure);
  after text := replace(before, 'WHERE e.side IS NOT NULL AND (', 'WHERE e.side IS NOT NULL AND NOT t.only_research AND (');
BEGIN
  IF after = before THEN
    RAISE EXCEPTION 'app.enter_token is not as it was when this was written';
  END IF;
  EXECUTE after;
END $$;
