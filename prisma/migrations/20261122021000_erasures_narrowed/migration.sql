-- An erasure reaches what was asked for and no more: an account alone, or a person of the register in the areas whose leads
-- asked. Words are cut by what is somebody's alone. docs/decisions/0035.

-- Each area's lead asks for their own area; the same area asks once.
DROP INDEX erasure_open;
CREATE UNIQUE INDEX erasure_open ON erasure (COALESCE(person_id, user_id), COALESCE(area_id, '00000000-0000-0000-0000-000000000000'))
  WHERE declined_on IS NULL AND done_on IS NULL;

-- A row holds the ids of places of both sides: leads ask by app.erasure_of, and learn of the places they see themselves.
ALTER POLICY seen ON erasure USING ((SELECT app.token_id()) IS NULL AND ((SELECT app.is_admin()) OR user_id = (SELECT app.user_id())));

DROP FUNCTION app.redo_erasure(uuid, uuid, uuid, text, jsonb, date);
DROP FUNCTION app.erase_all(uuid, uuid, jsonb, timestamptz);
DROP FUNCTION app.cut_names(text[], jsonb);
DROP FUNCTION app.meant(uuid, uuid);

-- ---- What is somebody's alone ------------------------------------------------------------------------------------------

CREATE FUNCTION app.sort_of_name(n text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN n ~ '@' THEN 'address' WHEN n ~ '^[+0-9() .-]+$' THEN 'number' ELSE 'name' END
$$;

-- A telephone number as its digits, without the country or the nought before it.
CREATE FUNCTION app.digits_of(n text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(regexp_replace(n, '^\s*(\+|00)\s*44\s*(\(0\))?|^\s*\(?0', ''), '[^0-9]', '', 'g')
$$;

-- Whether words may be cut by this: a name of two words, an address and a number that nobody else is reached by.
CREATE FUNCTION app.is_their_own(n text, people uuid[], users uuid[]) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT CASE app.sort_of_name(n)
    WHEN 'address' THEN n ~ '^[^\s@]+@[^\s@]+\.[^\s@]+$'
      AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id <> ALL (people) AND lower(p.email) = lower(n))
      AND NOT EXISTS (SELECT 1 FROM "user" u WHERE u.person_id <> ALL (people) AND u.id <> ALL (users) AND lower(u.email) = lower(n))
    WHEN 'number' THEN length(app.digits_of(n)) >= 9
      AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id <> ALL (people) AND app.digits_of(p.phone) = app.digits_of(n))
    ELSE bare ~ '\S\s+\S' AND length(regexp_replace(bare, '[^[:alpha:]]', '', 'g')) >= 5
      AND NOT EXISTS (SELECT 1 FROM organisation o WHERE lower(n) IN (lower(o.name), lower(o.short_name)))
    END
  FROM (SELECT btrim(regexp_replace(n,
    '^\s*((cllr|councillor|mr|mrs|ms|miss|mx|dr|rev|sir|dame|lord|lady|prof|the|a|an|our|my|your)\.?\s+)+', '', 'i')) AS bare) b
$$;

-- How somebody may be written, as two patterns: what is theirs alone, however it is spelled; and a single word, as it is.
-- An address is found whole: not as the end or the beginning of another.
CREATE OR REPLACE FUNCTION app.naming(names text[], OUT loose text, OUT exact text)
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
  WITH given AS (SELECT DISTINCT btrim(n) AS n FROM unnest(names) n WHERE length(btrim(n)) > 1),
    called AS (
      SELECT n FROM given
      UNION SELECT regexp_replace(n, '^(cllr|councillor|mr|mrs|ms|miss|mx|dr|rev|sir|dame|lord|lady|prof)\.?\s+', '', 'i') FROM given
        WHERE n ~* '^(cllr|councillor|mr|mrs|ms|miss|mx|dr|rev|sir|dame|lord|lady|prof)\.?\s+\S+\s+\S'
    ),
    numbered AS (SELECT n, app.digits_of(n) AS digits FROM called),
    formed AS (
      SELECT n,
        CASE WHEN n ~ '^[+0-9() .-]+$' AND length(digits) >= 6
          THEN '(?:(?:\+|00)44[\s().-]*)?(?:\(?0\)?[\s().-]*)?' || regexp_replace(digits, '(.)(?=.)', '\1[\s().-]*', 'g')
          ELSE replace(regexp_replace(regexp_replace(n, '([^[:alnum:][:space:]])', '\\\1', 'g'), '\s+', '(?:\\s|\\\\[nrt])+', 'g'), '\"', '\\*"')
            || CASE WHEN n ~ '@' THEN '(?!-|\.[[:alnum:]])' ELSE '' END END AS form,
        n ~ '\s' OR n ~ '@' OR n ~ '[0-9]{3}' AS whole, n ~ '@' AS address
      FROM numbered
    ),
    bounded AS (SELECT CASE WHEN address THEN '(?<![._%+-])' ELSE '' END || form AS form, whole FROM formed)
  SELECT '(?<![[:alnum:]])(?:' || string_agg(form, '|' ORDER BY length(form) DESC) FILTER (WHERE whole) || ')(?![[:alnum:]])',
    '(?<![[:alnum:]])(?:' || string_agg(form, '|' ORDER BY length(form) DESC) FILTER (WHERE NOT whole) || ')(?![[:alnum:]])'
  FROM bounded
$$;

-- ---- Where words are cut -----------------------------------------------------------------------------------------------

-- Of which area a row is, as SQL over `t`: its own column, or that of what it is part of. Null: of none.
CREATE FUNCTION app.area_of(place regclass, deep integer DEFAULT 0) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
  own text := repeat('t', deep + 1);
  fk record;
  inner_one text;
BEGIN
  IF EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = place AND attname = 'area_id' AND NOT attisdropped) THEN
    RETURN own || '.area_id';
  END IF;
  FOR fk IN SELECT c.confrelid::regclass AS target, a.attname AS name, r.attname AS key
      FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
      JOIN pg_attribute r ON r.attrelid = c.confrelid AND r.attnum = c.confkey[1]
      WHERE deep < 5 AND c.conrelid = place AND c.contype = 'f' AND cardinality(c.conkey) = 1 AND a.attnotnull AND c.confrelid <> place
        AND c.confrelid <> ALL (ARRAY['person', '"user"', 'organisation', 'import']::regclass[]) ORDER BY a.attname <> 'record_id', a.attnum LOOP
    inner_one := app.area_of(fk.target, deep + 1);
    IF inner_one IS NOT NULL THEN
      RETURN format('(SELECT %1$s FROM %2$s %3$s WHERE %3$s.%4$I = %5$s.%6$I)', inner_one, fk.target, own || 't', fk.key, own, fk.name);
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

-- Whether a row is looked through, as SQL over `t`: of the areas $3, or of none and about the people $4 alone. $3 null: all.
CREATE FUNCTION app.within(place regclass) RETURNS text
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT format('($3 IS NULL OR %s)', CASE
    WHEN place = 'event'::regclass THEN 'COALESCE(t.area_id, (SELECT r.area_id FROM record r WHERE r.id = t.subject_id)) = ANY ($3)'
    WHEN place = 'import'::regclass THEN 't.area_id = ANY ($3) OR (t.area_id IS NULL AND t.id IN (
      SELECT import_id FROM person WHERE id = ANY ($4) UNION SELECT import_id FROM appointment WHERE person_id = ANY ($4)
      UNION SELECT import_id FROM person_change WHERE person_id = ANY ($4)))'
    ELSE COALESCE(app.area_of(place) || ' = ANY ($3)', 'false') END)
$$;

-- ---- The parts ---------------------------------------------------------------------------------------------------------

-- The person as asked for, and who had been made one with them by the day of asking. No account: it is asked for by itself.
CREATE FUNCTION app.meant(the_person uuid, asked date) RETURNS uuid[]
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  WITH RECURSIVE line AS (
    SELECT the_person AS id WHERE the_person IS NOT NULL
    UNION
    SELECT p.id FROM line l JOIN person p ON p.merged_into_id = l.id
      JOIN merging m ON m.merged_person_id = p.id AND m.kept_person_id = l.id AND m.undone_at IS NULL AND m.merged_at < asked + 1
  ) SELECT COALESCE(array_agg(id), '{}') FROM line
$$;

-- All a person is or was called and reached by; of an account its address, where it was shown to be theirs.
CREATE OR REPLACE FUNCTION app.called(people uuid[], users uuid[]) RETURNS text[]
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT COALESCE(array_agg(DISTINCT btrim(n)), '{}') FROM (
    SELECT unnest(ARRAY[name, email, phone]) FROM person WHERE id = ANY (people)
    UNION SELECT unnest(ARRAY[before, after]) FROM person_change WHERE person_id = ANY (people) AND what IN ('name', 'email', 'phone')
    UNION SELECT unnest(ARRAY[name, email]) FROM invitation WHERE person_id = ANY (people)
    UNION SELECT name FROM partnership_member WHERE person_id = ANY (people)
    UNION SELECT jsonb_path_query(data, '$.**.email ? (@.type() == "string")') #>> '{}' FROM event WHERE subject_id = ANY (people)
    UNION SELECT jsonb_path_query(data, '$.**.phone ? (@.type() == "string")') #>> '{}' FROM event WHERE subject_id = ANY (people)
    UNION SELECT email FROM "user" WHERE id = ANY (users) AND email_verified
  ) x(n) WHERE btrim(n) <> '' AND n !~ '@erased\.invalid$' AND n <> 'Someone whose details were erased'
$$;

-- Cuts the names out of the words of some areas, but for the places that somebody looked at and found to mean another person.
CREATE FUNCTION app.cut_names(names text[], areas uuid[], people uuid[], left_alone jsonb) RETURNS integer
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
DECLARE
  p record;
  w record;
  n integer;
  total integer := 0;
BEGIN
  SELECT * INTO p FROM app.naming(names);
  FOR w IN SELECT t.place, t.name, k.made, app.within(t.place) AS inside FROM app.wordings() t, app.key_of(t.place) k
      ORDER BY t.place::text, t.name LOOP
    EXECUTE format('UPDATE %1$s t SET %2$I = app.cut_out(t.%2$I, $1, $2) WHERE app.names_in(t.%2$I::text, $1, $2) AND %4$s
        AND NOT $5 @> jsonb_build_array(jsonb_build_object(''place'', %1$L, ''name'', %2$L, ''key'', %3$s)) AND cardinality($4) >= 0',
        w.place, w.name, w.made, w.inside)
      USING p.loose, p.exact, areas, people, left_alone;
    GET DIAGNOSTICS n = ROW_COUNT;
    total := total + n;
  END LOOP;
  DELETE FROM idempotency_key WHERE app.names_in(result::text, p.loose, p.exact);
  DELETE FROM verification WHERE areas IS NULL AND (app.names_in(identifier, p.loose, p.exact) OR app.names_in(value, p.loose, p.exact));
  DELETE FROM import_draft d WHERE (areas IS NULL OR d.area_id = ANY (areas))
    AND (app.names_in(d.file_name, p.loose, p.exact) OR app.names_in(d.options::text, p.loose, p.exact)
      OR EXISTS (SELECT 1 FROM unnest(names) one WHERE position(convert_to(one, 'UTF8') IN d.body) > 0));
  RETURN total;
END $$;

CREATE OR REPLACE FUNCTION app.erase_people(people uuid[], at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE person SET name = 'Someone whose details were erased', email = NULL, phone = NULL, erased_at = COALESCE(erased_at, at),
    revision = revision + 1 WHERE id = ANY (people);
  UPDATE "user" SET person_id = NULL, updated_at = at WHERE person_id = ANY (people);
  DELETE FROM person_external_id WHERE person_id = ANY (people);
  UPDATE person_change SET before = NULL, after = NULL WHERE person_id = ANY (people);
  UPDATE appointment SET topic = NULL, ward = NULL, party = NULL, cabinet_post = NULL, revision = revision + 1 WHERE person_id = ANY (people);
  DELETE FROM assessment WHERE person_id = ANY (people);
  DELETE FROM engagement WHERE person_id = ANY (people);
  UPDATE record SET title = '[erased]' WHERE id IN (SELECT record_id FROM note WHERE person_id = ANY (people));
  UPDATE note SET text = '[erased]' WHERE person_id = ANY (people);
  UPDATE mou_signatory SET name = NULL WHERE person_id = ANY (people);
  UPDATE partnership_interest SET body = '[erased]', note = NULL
    WHERE member_id IN (SELECT id FROM partnership_member WHERE person_id = ANY (people));
  UPDATE partnership_member SET name = 'Someone whose details were erased', family = NULL, other_offices = NULL, public_office = NULL,
    party = NULL WHERE person_id = ANY (people);
  UPDATE invitation SET name = 'Someone whose details were erased', email = 'erased-' || id || '@erased.invalid', token_hash = NULL,
    withdrawn_at = CASE WHEN accepted_at IS NULL THEN COALESCE(withdrawn_at, at) ELSE withdrawn_at END WHERE person_id = ANY (people);
  UPDATE link SET revoked_at = at WHERE person_id = ANY (people) AND used_at IS NULL AND revoked_at IS NULL;
  DELETE FROM check_in_link WHERE seat_id IN (SELECT id FROM check_in_seat WHERE person_id = ANY (people));
  DELETE FROM check_in_answer WHERE is_draft AND seat_id IN (SELECT id FROM check_in_seat WHERE person_id = ANY (people));
END $$;

-- All of it, and every page that is kept is made anew. Of a person in these areas; or of an account, and nobody of the register.
CREATE FUNCTION app.erase_all(people uuid[], the_user uuid, areas uuid[], left_alone jsonb, at timestamptz) RETURNS integer
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
DECLARE
  users uuid[] := ARRAY(SELECT id FROM "user" WHERE id = the_user AND cardinality(people) = 0);
  names text[];
  cut integer;
BEGIN
  SELECT COALESCE(array_agg(n), '{}') INTO names FROM unnest(app.called(people, users)) n WHERE app.is_their_own(n, people, users);
  PERFORM app.cancel_jobs(people, users), app.erase_log(people, users);
  cut := app.cut_names(names, CASE WHEN the_user IS NULL THEN COALESCE(areas, '{}') END, people, left_alone);
  PERFORM app.erase_people(people, at), app.erase_accounts(users, people, at);
  INSERT INTO page_change (scope, changed_in)
    SELECT id, pg_current_xact_id()::text::bigint FROM (SELECT id FROM area UNION ALL SELECT '00000000-0000-0000-0000-000000000000') s
    ON CONFLICT (scope) DO UPDATE SET changed_in = excluded.changed_in;
  RETURN cut;
END $$;

-- What is decided together: one account; or a person in every area whose lead has asked by now, so that the name is there to look for.
CREATE FUNCTION app.asked_together(the_erasure uuid) RETURNS SETOF erasure
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT o.* FROM erasure e JOIN erasure o ON o.id = e.id OR (o.person_id = e.person_id AND o.done_on IS NULL AND o.declined_on IS NULL)
  WHERE e.id = the_erasure AND e.done_on IS NULL AND e.declined_on IS NULL
$$;

-- ---- What the application may ask ------------------------------------------------------------------------------------

CREATE OR REPLACE FUNCTION app.ask_erasure(the_erasure uuid, the_person uuid, in_area uuid, for_organisation uuid, why text, on_day date) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asker text := app.principal();
  own uuid := app.user_id();
  problem text;
BEGIN
  IF own IS NULL OR app.token_id() IS NOT NULL OR (the_person IS NOT NULL AND NOT COALESCE(in_area = ANY (app.leading_areas())
      AND for_organisation = ANY (app.leading_organisations()), false)) THEN
    RAISE EXCEPTION 'not theirs to ask' USING ERRCODE = '42501';
  END IF;
  PERFORM set_config('app.principal', 'maintenance', true);
  IF the_person IS NOT NULL AND NOT app.is_of(the_person, in_area) THEN
    RAISE EXCEPTION 'not theirs to ask' USING ERRCODE = '42501';
  END IF;
  problem := CASE
    WHEN EXISTS (SELECT 1 FROM erasure WHERE declined_on IS NULL AND done_on IS NULL
      AND CASE WHEN the_person IS NULL THEN user_id = own AND person_id IS NULL ELSE person_id = the_person AND area_id = in_area END) THEN 'asked'
    WHEN the_person IS NULL AND EXISTS (SELECT 1 FROM "user" WHERE id = own AND demo) THEN 'demo'
    WHEN the_person IS NOT NULL AND EXISTS (SELECT 1 FROM "user" WHERE person_id = the_person AND demo) THEN 'demo'
    WHEN the_person IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person WHERE id = the_person AND recorded_by_organisation_id = for_organisation)
      AND NOT EXISTS (SELECT 1 FROM appointment WHERE person_id = the_person AND organisation_id = for_organisation) THEN 'held' END;
  IF problem IS NULL THEN
    INSERT INTO erasure (id, person_id, user_id, area_id, organisation_id, reason, asked_by_id, asked_on)
      VALUES (the_erasure, the_person, CASE WHEN the_person IS NULL THEN own END,
        CASE WHEN the_person IS NOT NULL THEN in_area END, CASE WHEN the_person IS NOT NULL THEN for_organisation END, why, own, on_day);
  END IF;
  PERFORM set_config('app.principal', asker, true);
  RETURN problem;
END $$;

-- What was asked for somebody in an area, for its leads; and which of the places they found themselves are left alone.
CREATE FUNCTION app.erasure_of(the_person uuid, in_area uuid, places jsonb) RETURNS TABLE (id uuid, asked_on date, reason text, alone jsonb)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asker text := app.principal();
  leads boolean := COALESCE(in_area = ANY (app.leading_areas()), false) AND app.token_id() IS NULL;
BEGIN
  PERFORM set_config('app.principal', 'maintenance', true);
  RETURN QUERY SELECT e.id, e.asked_on, e.reason,
      COALESCE((SELECT jsonb_agg(one) FROM jsonb_array_elements(places) one WHERE e.left_alone @> jsonb_build_array(one)), '[]')
    FROM erasure e WHERE leads AND e.person_id = the_person AND e.area_id = in_area AND e.done_on IS NULL AND e.declined_on IS NULL;
  PERFORM set_config('app.principal', asker, true);
END $$;

-- What an erasure would reach, as numbers alone: for the admin who decides, who sees no content.
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

-- Carries an erasure out, or declines it: an admin, who neither asked for it nor is the one it is about.
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
  IF NOT COALESCE(for_admin, false) OR e.id IS NULL OR own = e.user_id
     OR EXISTS (SELECT 1 FROM erasure o WHERE o.id = ANY (together) AND o.asked_by_id = own)
     OR EXISTS (SELECT 1 FROM "user" WHERE id = own AND person_id = ANY (people))
     OR EXISTS (SELECT 1 FROM "user" WHERE (id = e.user_id OR person_id = ANY (people)) AND demo) THEN
    RAISE EXCEPTION 'not theirs to decide' USING ERRCODE = '42501';
  END IF;
  IF carry_out THEN
    cut := app.erase_all(people, e.user_id, areas, alone, at);
  END IF;
  UPDATE erasure SET decided_by_id = own, done_on = CASE WHEN carry_out THEN today END,
    declined_on = CASE WHEN carry_out THEN NULL ELSE today END WHERE id = ANY (together);
  PERFORM set_config('app.principal', asker, true);
  RETURN cut;
END $$;

-- Does again, after a backup was put back, what was done since it was taken: for the owner alone, of the ids that were asked
-- for, in the areas that were asked by then.
CREATE FUNCTION app.redo_erasure(the_erasure uuid, the_person uuid, the_user uuid, in_area uuid, areas uuid[], asked date, why text,
  left_alone jsonb, done date) RETURNS boolean
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app.is_maintenance() OR EXISTS (SELECT 1 FROM erasure WHERE id = the_erasure AND done_on IS NOT NULL) THEN
    RETURN false;
  END IF;
  PERFORM app.erase_all(app.meant(the_person, asked), CASE WHEN the_person IS NULL THEN the_user END, areas, left_alone, done::timestamptz);
  UPDATE erasure SET declined_on = CURRENT_DATE WHERE id <> the_erasure AND done_on IS NULL AND declined_on IS NULL
    AND COALESCE(person_id, user_id) = COALESCE(the_person, the_user);
  INSERT INTO erasure (id, person_id, user_id, area_id, reason, asked_on, left_alone, done_on)
    VALUES (the_erasure, the_person, the_user, (SELECT id FROM area WHERE id = in_area), why, asked, left_alone, done)
    ON CONFLICT (id) DO UPDATE SET done_on = excluded.done_on, left_alone = excluded.left_alone, declined_on = NULL;
  RETURN true;
END $$;

REVOKE ALL ON FUNCTION app.sort_of_name(text), app.digits_of(text), app.is_their_own(text, uuid[], uuid[]), app.area_of(regclass, integer),
  app.within(regclass), app.meant(uuid, date), app.cut_names(text[], uuid[], uuid[], jsonb),
  app.erase_all(uuid[], uuid, uuid[], jsonb, timestamptz), app.asked_together(uuid), app.erasure_of(uuid, uuid, jsonb),
  app.redo_erasure(uuid, uuid, uuid, uuid, uuid[], date, text, jsonb, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.sort_of_name(text), app.digits_of(text), app.is_their_own(text, uuid[], uuid[]), app.erasure_of(uuid, uuid, jsonb)
  TO common_ground_app;
