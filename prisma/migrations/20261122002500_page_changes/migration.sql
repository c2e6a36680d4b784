-- When anything the pages of an area are made of last changed, so that a page can be kept until then.
-- `changed_in` is the transaction that did it, never a count: two that change the same take turns at this row when they
-- commit, so whoever reads a value has seen exactly what was committed up to it. The scope is an area, or all zeros for
-- what belongs to several: people, posts, organisations, accounts.

-- CreateTable
CREATE TABLE "page_change" (
    "scope" UUID NOT NULL,
    "changed_in" BIGINT NOT NULL,

    CONSTRAINT "page_change_pkey" PRIMARY KEY ("scope")
);

ALTER TABLE page_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE page_change FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON page_change TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance());
GRANT SELECT ON page_change TO common_ground_app;
CREATE POLICY seen ON page_change FOR SELECT TO common_ground_app USING (
  scope = ANY ((SELECT app.areas())::uuid[]) OR scope = '00000000-0000-0000-0000-000000000000'
);

-- Every write makes an event, so the event tells. One about a record of an area changes that area alone; anything else
-- may be seen from several. Who signed in and who was refused changes no page. At the end of the transaction, so that
-- two writers of one area wait for each other no longer than a commit takes; and once a scope, however many events.
CREATE FUNCTION app.note_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  noted CONSTANT text := COALESCE(current_setting('app.noted', true), '');
  changed uuid := '00000000-0000-0000-0000-000000000000';
BEGIN
  IF NEW.principal = 'auth' OR NEW.command = 'access.refused' THEN
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
CREATE CONSTRAINT TRIGGER note_change AFTER INSERT ON event DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION app.note_change();

-- It may tell a record from other things, and see no more of it.
GRANT SELECT (id) ON record TO common_ground_scorer;
CREATE POLICY noted ON record FOR SELECT TO common_ground_scorer USING (true);
GRANT SELECT, INSERT, UPDATE ON page_change TO common_ground_scorer;
CREATE POLICY noted ON page_change TO common_ground_scorer USING (true) WITH CHECK (true);
GRANT CREATE ON SCHEMA app TO common_ground_scorer;
ALTER FUNCTION app.note_change() OWNER TO common_ground_scorer;
REVOKE CREATE ON SCHEMA app FROM common_ground_scorer;
REVOKE ALL ON FUNCTION app.note_change() FROM PUBLIC;
