-- Entered twice in one transaction, nothing of the one before stays, as 20261122010310_entered_anew has it:
-- 20261122020710_break_glass wrote the function anew without that.
DO $$
DECLARE
  now_is text := pg_get_functiondef('app.enter(text, date)'::regprocedure);
  old CONSTANT text := 'IF who LIKE ''user:%'' THEN
    IF EXISTS (SELECT 1 FROM break_glass';
BEGIN
  IF strpos(now_is, old) = 0 THEN
    RAISE EXCEPTION 'app.enter has other words';
  END IF;
  EXECUTE replace(now_is, old, '-- Every setting of a narrower principal: what it may see, and in whose name it writes.
  PERFORM set_config(''app.'' || name, '''', true) FROM unnest(ARRAY[''token'', ''link'', ''link_record'', ''link_person'', ''link_side'',
    ''link_parties'', ''link_user'', ''link_area'', ''seat'', ''check_in'', ''linked_user'']) name;
  ' || old);
END $$;

-- As 20261122010000_check_ins made it: what somebody does on their own seat changes the pages of nobody but themselves and
-- the leads of their side; 20261122020700_audit_whole wrote it anew without that. Who was refused, what was downloaded and
-- what was opened changes no page.
CREATE OR REPLACE FUNCTION app.note_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  noted text := COALESCE(current_setting('app.noted', true), '');
  changed uuid;
  scopes uuid[];
BEGIN
  IF NEW.principal = 'auth' OR NEW.command LIKE 'access.%' THEN
    RETURN NULL;
  END IF;
  scopes := CASE
    WHEN NEW.command LIKE 'check-ins.%' AND NEW.level = 'personal' THEN array_remove(ARRAY[NEW.actor_id, NEW.organisation_id], NULL)
    WHEN NEW.area_id IS NOT NULL AND EXISTS (SELECT FROM record WHERE id = NEW.subject_id) THEN ARRAY[NEW.area_id]
    ELSE ARRAY['00000000-0000-0000-0000-000000000000']::uuid[] END;
  FOREACH changed IN ARRAY scopes LOOP
    CONTINUE WHEN strpos(noted, changed::text) > 0;
    noted := noted || changed::text;
    PERFORM set_config('app.noted', noted, true);
    INSERT INTO page_change (scope, changed_in) VALUES (changed, pg_current_xact_id()::text::bigint)
      ON CONFLICT (scope) DO UPDATE SET changed_in = excluded.changed_in;
  END LOOP;
  RETURN NULL;
END $$;

-- To whoever is not signing in no invitation is there, as it is with every other row; it was said that there is a rule.
CREATE OR REPLACE FUNCTION app.find_invitation(sent_hash text, at timestamptz) RETURNS SETOF app.invited
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY
    SELECT i.id, i.name, i.email, o.short_name, a.name, i.role::text, u.name, i.expires_at
    FROM invitation i JOIN organisation o ON o.id = i.organisation_id JOIN "user" u ON u.id = i.invited_by_id
    LEFT JOIN area a ON a.id = i.area_id
    WHERE app.is_auth() AND i.token_hash = sent_hash AND app.invitation_holds(i.id, at);
END $$;
