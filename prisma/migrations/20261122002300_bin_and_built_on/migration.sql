-- What a side put in the bin is gone for the other side: its entries in the log too, whatever they quote.

-- Whether a record lies in a bin that is not the asker's. It says no more than that, and only of the asker's areas:
-- its rights end with the four columns it compares.
CREATE FUNCTION app.in_another_bin(of_record uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM record r WHERE r.id = of_record AND r.binned_at IS NOT NULL
    AND r.area_id = ANY (app.areas()) AND NOT r.organisation_id = ANY (app.organisations()))
$$;
GRANT SELECT (id, area_id, organisation_id, binned_at) ON record TO common_ground_scorer;
CREATE POLICY functions ON record FOR SELECT TO common_ground_scorer USING (true);
GRANT CREATE ON SCHEMA app TO common_ground_scorer;
ALTER FUNCTION app.in_another_bin(uuid) OWNER TO common_ground_scorer;
REVOKE CREATE ON SCHEMA app FROM common_ground_scorer;
REVOKE ALL ON FUNCTION app.in_another_bin(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.in_another_bin(uuid) TO common_ground_app, common_ground_scorer, common_ground_owner;

-- An entry about no record of its own names the record it is part of in its data: a form that wrote several.
CREATE FUNCTION app.record_of_event(subject_id uuid, data jsonb) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT COALESCE(subject_id, CASE WHEN data ->> 'record' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN (data ->> 'record')::uuid END)
$$;
REVOKE ALL ON FUNCTION app.record_of_event(uuid, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.record_of_event(uuid, jsonb) TO common_ground_app, common_ground_owner;

ALTER POLICY seen ON event USING (
  CASE
    WHEN area_id IS NOT NULL THEN
      area_id = ANY ((SELECT app.areas())::uuid[])
      AND (relationship_id IS NULL OR relationship_id = ANY ((SELECT app.relationships())::uuid[]))
      AND CASE level
        WHEN 'shared' THEN NOT app.in_another_bin(app.record_of_event(subject_id, data))
        WHEN 'side' THEN organisation_id = ANY ((SELECT app.organisations())::uuid[])
        ELSE actor_id = (SELECT app.user_id())
      END
    ELSE actor_id = (SELECT app.user_id()) OR (SELECT app.is_admin())
  END
);

-- What refers to rows an import made, in the words of the tables: so that taking the import back can say what stands
-- against it, and nothing loses what it refers to. It must look past row security, as the other side's records count
-- too: it acts as maintenance while it looks. That is safe because
--   · it only ever asks whether a row exists, and answers with the name of a table: no id, no text, no number;
--   · it looks for references to the eight tables an import writes, from tables of this schema: a table of the
--     caller's own making, whose policies or casts would then run as the owner, is not looked at;
--   · it looks only at rows of imports that the asker may take back (an admin, or an editor of the import's council);
--     of everybody else's it says nothing at all, as if nothing referred to them;
--   · being maintenance ends with the transaction, and with the function where that goes on; an error in between takes
--     it back with the savepoint it falls to.
CREATE OR REPLACE FUNCTION app.built_on(made_in regclass, ids uuid[], by_import uuid) RETURNS SETOF text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asker text := app.principal();
  for_admin boolean := app.is_admin();
  for_organisations uuid[] := app.writing_organisations();
  fk record;
  is_found boolean;
BEGIN
  IF made_in <> ALL (ARRAY['organisation', 'organisation_succession', 'area', 'relationship', 'person',
      'person_external_id', 'appointment', 'person_change']::regclass[]) THEN
    RAISE EXCEPTION 'no import makes rows of %', made_in USING ERRCODE = '42501';
  END IF;
  PERFORM set_config('app.principal', 'maintenance', true);
  FOR fk IN
    SELECT c.conrelid::regclass AS place, a.attname AS name FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = made_in AND cardinality(c.conkey) = 1
      AND c.connamespace = 'public'::regnamespace
    ORDER BY c.conrelid::regclass::text
  LOOP
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %1$s made JOIN %2$s r ON r.%3$I = made.id
        JOIN import i ON i.id = made.import_id
        WHERE made.id = ANY ($1) AND ($3 OR i.organisation_id = ANY ($4))
          AND ($2 IS NULL OR (to_jsonb(r) ->> ''import_id'')::uuid IS DISTINCT FROM $2))', made_in, fk.place, fk.name)
      INTO is_found USING ids, by_import, for_admin, for_organisations;
    IF is_found THEN
      RETURN NEXT fk.place::text;
    END IF;
  END LOOP;
  PERFORM set_config('app.principal', asker, true);
END $$;
