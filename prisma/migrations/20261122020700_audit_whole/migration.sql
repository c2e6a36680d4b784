-- The log tells more of where a write came from: by which browser, and within which command another was called. Of an
-- address it keeps the network alone.

-- AlterTable
ALTER TABLE "event" ADD COLUMN "browser" TEXT, ADD COLUMN "via" TEXT;

-- What is there already is shortened too: maintenance alone changes the log.
SELECT set_config('app.principal', 'maintenance', true);
UPDATE event SET client_address = network(set_masklen(client_address::inet, CASE family(client_address::inet) WHEN 4 THEN 24 ELSE 48 END))::text
  WHERE client_address ~ '^([0-9]{1,3}(\.[0-9]{1,3}){3}|[0-9a-fA-F:]+(:[0-9.]+)?)$';
SELECT set_config('app.principal', '', true);

-- Nobody empties the log at once either, its owner included: only maintenance, which puts a backup back.
CREATE FUNCTION app.not_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT app.is_maintenance() THEN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '42501';
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.not_emptied() FROM PUBLIC;
CREATE TRIGGER event_not_emptied BEFORE TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION app.not_emptied();

-- An admin reads of an area's log who was refused, what was downloaded and what was opened by break-glass, and what
-- admins do with areas: the path and the id, and no content. Nothing more of it.
CREATE POLICY access_seen ON event FOR SELECT TO common_ground_app USING (
  (SELECT app.is_admin()) AND area_id IS NOT NULL
  AND (command LIKE 'access.%' OR command LIKE 'areas.%' OR command LIKE 'break-glass.%')
);

-- Lists of the log by what was done, the newest first.
CREATE INDEX "event_command_at_idx" ON "event"("command", "at" DESC);

-- Who was refused, what was downloaded and what was opened changes no page.
CREATE OR REPLACE FUNCTION app.note_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  noted CONSTANT text := COALESCE(current_setting('app.noted', true), '');
  changed uuid := '00000000-0000-0000-0000-000000000000';
BEGIN
  IF NEW.principal = 'auth' OR NEW.command LIKE 'access.%' THEN
    RETURN NULL;
  END IF;
  IF NEW.area_id IS NOT NULL AND EXISTS (SELECT FROM record WHERE id = NEW.subject_id) THEN
    changed := NEW.area_id;
  END IF;
  IF strpos(noted, changed::text) > 0 THEN
    RETURN NULL;
  END IF;
  PERFORM set_config('app.noted', noted || changed::text, true);
  INSERT INTO page_change (scope, changed_in) VALUES (changed, pg_current_xact_id()::text::bigint)
    ON CONFLICT (scope) DO UPDATE SET changed_in = excluded.changed_in;
  RETURN NULL;
END $$;
