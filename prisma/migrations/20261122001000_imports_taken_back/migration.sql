-- A unitary council may take over from a district and a county: the relationship that ended names the one that follows.
ALTER TABLE "relationship" ADD COLUMN "taken_over_by_id" UUID;
SELECT set_config('app.principal', 'maintenance', true);
UPDATE "relationship" o SET "taken_over_by_id" = n."id" FROM "relationship" n WHERE n."takes_over_from_id" = o."id";
SELECT set_config('app.principal', '', true);
ALTER TABLE "relationship" DROP CONSTRAINT "relationship_takes_over_from_id_fkey";
DROP INDEX "relationship_takes_over_from_id_idx";
ALTER TABLE "relationship" DROP COLUMN "takes_over_from_id";
CREATE INDEX "relationship_taken_over_by_id_idx" ON "relationship"("taken_over_by_id");
ALTER TABLE "relationship" ADD CONSTRAINT "relationship_taken_over_by_id_fkey"
  FOREIGN KEY ("taken_over_by_id") REFERENCES "relationship"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What an import made names it, for ever. Only such a row can be removed, by taking that import back.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['organisation', 'organisation_succession', 'area', 'relationship', 'person',
      'person_external_id', 'appointment'] LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN import_id UUID', t);
    EXECUTE format('CREATE INDEX %I ON %I (import_id)', t || '_import_id_idx', t);
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (import_id) REFERENCES import(id) ON DELETE SET NULL ON UPDATE CASCADE',
      t, t || '_import_id_fkey');
  END LOOP;
END $$;

CREATE FUNCTION app.keep_import() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.import_id IS DISTINCT FROM OLD.import_id AND NOT app.is_maintenance() THEN
    RAISE EXCEPTION 'which import made it is not changed' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;

-- An import says once what it did, and once that it was taken back.
CREATE FUNCTION app.keep_import_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.is_maintenance() THEN
    RETURN NEW;
  END IF;
  IF (OLD.id, OLD.what, OLD.file_name, OLD.sha256, OLD.by_user_id, OLD.applied_at, OLD.counts)
       IS DISTINCT FROM (NEW.id, NEW.what, NEW.file_name, NEW.sha256, NEW.by_user_id, NEW.applied_at, NEW.counts)
    OR OLD.organisation_id IS DISTINCT FROM NEW.organisation_id OR OLD."on" IS DISTINCT FROM NEW."on"
    OR (OLD.steps <> '[]' AND OLD.steps <> NEW.steps)
    OR (OLD.reverted_at IS NOT NULL AND OLD.reverted_at IS DISTINCT FROM NEW.reverted_at) THEN
    RAISE EXCEPTION 'an import is taken back, never changed' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_import_log BEFORE UPDATE ON import FOR EACH ROW EXECUTE FUNCTION app.keep_import_log();

-- A council's editors see the lists of its people that others took in, and may take them back.
CREATE POLICY council_seen ON import FOR SELECT TO common_ground_app
  USING (organisation_id = ANY ((SELECT app.writing_organisations())::uuid[]));
CREATE POLICY council_changed ON import FOR UPDATE TO common_ground_app
  USING (organisation_id = ANY ((SELECT app.writing_organisations())::uuid[]));
-- People of public lists, also while the council's id of theirs is being taken back.
CREATE POLICY imported ON person FOR SELECT TO common_ground_app
  USING ((SELECT app.is_admin()) AND import_id IS NOT NULL);

-- What refers to these rows now, in the words of the tables, but for rows of the import itself. Whoever asks need not
-- see it: they learn that there is something, not what. Only of rows an import made.
CREATE FUNCTION app.built_on(made_in regclass, ids uuid[], by_import uuid) RETURNS SETOF text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asker text := app.principal();
  fk record;
  is_found boolean;
BEGIN
  PERFORM set_config('app.principal', 'maintenance', true);
  FOR fk IN
    SELECT c.conrelid::regclass AS place, a.attname AS name FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = made_in AND cardinality(c.conkey) = 1
    ORDER BY c.conrelid::regclass::text
  LOOP
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %1$s made JOIN %2$s r ON r.%3$I = made.id
        WHERE made.id = ANY ($1) AND made.import_id IS NOT NULL
          AND ($2 IS NULL OR (to_jsonb(r) ->> ''import_id'')::uuid IS DISTINCT FROM $2))', made_in, fk.place, fk.name)
      INTO is_found USING ids, by_import;
    IF is_found THEN
      RETURN NEXT fk.place::text;
    END IF;
  END LOOP;
  PERFORM set_config('app.principal', asker, true);
END $$;
REVOKE ALL ON FUNCTION app.built_on(regclass, uuid[], uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.built_on(regclass, uuid[], uuid) TO common_ground_app;

-- Nothing loses what it refers to: not even where the reference may be empty.
CREATE FUNCTION app.refuse_built_on() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  place text;
BEGIN
  IF app.is_maintenance() THEN
    RETURN OLD;
  END IF;
  FOR place IN SELECT * FROM app.built_on(TG_RELID::regclass, ARRAY[OLD.id], NULL) LOOP
    RAISE EXCEPTION '% refers to it', place USING ERRCODE = '23503';
  END LOOP;
  RETURN OLD;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['organisation', 'organisation_succession', 'area', 'relationship', 'person',
      'person_external_id', 'appointment', 'person_change'] LOOP
    EXECUTE format('GRANT DELETE ON %I TO common_ground_app', t);
    EXECUTE format('CREATE TRIGGER keep_import BEFORE UPDATE OF import_id ON %I FOR EACH ROW EXECUTE FUNCTION app.keep_import()', t);
    EXECUTE format('CREATE TRIGGER refuse_built_on BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.refuse_built_on()', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['organisation', 'organisation_succession', 'area', 'relationship'] LOOP
    EXECUTE format('CREATE POLICY taken_back ON %1$I FOR DELETE TO common_ground_app USING ((SELECT app.is_admin())
      AND EXISTS (SELECT 1 FROM import i WHERE i.id = %1$I.import_id AND i.reverted_at IS NULL))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['person recorded_by_organisation_id', 'person_external_id organisation_id',
      'appointment organisation_id'] LOOP
    EXECUTE format('CREATE POLICY taken_back ON %1$I FOR DELETE TO common_ground_app USING (
        ((SELECT app.is_admin()) OR %2$I = ANY ((SELECT app.writing_organisations())::uuid[]))
        AND EXISTS (SELECT 1 FROM import i WHERE i.id = %1$I.import_id AND i.organisation_id = %1$I.%2$I AND i.reverted_at IS NULL))',
      split_part(t, ' ', 1), split_part(t, ' ', 2));
  END LOOP;
END $$;
CREATE POLICY taken_back ON person_change FOR DELETE TO common_ground_app USING (
  EXISTS (SELECT 1 FROM import i WHERE i.id = import_id AND i.reverted_at IS NULL
    AND ((SELECT app.is_admin()) OR i.organisation_id = ANY ((SELECT app.writing_organisations())::uuid[])))
);
