-- Erasing a person: their name, how to reach them and what was said of them alone go, from every table; counts, days and
-- scores stay. Who asks, who decides and what happens to the other side's words: docs/decisions/0035.

-- CreateTable
CREATE TABLE "erasure" (
    "id" UUID NOT NULL,
    "person_id" UUID,
    "user_id" UUID,
    "area_id" UUID,
    "organisation_id" UUID,
    "reason" TEXT NOT NULL,
    "asked_by_id" UUID,
    "asked_on" DATE NOT NULL,
    "left_alone" JSONB NOT NULL DEFAULT '[]',
    "declined_on" DATE,
    "done_on" DATE,
    "decided_by_id" UUID,

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "erasure_person_id_idx" ON "erasure"("person_id");

-- CreateIndex
CREATE INDEX "erasure_user_id_idx" ON "erasure"("user_id");

-- CreateIndex
CREATE INDEX "erasure_area_id_idx" ON "erasure"("area_id");

-- CreateIndex
CREATE INDEX "erasure_organisation_id_idx" ON "erasure"("organisation_id");

-- AddForeignKey
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Whom it names need not be there: a backup that is put back may be older than they are.
ALTER TABLE erasure ADD CONSTRAINT erasure_of_somebody CHECK (person_id IS NOT NULL OR user_id IS NOT NULL);
ALTER TABLE erasure ADD CONSTRAINT erasure_decided_once CHECK (declined_on IS NULL OR done_on IS NULL);
CREATE UNIQUE INDEX erasure_open ON erasure (COALESCE(person_id, user_id)) WHERE declined_on IS NULL AND done_on IS NULL;

ALTER TABLE erasure ENABLE ROW LEVEL SECURITY;
ALTER TABLE erasure FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON erasure TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance());
GRANT SELECT ON erasure TO common_ground_app;
-- Seen by admins, by whoever it is about, and by the leads who see the person: each looks through their own words.
CREATE POLICY seen ON erasure FOR SELECT TO common_ground_app USING ((SELECT app.token_id()) IS NULL AND (
  (SELECT app.is_admin())
  OR user_id = (SELECT app.user_id())
  OR (area_id = ANY ((SELECT app.leading_areas())::uuid[]) AND EXISTS (SELECT 1 FROM person p WHERE p.id = erasure.person_id))
));

-- ---- Finding a name in words --------------------------------------------------------------------------------------------

-- How somebody may be written, as two patterns: what is theirs alone, however it is spelled; and a single word, as it is.
CREATE FUNCTION app.naming(names text[], OUT loose text, OUT exact text)
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
  WITH given AS (SELECT DISTINCT btrim(n) AS n FROM unnest(names) n WHERE length(btrim(n)) > 1),
    called AS (
      SELECT n FROM given
      UNION SELECT regexp_replace(n, '^(cllr|councillor|mr|mrs|ms|miss|mx|dr|rev|sir|dame|lord|lady|prof)\.?\s+', '', 'i') FROM given
        WHERE n ~* '^(cllr|councillor|mr|mrs|ms|miss|mx|dr|rev|sir|dame|lord|lady|prof)\.?\s+\S+\s+\S'
    ),
    numbered AS (SELECT n, regexp_replace(regexp_replace(n, '^\s*(\+|00)\s*44\s*(\(0\))?|^\s*\(?0', ''), '[^0-9]', '', 'g') AS digits FROM called),
    formed AS (
      SELECT n,
        CASE WHEN n ~ '^[+0-9() .-]+$' AND length(digits) >= 6
          THEN '(?:(?:\+|00)44[\s().-]*)?(?:\(?0\)?[\s().-]*)?' || regexp_replace(digits, '(.)(?=.)', '\1[\s().-]*', 'g')
          ELSE replace(regexp_replace(regexp_replace(n, '([^[:alnum:][:space:]])', '\\\1', 'g'), '\s+', '(?:\\s|\\\\[nrt])+', 'g'), '\"', '\\*"') END AS form,
        n ~ '\s' OR n ~ '@' OR n ~ '[0-9]{3}' AS whole
      FROM numbered
    )
  SELECT '(?<![[:alnum:]])(?:' || string_agg(form, '|' ORDER BY length(form) DESC) FILTER (WHERE whole) || ')(?![[:alnum:]])',
    '(?<![[:alnum:]])(?:' || string_agg(form, '|' ORDER BY length(form) DESC) FILTER (WHERE NOT whole) || ')(?![[:alnum:]])'
  FROM formed
$$;

CREATE FUNCTION app.names_in(words text, loose text, exact text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT COALESCE(words ~* loose, false) OR COALESCE(words ~ exact, false)
$$;

CREATE FUNCTION app.cut_out(words text, loose text, exact text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT COALESCE(regexp_replace(once, exact, '[erased]', 'g'), once)
  FROM (SELECT COALESCE(regexp_replace(words, loose, '[erased]', 'gi'), words) AS once) o
$$;

-- The same within a JSON value: in its words, and not in the names of its fields.
CREATE FUNCTION app.cut_out(value jsonb, loose text, exact text) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN CASE jsonb_typeof(value)
    WHEN 'string' THEN to_jsonb(app.cut_out(value #>> '{}', loose, exact))
    WHEN 'array' THEN COALESCE((SELECT jsonb_agg(app.cut_out(e, loose, exact) ORDER BY n) FROM jsonb_array_elements(value) WITH ORDINALITY x(e, n)), '[]')
    WHEN 'object' THEN COALESCE((SELECT jsonb_object_agg(key, app.cut_out(v, loose, exact)) FROM jsonb_each(value) x(key, v)), '{}')
    ELSE value END;
END $$;

-- Of what was written down about somebody alone, nothing but ids, days and words of closed lists.
CREATE FUNCTION app.without_words(value jsonb) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN CASE jsonb_typeof(value)
    WHEN 'string' THEN CASE WHEN value #>> '{}' ~ '^([a-z][a-z_-]{0,30}|\d{4}-\d{2}-\d{2}|[0-9a-f]{8}-[0-9a-f-]{27})$' THEN value ELSE '"[erased]"' END
    WHEN 'array' THEN COALESCE((SELECT jsonb_agg(app.without_words(e) ORDER BY n) FROM jsonb_array_elements(value) WITH ORDINALITY x(e, n)), '[]')
    WHEN 'object' THEN COALESCE((SELECT jsonb_object_agg(key, app.without_words(v)) FROM jsonb_each(value) x(key, v)), '{}')
    ELSE value END;
END $$;

-- Every column of words in which anyone may be named, by the catalogue: one made tomorrow is looked through too. Not among
-- them: what tells of nobody, and what says what somebody else of that name is called. features/rights has the same list.
CREATE FUNCTION app.wordings() RETURNS TABLE (place regclass, name text, is_json boolean)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT c.oid::regclass, a.attname::text, a.atttypid = 'jsonb'::regtype
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.atttypid IN ('text'::regtype, 'jsonb'::regtype)
    AND c.relname <> ALL (ARRAY['_prisma_migrations', 'user', 'api_token', 'session', 'account', 'second_factor', 'recovery_code',
      'verification', 'rate_limit', 'passkey', 'invitation', 'calendar_feed', 'idempotency_key', 'import_draft', 'link', 'check_in_link',
      'organisation', 'person', 'person_external_id', 'person_change', 'outside_answer', 'scoring_fact', 'score_state', 'erasure'])
    AND c.relname || '.' || a.attname <> ALL (ARRAY['action_state.action_id', 'action_state.evidence_key', 'appointment.cabinet_post',
      'appointment.party', 'appointment.role', 'appointment.topic', 'appointment.ward', 'area.code', 'area.name', 'area.region',
      'area.rural_urban', 'area.slug', 'attachment.sha256', 'attachment.type', 'check_in.result', 'check_in_answer.answers',
      'disclosure_item.digest', 'event.browser', 'event.client_address', 'event.command', 'event.principal', 'event.request_id', 'event.via', 'evidence.kind',
      'evidence.outcome', 'evidence_link.field', 'handover_item.role', 'import.counts', 'import.sha256', 'import.what',
      'meeting.starts_at', 'meeting_attendance.capacity', 'meeting_series.starts_at', 'meeting_series.unit', 'merging_step.column_name',
      'merging_step.key', 'merging_step.place', 'partnership_decision.about', 'partnership_decision.how', 'partnership_interest.body',
      'partnership_interest.nature', 'partnership_interest.note', 'partnership_member.family', 'partnership_member.name',
      'partnership_member.other_offices', 'partnership_member.party', 'partnership_member.public_office', 'partnership_member.role',
      'partnership_mending.check_id', 'partnership_plan.kind', 'partnership_policy.about', 'record.kind'])
$$;

-- Where the asker's own eyes find a name, as row security has it: the place, the row by its key, and the record it is of.
CREATE FUNCTION app.words_naming(names text[]) RETURNS TABLE (place text, name text, key jsonb, record uuid, words text)
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
  p record;
  w record;
BEGIN
  SELECT * INTO p FROM app.naming(names);
  FOR w IN SELECT t.place, t.name, k.made, COALESCE((
        SELECT format('t.%I', a.attname) FROM pg_constraint f JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = f.conkey[1]
        WHERE f.conrelid = t.place AND f.contype = 'f' AND a.attname NOT IN ('about_id') AND (f.confrelid = 'record'::regclass
          OR EXISTS (SELECT 1 FROM pg_attribute r WHERE r.attrelid = f.confrelid AND r.attname = 'record_id' AND f.confkey[1] = r.attnum))
        ORDER BY a.attnum LIMIT 1), CASE WHEN t.place = 'record'::regclass THEN 't.id' ELSE 'NULL::uuid' END) AS of_record
      FROM app.wordings() t, app.key_of(t.place) k WHERE t.place NOT IN ('event'::regclass, 'merging_step'::regclass, 'import'::regclass)
        AND has_table_privilege(t.place, 'SELECT') ORDER BY t.place::text, t.name LOOP
    RETURN QUERY EXECUTE format('SELECT %1$L, %2$L, %3$s, %4$s, t.%2$I::text FROM %1$s t WHERE app.names_in(t.%2$I::text, $1, $2)',
      w.place, w.name, w.made, w.of_record) USING p.loose, p.exact;
  END LOOP;
END $$;

-- The rows that name one by id in the given columns ("record.author_id"), as far as the asker sees them: what somebody is
-- given who asks what is kept about them.
CREATE FUNCTION app.rows_naming(columns text[], the_id uuid) RETURNS TABLE (place text, name text, line jsonb)
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
  w record;
BEGIN
  FOR w IN SELECT split_part(c, '.', 1) AS place, split_part(c, '.', 2) AS name FROM unnest(columns) c
      WHERE has_table_privilege(format('public.%I', split_part(c, '.', 1)), 'SELECT') LOOP
    RETURN QUERY EXECUTE format('SELECT %1$L, %2$L, to_jsonb(t) FROM public.%1$I t WHERE t.%2$I = $1', w.place, w.name) USING the_id;
  END LOOP;
END $$;

-- ---- The parts: called by the functions at the end, and by nobody else -------------------------------------------------

-- Everyone who is meant: the person, whoever became them, whoever they became, and their account.
CREATE FUNCTION app.meant(the_person uuid, the_user uuid, OUT people uuid[], OUT users uuid[])
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
  WITH RECURSIVE line AS (
    SELECT p.id FROM person p WHERE p.id = the_person OR p.id = (SELECT u.person_id FROM "user" u WHERE u.id = the_user)
    UNION
    SELECT p.id FROM line l JOIN person o ON o.id = l.id JOIN person p ON p.id = o.merged_into_id OR p.merged_into_id = o.id
  ) SELECT COALESCE(array_agg(id), '{}') INTO people FROM line;
  SELECT COALESCE(array_agg(id), '{}') INTO users FROM "user" WHERE id = the_user OR person_id = ANY (people);
END $$;

-- All they are or were called, and reached by.
CREATE FUNCTION app.called(people uuid[], users uuid[]) RETURNS text[]
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT COALESCE(array_agg(DISTINCT n), '{}') FROM (
    SELECT unnest(ARRAY[name, email, phone]) FROM person WHERE id = ANY (people)
    UNION SELECT unnest(ARRAY[before, after]) FROM person_change WHERE person_id = ANY (people) AND what IN ('name', 'email', 'phone')
    UNION SELECT unnest(ARRAY[name, email]) FROM "user" WHERE id = ANY (users)
    UNION SELECT unnest(ARRAY[name, email]) FROM invitation WHERE person_id = ANY (people) OR accepted_by_id = ANY (users)
    UNION SELECT name FROM partnership_member WHERE person_id = ANY (people)
    UNION SELECT jsonb_path_query(data, '$.**.email ? (@.type() == "string")') #>> '{}' FROM event WHERE subject_id = ANY (people || users)
    UNION SELECT jsonb_path_query(data, '$.**.phone ? (@.type() == "string")') #>> '{}' FROM event WHERE subject_id = ANY (people || users)
  ) x(n) WHERE n IS NOT NULL AND n !~ '@erased\.invalid$' AND n <> 'Someone whose details were erased'
$$;

-- Cuts the names out of all words, but for the places that somebody looked at and found to mean another person.
CREATE FUNCTION app.cut_names(names text[], left_alone jsonb) RETURNS integer
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
DECLARE
  p record;
  w record;
  n integer;
  total integer := 0;
BEGIN
  SELECT * INTO p FROM app.naming(names);
  FOR w IN SELECT t.place, t.name, k.made FROM app.wordings() t, app.key_of(t.place) k ORDER BY t.place::text, t.name LOOP
    EXECUTE format('UPDATE %1$s t SET %2$I = app.cut_out(t.%2$I, $1, $2) WHERE app.names_in(t.%2$I::text, $1, $2)
        AND NOT $3 @> jsonb_build_array(jsonb_build_object(''place'', %1$L, ''name'', %2$L, ''key'', %3$s))', w.place, w.name, w.made)
      USING p.loose, p.exact, left_alone;
    GET DIAGNOSTICS n = ROW_COUNT;
    total := total + n;
  END LOOP;
  DELETE FROM idempotency_key WHERE app.names_in(result::text, p.loose, p.exact);
  DELETE FROM verification WHERE app.names_in(identifier, p.loose, p.exact) OR app.names_in(value, p.loose, p.exact);
  DELETE FROM import_draft d WHERE app.names_in(d.file_name, p.loose, p.exact) OR app.names_in(d.options::text, p.loose, p.exact)
    OR EXISTS (SELECT 1 FROM unnest(names) one WHERE position(convert_to(one, 'UTF8') IN d.body) > 0);
  RETURN total;
END $$;

-- What was written about them alone, wherever it is logged.
CREATE FUNCTION app.erase_log(people uuid[], users uuid[]) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
DECLARE
  own uuid[];
BEGIN
  SELECT array_agg(id) INTO own FROM (
    SELECT unnest(people || users) UNION ALL SELECT id FROM appointment WHERE person_id = ANY (people)
    UNION ALL SELECT record_id FROM note WHERE person_id = ANY (people)
    UNION ALL SELECT id FROM assessment WHERE person_id = ANY (people) UNION ALL SELECT id FROM engagement WHERE person_id = ANY (people)
    UNION ALL SELECT id FROM partnership_member WHERE person_id = ANY (people)
    UNION ALL SELECT i.id FROM partnership_interest i JOIN partnership_member m ON m.id = i.member_id WHERE m.person_id = ANY (people)
    UNION ALL SELECT id FROM invitation WHERE person_id = ANY (people) OR accepted_by_id = ANY (users)
  ) x(id);
  UPDATE event SET data = app.without_words(data) WHERE subject_id = ANY (own);
  UPDATE event SET client_address = NULL, browser = NULL WHERE actor_id = ANY (users);
  UPDATE merging_step SET before = app.without_words(before), after = app.without_words(after) WHERE merging_id IN (
    SELECT id FROM merging WHERE kept_person_id = ANY (people) OR merged_person_id = ANY (people));
END $$;

CREATE FUNCTION app.erase_people(people uuid[], at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE person SET name = 'Someone whose details were erased', email = NULL, phone = NULL, erased_at = COALESCE(erased_at, at),
    revision = revision + 1 WHERE id = ANY (people);
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
  UPDATE link SET revoked_at = at WHERE person_id = ANY (people) AND used_at IS NULL AND revoked_at IS NULL;
  DELETE FROM check_in_link WHERE seat_id IN (SELECT id FROM check_in_seat WHERE person_id = ANY (people));
  DELETE FROM check_in_answer WHERE is_draft AND seat_id IN (SELECT id FROM check_in_seat WHERE person_id = ANY (people));
END $$;

-- An account that is erased signs nobody in, and what it wrote keeps an author without a name.
CREATE FUNCTION app.erase_accounts(users uuid[], people uuid[], at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
DECLARE
  today date := (at AT TIME ZONE 'Europe/London')::date;
BEGIN
  DELETE FROM calendar_feed WHERE membership_id IN (SELECT id FROM membership WHERE user_id = ANY (users));
  UPDATE membership SET ends_on = GREATEST(starts_on, today) WHERE user_id = ANY (users) AND (ends_on IS NULL OR ends_on > today);
  UPDATE "user" SET name = 'Someone whose details were erased', email = 'erased-' || id || '@erased.invalid', email_verified = false,
    image = NULL, person_id = NULL, deactivated_at = COALESCE(deactivated_at, at), updated_at = at WHERE id = ANY (users);
  DELETE FROM session WHERE user_id = ANY (users);
  DELETE FROM account WHERE user_id = ANY (users);
  DELETE FROM second_factor WHERE user_id = ANY (users);
  DELETE FROM recovery_code WHERE user_id = ANY (users);
  DELETE FROM passkey WHERE user_id = ANY (users);
  DELETE FROM api_token WHERE user_id = ANY (users);
  DELETE FROM idempotency_key WHERE user_id = ANY (users);
  DELETE FROM import_draft WHERE by_user_id = ANY (users);
  DELETE FROM verification WHERE EXISTS (SELECT 1 FROM unnest(users) u WHERE position(u::text IN value) > 0);
  DELETE FROM check_in_link WHERE seat_id IN (SELECT id FROM check_in_seat WHERE user_id = ANY (users));
  DELETE FROM check_in_answer WHERE is_draft AND seat_id IN (SELECT id FROM check_in_seat WHERE user_id = ANY (users));
  UPDATE invitation SET name = 'Someone whose details were erased', email = 'erased-' || id || '@erased.invalid', token_hash = NULL,
    withdrawn_at = CASE WHEN accepted_at IS NULL THEN COALESCE(withdrawn_at, at) ELSE withdrawn_at END
    WHERE person_id = ANY (people) OR accepted_by_id = ANY (users);
END $$;

-- Mail to them that waits is not sent.
CREATE FUNCTION app.cancel_jobs(people uuid[], users uuid[]) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
BEGIN
  IF to_regclass('graphile_worker._private_jobs') IS NULL THEN
    RETURN;
  END IF;
  EXECUTE 'DELETE FROM graphile_worker._private_jobs j WHERE j.locked_at IS NULL AND EXISTS (SELECT 1 FROM unnest($1) id
      WHERE position(id::text IN j.payload::text) > 0)'
    USING people || users || ARRAY(SELECT id FROM link WHERE person_id = ANY (people))
      || ARRAY(SELECT id FROM check_in_seat WHERE person_id = ANY (people) OR user_id = ANY (users))
      || ARRAY(SELECT id FROM invitation WHERE person_id = ANY (people) OR accepted_by_id = ANY (users));
END $$;

-- All of it, and every page that is kept is made anew.
CREATE FUNCTION app.erase_all(the_person uuid, the_user uuid, left_alone jsonb, at timestamptz) RETURNS integer
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
DECLARE
  m record;
  names text[];
  cut integer;
BEGIN
  SELECT * INTO m FROM app.meant(the_person, the_user);
  names := app.called(m.people, m.users);
  PERFORM app.cancel_jobs(m.people, m.users), app.erase_log(m.people, m.users);
  cut := app.cut_names(names, left_alone);
  PERFORM app.erase_people(m.people, at), app.erase_accounts(m.users, m.people, at);
  INSERT INTO page_change (scope, changed_in)
    SELECT id, pg_current_xact_id()::text::bigint FROM (SELECT id FROM area UNION ALL SELECT '00000000-0000-0000-0000-000000000000') s
    ON CONFLICT (scope) DO UPDATE SET changed_in = excluded.changed_in;
  RETURN cut;
END $$;

-- ---- What the application may ask ------------------------------------------------------------------------------------

-- A lead asks for somebody to be erased whom their organisation recorded, or who holds or held a post there; anybody for
-- themselves. An admin decides. As for app.merge_people: each asks first what the policies would, and is maintenance only
-- while it works; what is written is ids, days and a word of a closed list.
CREATE FUNCTION app.ask_erasure(the_erasure uuid, the_person uuid, in_area uuid, for_organisation uuid, why text, on_day date) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asker text := app.principal();
  own uuid := app.user_id();
  problem text;
BEGIN
  IF own IS NULL OR app.token_id() IS NOT NULL OR (the_person IS NOT NULL AND NOT (in_area = ANY (app.leading_areas())
      AND for_organisation = ANY (app.leading_organisations()))) THEN
    RAISE EXCEPTION 'not theirs to ask' USING ERRCODE = '42501';
  END IF;
  PERFORM set_config('app.principal', 'maintenance', true);
  IF the_person IS NOT NULL AND NOT app.is_of(the_person, in_area) THEN
    RAISE EXCEPTION 'not theirs to ask' USING ERRCODE = '42501';
  END IF;
  problem := CASE
    WHEN EXISTS (SELECT 1 FROM erasure WHERE declined_on IS NULL AND done_on IS NULL
      AND CASE WHEN the_person IS NULL THEN user_id = own AND person_id IS NULL ELSE person_id = the_person END) THEN 'asked'
    WHEN the_person IS NULL AND EXISTS (SELECT 1 FROM "user" WHERE id = own AND demo) THEN 'demo'
    WHEN the_person IS NOT NULL AND EXISTS (SELECT 1 FROM "user" WHERE person_id = the_person AND demo) THEN 'demo'
    WHEN the_person IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person WHERE id = the_person AND recorded_by_organisation_id = for_organisation)
      AND NOT EXISTS (SELECT 1 FROM appointment WHERE person_id = the_person AND organisation_id = for_organisation) THEN 'held' END;
  IF problem IS NULL THEN
    INSERT INTO erasure (id, person_id, user_id, area_id, organisation_id, reason, asked_by_id, asked_on)
      VALUES (the_erasure, the_person, CASE WHEN the_person IS NULL THEN own END, in_area, for_organisation, why, own, on_day);
  END IF;
  PERFORM set_config('app.principal', asker, true);
  RETURN problem;
END $$;

-- Marks one place as meaning somebody else, or takes that back: by a lead of that area, who has looked (the command asks).
CREATE FUNCTION app.leave_alone(the_erasure uuid, place jsonb, alone boolean) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asker text := app.principal();
BEGIN
  IF app.user_id() IS NULL OR app.token_id() IS NOT NULL THEN
    RAISE EXCEPTION 'not theirs to say' USING ERRCODE = '42501';
  END IF;
  PERFORM set_config('app.principal', 'maintenance', true);
  UPDATE erasure SET left_alone = COALESCE((SELECT jsonb_agg(e) FROM jsonb_array_elements(left_alone) e WHERE e <> place), '[]')
      || CASE WHEN alone THEN jsonb_build_array(place) ELSE '[]' END
    WHERE id = the_erasure AND done_on IS NULL AND declined_on IS NULL AND area_id = ANY (app.leading_areas());
  PERFORM set_config('app.principal', asker, true);
END $$;

-- What an erasure would reach, as numbers alone: for the admin who decides, who sees no content.
CREATE FUNCTION app.preview_erasure(the_erasure uuid) RETURNS TABLE (what text, n bigint)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asker text := app.principal();
  for_admin boolean := app.is_admin();
  m record;
  p record;
  fk record;
BEGIN
  IF NOT for_admin THEN
    RAISE EXCEPTION 'for admins' USING ERRCODE = '42501';
  END IF;
  PERFORM set_config('app.principal', 'maintenance', true);
  SELECT x.* INTO m FROM erasure e, app.meant(e.person_id, e.user_id) x WHERE e.id = the_erasure;
  SELECT * INTO p FROM app.naming(app.called(m.people, m.users));
  RETURN QUERY SELECT 'account', cardinality(m.users)::bigint;
  RETURN QUERY SELECT 'left alone', jsonb_array_length(left_alone)::bigint FROM erasure WHERE id = the_erasure;
  FOR fk IN SELECT r.place::text AS place, string_agg(format('t.%I = ANY ($1)', r.name), ' OR ') AS named
      FROM app.references_to('person') r WHERE r.place <> '"user"'::regclass GROUP BY 1 ORDER BY 1 LOOP
    RETURN QUERY EXECUTE format('SELECT %1$L, count(*) FROM %1$s t WHERE %2$s', fk.place, fk.named) USING m.people;
  END LOOP;
  FOR fk IN SELECT CASE WHEN w.place IN ('event'::regclass, 'merging_step'::regclass, 'import'::regclass) THEN 'logged' ELSE 'words' END AS kind,
      w.place, w.name FROM app.wordings() w LOOP
    RETURN QUERY EXECUTE format('SELECT %1$L, count(*) FROM %2$s t WHERE app.names_in(t.%3$I::text, $1, $2)', fk.kind, fk.place, fk.name)
      USING p.loose, p.exact;
  END LOOP;
  PERFORM set_config('app.principal', asker, true);
END $$;

-- Carries an erasure out, or declines it: an admin, and not for themselves. The answer: in how many places words were cut.
CREATE FUNCTION app.decide_erasure(the_erasure uuid, carry_out boolean, at timestamptz) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asker text := app.principal();
  own uuid := app.user_id();
  for_admin boolean := app.is_admin() AND app.token_id() IS NULL;
  e erasure;
  m record;
  cut integer := 0;
BEGIN
  PERFORM set_config('app.principal', 'maintenance', true);
  SELECT * INTO e FROM erasure WHERE id = the_erasure AND done_on IS NULL AND declined_on IS NULL FOR UPDATE;
  SELECT * INTO m FROM app.meant(e.person_id, e.user_id);
  IF NOT for_admin OR e.id IS NULL OR own = ANY (m.users)
     OR EXISTS (SELECT 1 FROM "user" WHERE id = ANY (m.users) AND demo) THEN
    RAISE EXCEPTION 'not theirs to decide' USING ERRCODE = '42501';
  END IF;
  IF carry_out THEN
    cut := app.erase_all(e.person_id, e.user_id, e.left_alone, at);
  END IF;
  UPDATE erasure SET decided_by_id = own, done_on = CASE WHEN carry_out THEN (at AT TIME ZONE 'Europe/London')::date END,
    declined_on = CASE WHEN carry_out THEN NULL ELSE (at AT TIME ZONE 'Europe/London')::date END WHERE id = the_erasure;
  PERFORM set_config('app.principal', asker, true);
  RETURN cut;
END $$;

-- Does again, after a backup was put back, what was done since it was taken: for the owner alone.
CREATE FUNCTION app.redo_erasure(the_erasure uuid, the_person uuid, the_user uuid, why text, left_alone jsonb, done date) RETURNS boolean
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app.is_maintenance() OR EXISTS (SELECT 1 FROM erasure WHERE id = the_erasure AND done_on IS NOT NULL) THEN
    RETURN false;
  END IF;
  PERFORM app.erase_all(the_person, the_user, left_alone, done::timestamptz);
  UPDATE erasure SET declined_on = CURRENT_DATE WHERE id <> the_erasure AND done_on IS NULL AND declined_on IS NULL
    AND COALESCE(person_id, user_id) = COALESCE(the_person, the_user);
  INSERT INTO erasure (id, person_id, user_id, reason, asked_on, left_alone, done_on)
    VALUES (the_erasure, the_person, the_user, why, done, left_alone, done)
    ON CONFLICT (id) DO UPDATE SET done_on = excluded.done_on, left_alone = excluded.left_alone, declined_on = NULL;
  RETURN true;
END $$;

REVOKE ALL ON FUNCTION app.naming(text[]), app.names_in(text, text, text), app.cut_out(text, text, text), app.cut_out(jsonb, text, text),
  app.without_words(jsonb), app.wordings(), app.words_naming(text[]), app.rows_naming(text[], uuid), app.meant(uuid, uuid), app.called(uuid[], uuid[]),
  app.cut_names(text[], jsonb), app.erase_log(uuid[], uuid[]), app.erase_people(uuid[], timestamptz),
  app.erase_accounts(uuid[], uuid[], timestamptz), app.cancel_jobs(uuid[], uuid[]), app.erase_all(uuid, uuid, jsonb, timestamptz),
  app.ask_erasure(uuid, uuid, uuid, uuid, text, date), app.leave_alone(uuid, jsonb, boolean), app.preview_erasure(uuid),
  app.decide_erasure(uuid, boolean, timestamptz), app.redo_erasure(uuid, uuid, uuid, text, jsonb, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.naming(text[]), app.names_in(text, text, text), app.wordings(), app.words_naming(text[]), app.rows_naming(text[], uuid),
  app.key_of(regclass),
  app.ask_erasure(uuid, uuid, uuid, uuid, text, date), app.leave_alone(uuid, jsonb, boolean), app.preview_erasure(uuid),
  app.decide_erasure(uuid, boolean, timestamptz) TO common_ground_app;
