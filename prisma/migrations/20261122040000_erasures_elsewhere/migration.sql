-- Somebody is to be erased whom other areas know too: their leads are told, look at their own words, and answer: erased with
-- it, or kept, and why. And each attached file is looked at by a person. docs/decisions/0047.

-- AlterTable
ALTER TABLE "erasure" ADD COLUMN "told_on" DATE,
ADD COLUMN "kept_for" TEXT,
ADD COLUMN "files" JSONB NOT NULL DEFAULT '[]';

ALTER TABLE erasure ADD CONSTRAINT erasure_kept CHECK (kept_for IS NULL OR (told_on IS NOT NULL AND declined_on IS NOT NULL));

-- Whether an area was told, and none of its leads has answered yet: such a row asks for nothing.
CREATE FUNCTION app.waits_for_answer(e erasure) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT e.told_on IS NOT NULL AND e.asked_by_id IS NULL AND e.done_on IS NULL AND e.declined_on IS NULL
$$;

-- The other areas that know somebody, in the register by a post or as a council's, and have a row or words about them.
CREATE FUNCTION app.areas_about(people uuid[], but uuid) RETURNS uuid[]
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
  known uuid[];
  found uuid[] := '{}';
  one uuid[];
  names text[];
  p record;
  w record;
BEGIN
  SELECT array_agg(DISTINCT x.id) INTO known FROM appointment a JOIN area x ON x.id <> but AND (a.area_id = x.id OR a.area_id IS NULL AND (
      a.organisation_id = x.partnership_id
      OR EXISTS (SELECT 1 FROM relationship r WHERE r.area_id = x.id AND r.council_id = a.organisation_id)
      OR EXISTS (SELECT 1 FROM organisation o WHERE o.id = a.organisation_id AND o.area_id = x.id)))
    WHERE a.person_id = ANY (people);
  IF known IS NULL THEN
    RETURN found;
  END IF;
  FOR w IN SELECT r.place, string_agg(format('t.%I = ANY ($1)', r.name), ' OR ') AS named, app.area_of(r.place) AS area
      FROM app.references_to('person') r WHERE r.place <> ALL (ARRAY['"user"', 'appointment']::regclass[]) GROUP BY r.place LOOP
    CONTINUE WHEN w.area IS NULL;
    EXECUTE format('SELECT array_agg(DISTINCT %1$s) FROM %2$s t WHERE (%3$s) AND %1$s = ANY ($2)', w.area, w.place, w.named) INTO one USING people, known;
    found := found || one;
  END LOOP;
  SELECT COALESCE(array_agg(n), '{}') INTO names FROM unnest(app.called(people, '{}')) n WHERE app.is_their_own(n, people, '{}');
  SELECT * INTO p FROM app.naming(names);
  FOR w IN SELECT t.place, t.name, app.area_of(t.place) AS area FROM app.wordings() t LOOP
    CONTINUE WHEN w.area IS NULL OR known <@ found;
    EXECUTE format('SELECT array_agg(DISTINCT %1$s) FROM %2$s t WHERE app.names_in(t.%3$I::text, $1, $2) AND %1$s = ANY ($3)', w.area, w.place, w.name)
      INTO one USING p.loose, p.exact, known;
    found := found || one;
  END LOOP;
  RETURN ARRAY(SELECT DISTINCT f FROM unnest(found) f WHERE f IS NOT NULL ORDER BY f);
END $$;

-- Tells them: each once for what is asked now, and no area of what it has answered since. Their pages say so.
CREATE FUNCTION app.tell_elsewhere(the_erasure uuid, on_day date) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
DECLARE
  e erasure;
  told uuid[];
BEGIN
  SELECT * INTO e FROM erasure WHERE id = the_erasure;
  told := ARRAY(SELECT a FROM unnest(app.areas_about(app.meant(e.person_id, e.asked_on), e.area_id)) a
    WHERE NOT EXISTS (SELECT 1 FROM erasure o WHERE o.person_id = e.person_id AND o.area_id = a AND (
      (o.done_on IS NULL AND o.declined_on IS NULL)
      OR (o.kept_for IS NOT NULL AND o.declined_on >= (SELECT min(x.asked_on) FROM erasure x WHERE x.person_id = e.person_id
        AND x.done_on IS NULL AND x.declined_on IS NULL AND NOT app.waits_for_answer(x))))));
  INSERT INTO erasure (id, person_id, area_id, reason, asked_on, told_on)
    SELECT gen_random_uuid(), e.person_id, a, e.reason, on_day, on_day FROM unnest(told) a;
  INSERT INTO page_change (scope, changed_in) SELECT a, pg_current_xact_id()::text::bigint FROM unnest(told) a
    ON CONFLICT (scope) DO UPDATE SET changed_in = excluded.changed_in;
END $$;

-- As in 20261122021000_erasures_narrowed and 20261122030500_pairs_of_stands; and the other areas that know them are told.
CREATE OR REPLACE FUNCTION app.ask_erasure(the_erasure uuid, the_person uuid, in_area uuid, for_organisation uuid, why text, on_day date) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asker text := app.principal();
  own uuid := app.user_id();
  problem text;
  told record;
BEGIN
  IF own IS NULL OR app.token_id() IS NOT NULL OR (the_person IS NOT NULL AND NOT COALESCE((in_area, for_organisation) IN (SELECT l.area_id, l.organisation_id FROM app.led() l), false)) THEN
    RAISE EXCEPTION 'not theirs to ask' USING ERRCODE = '42501';
  END IF;
  PERFORM set_config('app.principal', 'maintenance', true);
  IF the_person IS NOT NULL AND NOT app.is_of(the_person, in_area) THEN
    RAISE EXCEPTION 'not theirs to ask' USING ERRCODE = '42501';
  END IF;
  problem := CASE
    WHEN EXISTS (SELECT 1 FROM erasure o WHERE declined_on IS NULL AND done_on IS NULL AND NOT app.waits_for_answer(o)
      AND CASE WHEN the_person IS NULL THEN user_id = own AND person_id IS NULL ELSE person_id = the_person AND area_id = in_area END) THEN 'asked'
    WHEN the_person IS NULL AND EXISTS (SELECT 1 FROM "user" WHERE id = own AND demo) THEN 'demo'
    WHEN the_person IS NOT NULL AND EXISTS (SELECT 1 FROM "user" WHERE person_id = the_person AND demo) THEN 'demo'
    WHEN the_person IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person WHERE id = the_person AND recorded_by_organisation_id = for_organisation)
      AND NOT EXISTS (SELECT 1 FROM appointment WHERE person_id = the_person AND organisation_id = for_organisation) THEN 'held' END;
  IF problem IS NULL THEN
    -- Who was told and asks has answered.
    DELETE FROM erasure o WHERE o.person_id = the_person AND o.area_id = in_area AND app.waits_for_answer(o)
      RETURNING o.told_on, o.left_alone, o.files INTO told;
    INSERT INTO erasure (id, person_id, user_id, area_id, organisation_id, reason, asked_by_id, asked_on, told_on, left_alone, files)
      VALUES (the_erasure, the_person, CASE WHEN the_person IS NULL THEN own END,
        CASE WHEN the_person IS NOT NULL THEN in_area END, CASE WHEN the_person IS NOT NULL THEN for_organisation END, why, own, on_day,
        told.told_on, COALESCE(told.left_alone, '[]'), COALESCE(told.files, '[]'));
    IF the_person IS NOT NULL THEN
      PERFORM app.tell_elsewhere(the_erasure, on_day);
    END IF;
  END IF;
  PERFORM set_config('app.principal', asker, true);
  RETURN problem;
END $$;

-- A lead of an area that was told answers: its words too (null), or they are kept, and why.
CREATE FUNCTION app.answer_erasure(the_person uuid, in_area uuid, for_organisation uuid, keep_for text, on_day date) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asker text := app.principal();
  own uuid := app.user_id();
  answered boolean;
BEGIN
  IF own IS NULL OR app.token_id() IS NOT NULL OR NOT COALESCE((in_area, for_organisation) IN (SELECT l.area_id, l.organisation_id FROM app.led() l), false) THEN
    RAISE EXCEPTION 'not theirs to answer' USING ERRCODE = '42501';
  END IF;
  PERFORM set_config('app.principal', 'maintenance', true);
  UPDATE erasure o SET organisation_id = for_organisation, kept_for = keep_for, asked_on = on_day,
      asked_by_id = CASE WHEN keep_for IS NULL THEN own END, decided_by_id = CASE WHEN keep_for IS NULL THEN NULL ELSE own END,
      declined_on = CASE WHEN keep_for IS NULL THEN NULL ELSE on_day END
    WHERE o.person_id = the_person AND o.area_id = in_area AND app.waits_for_answer(o);
  answered := FOUND;
  PERFORM set_config('app.principal', asker, true);
  RETURN answered;
END $$;

-- What waits for the leads of an area, to be found on its own page: whom it is about, since when, and whether an answer is due.
CREATE FUNCTION app.erasures_in(in_area uuid) RETURNS TABLE (id uuid, person_id uuid, on_day date, waits boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asker text := app.principal();
  leads boolean := COALESCE(in_area = ANY (app.leading_areas()), false) AND app.token_id() IS NULL;
BEGIN
  PERFORM set_config('app.principal', 'maintenance', true);
  RETURN QUERY SELECT e.id, e.person_id, COALESCE(e.told_on, e.asked_on), app.waits_for_answer(e) FROM erasure e
    WHERE leads AND e.area_id = in_area AND e.person_id IS NOT NULL AND e.done_on IS NULL AND e.declined_on IS NULL ORDER BY 3, 1;
  PERFORM set_config('app.principal', asker, true);
END $$;

-- A lead looked at a file, or takes that back: nothing of them is in it, or it was taken away.
CREATE FUNCTION app.look_at_file(the_erasure uuid, the_file uuid, seen text, on_day date) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asker text := app.principal();
  led uuid[] := app.leading_areas();
BEGIN
  IF app.user_id() IS NULL OR app.token_id() IS NOT NULL THEN
    RAISE EXCEPTION 'not theirs to say' USING ERRCODE = '42501';
  END IF;
  PERFORM set_config('app.principal', 'maintenance', true);
  UPDATE erasure SET files = COALESCE((SELECT jsonb_agg(f) FROM jsonb_array_elements(files) f WHERE f ->> 'file' <> the_file::text), '[]')
      || CASE WHEN seen IN ('clear', 'removed') THEN jsonb_build_array(jsonb_build_object('file', the_file, 'found', seen, 'on', on_day)) ELSE '[]' END
    WHERE id = the_erasure AND done_on IS NULL AND declined_on IS NULL AND area_id = ANY (led);
  PERFORM set_config('app.principal', asker, true);
END $$;

-- As before; whether an answer is due, and which of the files they see were looked at.
DROP FUNCTION app.erasure_of(uuid, uuid, jsonb);
CREATE FUNCTION app.erasure_of(the_person uuid, in_area uuid, places jsonb)
  RETURNS TABLE (id uuid, asked_on date, reason text, alone jsonb, told_on date, waits boolean, files jsonb)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asker text := app.principal();
  leads boolean := COALESCE(in_area = ANY (app.leading_areas()), false) AND app.token_id() IS NULL;
BEGIN
  PERFORM set_config('app.principal', 'maintenance', true);
  RETURN QUERY SELECT e.id, e.asked_on, e.reason,
      COALESCE((SELECT jsonb_agg(one) FROM jsonb_array_elements(places) one WHERE e.left_alone @> jsonb_build_array(one)), '[]'),
      e.told_on, app.waits_for_answer(e), e.files
    FROM erasure e WHERE leads AND e.person_id = the_person AND e.area_id = in_area AND e.done_on IS NULL AND e.declined_on IS NULL;
  PERFORM set_config('app.principal', asker, true);
END $$;

-- As before, without the areas that have not answered.
CREATE OR REPLACE FUNCTION app.asked_together(the_erasure uuid) RETURNS SETOF erasure
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT o.* FROM erasure e JOIN erasure o ON o.id = e.id OR (o.person_id = e.person_id AND o.done_on IS NULL AND o.declined_on IS NULL
    AND NOT app.waits_for_answer(o))
  WHERE e.id = the_erasure AND e.done_on IS NULL AND e.declined_on IS NULL
$$;

-- As before; and how many areas have not answered, and how many files were looked at.
CREATE OR REPLACE FUNCTION app.preview_erasure(the_erasure uuid) RETURNS TABLE (what text, n bigint)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asker text := app.principal();
  people uuid[];
  users uuid[];
  areas uuid[];
  names text[];
  p record;
  fk record;
BEGIN
  IF NOT app.is_admin() THEN
    RAISE EXCEPTION 'for admins' USING ERRCODE = '42501';
  END IF;
  PERFORM set_config('app.principal', 'maintenance', true);
  SELECT app.meant(e.person_id, e.asked_on), ARRAY(SELECT e.user_id WHERE e.user_id IS NOT NULL AND e.person_id IS NULL)
    INTO people, users FROM erasure e WHERE e.id = the_erasure;
  SELECT array_agg(t.area_id) FILTER (WHERE t.area_id IS NOT NULL) INTO areas FROM app.asked_together(the_erasure) t;
  names := app.called(people, users);
  RETURN QUERY SELECT 'account', cardinality(users)::bigint;
  RETURN QUERY SELECT 'areas', COALESCE(cardinality(areas), 0)::bigint;
  RETURN QUERY SELECT 'waiting', count(*) FROM erasure o, erasure e WHERE e.id = the_erasure AND o.person_id = e.person_id AND app.waits_for_answer(o);
  RETURN QUERY SELECT 'files', COALESCE(sum(jsonb_array_length(t.files)), 0)::bigint FROM app.asked_together(the_erasure) t;
  RETURN QUERY SELECT 'left alone', COALESCE(sum(jsonb_array_length(t.left_alone)), 0)::bigint FROM app.asked_together(the_erasure) t;
  RETURN QUERY SELECT 'not cut', count(*) FROM unnest(names) x WHERE NOT app.is_their_own(x, people, users);
  FOR fk IN SELECT r.place::text AS place, string_agg(format('t.%I = ANY ($1)', r.name), ' OR ') AS named
      FROM app.references_to('person') r WHERE r.place <> '"user"'::regclass GROUP BY 1 ORDER BY 1 LOOP
    RETURN QUERY EXECUTE format('SELECT %1$L, count(*) FROM %1$s t WHERE %2$s', fk.place, fk.named) USING people;
  END LOOP;
  FOR p IN SELECT s.sort, f.loose, f.exact FROM (SELECT app.sort_of_name(x) AS sort, array_agg(x) AS of_sort FROM unnest(names) x
      WHERE app.is_their_own(x, people, users) GROUP BY 1) s, app.naming(s.of_sort) f LOOP
    FOR fk IN SELECT w.place IN ('event'::regclass, 'merging_step'::regclass, 'import'::regclass) AS logged, w.place, w.name FROM app.wordings() w LOOP
      RETURN QUERY EXECUTE format('SELECT %1$L, count(*) FROM %2$s t WHERE app.names_in(t.%3$I::text, $1, $2) AND %4$s AND cardinality($4) >= 0',
        CASE WHEN fk.logged THEN 'logged' ELSE 'by ' || p.sort END, fk.place, fk.name, app.within(fk.place))
        USING p.loose, p.exact, CASE WHEN cardinality(users) = 0 THEN COALESCE(areas, '{}') END, people;
    END LOOP;
  END LOOP;
  PERFORM set_config('app.principal', asker, true);
END $$;

-- As before; the other areas have a fortnight to answer in.
CREATE OR REPLACE FUNCTION app.decide_erasure(the_erasure uuid, carry_out boolean, at timestamptz) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asker text := app.principal();
  own uuid := app.user_id();
  for_admin boolean := app.is_admin() AND app.token_id() IS NULL;
  today CONSTANT date := (at AT TIME ZONE 'Europe/London')::date;
  e erasure;
  people uuid[];
  together uuid[];
  areas uuid[];
  alone jsonb;
  cut integer := 0;
BEGIN
  PERFORM set_config('app.principal', 'maintenance', true);
  SELECT * INTO e FROM erasure WHERE id = the_erasure AND done_on IS NULL AND declined_on IS NULL FOR UPDATE;
  people := app.meant(e.person_id, e.asked_on);
  SELECT array_agg(t.id), array_agg(t.area_id) FILTER (WHERE t.area_id IS NOT NULL),
      COALESCE((SELECT jsonb_agg(x) FROM app.asked_together(the_erasure) o, jsonb_array_elements(o.left_alone) x), '[]')
    INTO together, areas, alone FROM app.asked_together(the_erasure) t WHERE carry_out OR t.id = the_erasure;
  IF NOT COALESCE(for_admin, false) OR e.id IS NULL OR own = e.user_id OR app.waits_for_answer(e)
     OR EXISTS (SELECT 1 FROM erasure o WHERE o.id = ANY (together) AND o.asked_by_id = own)
     OR EXISTS (SELECT 1 FROM "user" WHERE id = own AND person_id = ANY (people))
     OR EXISTS (SELECT 1 FROM "user" WHERE (id = e.user_id OR person_id = ANY (people)) AND demo) THEN
    RAISE EXCEPTION 'not theirs to decide' USING ERRCODE = '42501';
  END IF;
  IF carry_out AND EXISTS (SELECT 1 FROM erasure o WHERE o.person_id = e.person_id AND app.waits_for_answer(o) AND today < o.told_on + 14) THEN
    RAISE EXCEPTION 'other areas still have days to answer' USING ERRCODE = '42501';
  END IF;
  IF carry_out THEN
    cut := app.erase_all(people, e.user_id, areas, alone, at);
  END IF;
  UPDATE erasure SET decided_by_id = own, done_on = CASE WHEN carry_out THEN today END,
    declined_on = CASE WHEN carry_out THEN NULL ELSE today END WHERE id = ANY (together);
  -- Whoever has not answered by then keeps their words; where nothing is erased, nothing is asked of anybody.
  UPDATE erasure o SET declined_on = today, kept_for = 'silent' WHERE carry_out AND o.person_id = e.person_id AND app.waits_for_answer(o);
  DELETE FROM erasure o WHERE o.person_id = e.person_id AND app.waits_for_answer(o) AND NOT EXISTS (SELECT 1 FROM erasure a
    WHERE a.person_id = e.person_id AND a.done_on IS NULL AND a.declined_on IS NULL AND NOT app.waits_for_answer(a));
  PERFORM set_config('app.principal', asker, true);
  RETURN cut;
END $$;

REVOKE ALL ON FUNCTION app.waits_for_answer(erasure), app.areas_about(uuid[], uuid), app.tell_elsewhere(uuid, date),
  app.answer_erasure(uuid, uuid, uuid, text, date), app.erasures_in(uuid), app.look_at_file(uuid, uuid, text, date),
  app.erasure_of(uuid, uuid, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.answer_erasure(uuid, uuid, uuid, text, date), app.erasures_in(uuid),
  app.look_at_file(uuid, uuid, text, date), app.erasure_of(uuid, uuid, jsonb) TO common_ground_app;
