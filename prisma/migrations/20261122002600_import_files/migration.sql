-- An import of one area: its people's contact lists, its calendars.
ALTER TABLE "import" ADD COLUMN "area_id" UUID;
CREATE INDEX "import_area_id_idx" ON "import"("area_id");
ALTER TABLE "import" ADD CONSTRAINT "import_area_id_fkey"
  FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A file between looking at what it would do and saying yes. Its owner's alone, and not for long.
CREATE TABLE "import_draft" (
    "id" UUID NOT NULL,
    "by_user_id" UUID NOT NULL,
    "area_id" UUID,
    "what" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "options" JSONB NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_draft_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "import_draft_by_user_id_idx" ON "import_draft"("by_user_id");
CREATE INDEX "import_draft_area_id_idx" ON "import_draft"("area_id");
ALTER TABLE "import_draft" ADD CONSTRAINT "import_draft_area_id_fkey"
  FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The id a calendar gives an event: what keeps a second import from making a second meeting. Unique within a meeting
-- only: two sides may keep one calendar, and neither learns from a refusal what the other has.
CREATE TABLE "meeting_external_id" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "value" TEXT NOT NULL,
    "import_id" UUID,

    CONSTRAINT "meeting_external_id_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "meeting_external_id_meeting_id_value_key" ON "meeting_external_id"("meeting_id", "value");
CREATE INDEX "meeting_external_id_value_idx" ON "meeting_external_id"("value");
CREATE INDEX "meeting_external_id_import_id_idx" ON "meeting_external_id"("import_id");
ALTER TABLE "meeting_external_id" ADD CONSTRAINT "meeting_external_id_meeting_id_fkey"
  FOREIGN KEY ("meeting_id") REFERENCES "meeting"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "meeting_external_id" ADD CONSTRAINT "meeting_external_id_import_id_fkey"
  FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['import_draft', 'meeting_external_id'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY maintenance ON %I TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO common_ground_app', t);
  END LOOP;
END $$;

GRANT DELETE ON "import_draft" TO common_ground_app;
CREATE POLICY own ON "import_draft" TO common_ground_app
  USING (by_user_id = (SELECT app.user_id()))
  WITH CHECK (by_user_id = (SELECT app.user_id())
    AND ((SELECT app.is_admin()) OR area_id = ANY ((SELECT app.writing_areas())::uuid[])));

CREATE POLICY seen ON "meeting_external_id" FOR SELECT TO common_ground_app
  USING (EXISTS (SELECT 1 FROM record r WHERE r.id = meeting_external_id.meeting_id));
CREATE POLICY written ON "meeting_external_id" FOR INSERT TO common_ground_app
  WITH CHECK (EXISTS (SELECT 1 FROM record r WHERE r.id = meeting_external_id.meeting_id
    AND r.area_id = ANY ((SELECT app.writing_areas())::uuid[])));
CREATE POLICY changed ON "meeting_external_id" FOR UPDATE TO common_ground_app
  USING (EXISTS (SELECT 1 FROM record r WHERE r.id = meeting_external_id.meeting_id
    AND r.area_id = ANY ((SELECT app.writing_areas())::uuid[])));

-- Files nobody came back to, whoever they were of.
CREATE FUNCTION app.forget_import_drafts(at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asker text := app.principal();
BEGIN
  PERFORM set_config('app.principal', 'maintenance', true);
  DELETE FROM import_draft WHERE expires_at <= at;
  PERFORM set_config('app.principal', asker, true);
END $$;
REVOKE ALL ON FUNCTION app.forget_import_drafts(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.forget_import_drafts(timestamptz) TO common_ground_app;

-- An import of an area is seen by the editors of the organisation that made it, in that area; its area is not changed.
ALTER POLICY council_seen ON import
  USING (organisation_id = ANY ((SELECT app.writing_organisations())::uuid[])
    AND (area_id IS NULL OR area_id = ANY ((SELECT app.writing_areas())::uuid[])));
ALTER POLICY council_changed ON import
  USING (organisation_id = ANY ((SELECT app.writing_organisations())::uuid[])
    AND (area_id IS NULL OR area_id = ANY ((SELECT app.writing_areas())::uuid[])));
CREATE FUNCTION app.keep_import_area() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.area_id IS DISTINCT FROM OLD.area_id AND NOT app.is_maintenance() THEN
    RAISE EXCEPTION 'an import is taken back, never changed' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_import_area BEFORE UPDATE OF area_id ON import FOR EACH ROW EXECUTE FUNCTION app.keep_import_area();
CREATE TRIGGER keep_import BEFORE UPDATE OF import_id ON meeting_external_id FOR EACH ROW EXECUTE FUNCTION app.keep_import();
-- A post of another organisation of the area, made by one's own import.
CREATE POLICY taken_back_in_area ON appointment FOR DELETE TO common_ground_app USING (
  area_id = ANY ((SELECT app.writing_areas())::uuid[])
  AND EXISTS (SELECT 1 FROM import i WHERE i.id = appointment.import_id AND i.area_id = appointment.area_id
    AND i.organisation_id = ANY ((SELECT app.writing_organisations())::uuid[]) AND i.reverted_at IS NULL)
);

-- A council's list ends the post of a named lead in an area that whoever imports it may not stand in: the scorer, and
-- nobody else, then says so to the score.
CREATE POLICY lead_kept ON scoring_fact TO common_ground_app
  USING ((SELECT app.principal()) = 'scorer' AND type = 'appointment')
  WITH CHECK ((SELECT app.principal()) = 'scorer' AND type = 'appointment');
