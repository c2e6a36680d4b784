-- Two records of one person, or of one organisation: which were made one, what moved so that it can be undone exactly,
-- and which pairs were said not to be the same. Why it moves and does not resolve: docs/decisions/0017.

-- AlterTable
ALTER TABLE "person" ADD COLUMN "merged_into_id" UUID;

-- AlterTable
ALTER TABLE "organisation" ADD COLUMN "merged_into_id" UUID;

-- CreateTable
CREATE TABLE "merging" (
    "id" UUID NOT NULL,
    "kept_person_id" UUID,
    "merged_person_id" UUID,
    "kept_organisation_id" UUID,
    "merged_organisation_id" UUID,
    "area_id" UUID,
    "organisation_id" UUID,
    "by_user_id" UUID NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,

    CONSTRAINT "merging_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "merging_step" (
    "id" UUID NOT NULL,
    "merging_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "column_name" TEXT,
    "key" JSONB NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "merging_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "told_apart" (
    "id" UUID NOT NULL,
    "first_person_id" UUID,
    "second_person_id" UUID,
    "first_organisation_id" UUID,
    "second_organisation_id" UUID,
    "area_id" UUID,
    "organisation_id" UUID,
    "by_user_id" UUID NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "told_apart_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "person_merged_into_id_idx" ON "person"("merged_into_id");

-- CreateIndex
CREATE INDEX "organisation_merged_into_id_idx" ON "organisation"("merged_into_id");

-- CreateIndex
CREATE INDEX "merging_kept_person_id_idx" ON "merging"("kept_person_id");

-- CreateIndex
CREATE INDEX "merging_merged_person_id_idx" ON "merging"("merged_person_id");

-- CreateIndex
CREATE INDEX "merging_kept_organisation_id_idx" ON "merging"("kept_organisation_id");

-- CreateIndex
CREATE INDEX "merging_merged_organisation_id_idx" ON "merging"("merged_organisation_id");

-- CreateIndex
CREATE INDEX "merging_area_id_idx" ON "merging"("area_id");

-- CreateIndex
CREATE INDEX "merging_organisation_id_idx" ON "merging"("organisation_id");

-- CreateIndex
CREATE INDEX "merging_by_user_id_idx" ON "merging"("by_user_id");

-- CreateIndex
CREATE INDEX "merging_undone_by_id_idx" ON "merging"("undone_by_id");

-- CreateIndex
CREATE INDEX "merging_step_merging_id_position_idx" ON "merging_step"("merging_id", "position");

-- CreateIndex
CREATE INDEX "told_apart_second_person_id_idx" ON "told_apart"("second_person_id");

-- CreateIndex
CREATE INDEX "told_apart_second_organisation_id_idx" ON "told_apart"("second_organisation_id");

-- CreateIndex
CREATE INDEX "told_apart_area_id_idx" ON "told_apart"("area_id");

-- CreateIndex
CREATE INDEX "told_apart_organisation_id_idx" ON "told_apart"("organisation_id");

-- CreateIndex
CREATE INDEX "told_apart_by_user_id_idx" ON "told_apart"("by_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "told_apart_first_person_id_second_person_id_area_id_key" ON "told_apart"("first_person_id", "second_person_id", "area_id");

-- CreateIndex
CREATE UNIQUE INDEX "told_apart_first_organisation_id_second_organisation_id_key" ON "told_apart"("first_organisation_id", "second_organisation_id");

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merging" ADD CONSTRAINT "merging_kept_person_id_fkey" FOREIGN KEY ("kept_person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merging" ADD CONSTRAINT "merging_merged_person_id_fkey" FOREIGN KEY ("merged_person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merging" ADD CONSTRAINT "merging_kept_organisation_id_fkey" FOREIGN KEY ("kept_organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merging" ADD CONSTRAINT "merging_merged_organisation_id_fkey" FOREIGN KEY ("merged_organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merging" ADD CONSTRAINT "merging_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merging" ADD CONSTRAINT "merging_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merging" ADD CONSTRAINT "merging_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merging" ADD CONSTRAINT "merging_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merging_step" ADD CONSTRAINT "merging_step_merging_id_fkey" FOREIGN KEY ("merging_id") REFERENCES "merging"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "told_apart" ADD CONSTRAINT "told_apart_first_person_id_fkey" FOREIGN KEY ("first_person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "told_apart" ADD CONSTRAINT "told_apart_second_person_id_fkey" FOREIGN KEY ("second_person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "told_apart" ADD CONSTRAINT "told_apart_first_organisation_id_fkey" FOREIGN KEY ("first_organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "told_apart" ADD CONSTRAINT "told_apart_second_organisation_id_fkey" FOREIGN KEY ("second_organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "told_apart" ADD CONSTRAINT "told_apart_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "told_apart" ADD CONSTRAINT "told_apart_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "told_apart" ADD CONSTRAINT "told_apart_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE told_apart ADD CONSTRAINT told_apart_once CHECK (first_person_id < second_person_id AND first_organisation_id < second_organisation_id);

-- ---- Who may see and add which row -----------------------------------------------------------------------------------

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['merging', 'merging_step', 'told_apart'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY maintenance ON %I TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance())', t);
  END LOOP;
END $$;

-- What moved is nobody's to read: it names the other side's own notes. The functions below alone write it and read it.
GRANT SELECT ON merging TO common_ground_app;
GRANT SELECT, INSERT ON told_apart TO common_ground_app;

-- That two people became one is seen where it was done, by whoever sees who they are now; of organisations, by admins.
CREATE POLICY seen ON merging FOR SELECT TO common_ground_app USING (
  (area_id = ANY ((SELECT app.areas())::uuid[]) AND EXISTS (SELECT 1 FROM appointment a WHERE a.person_id = merging.kept_person_id))
  OR ((SELECT app.is_admin()) AND kept_organisation_id IS NOT NULL)
);
CREATE POLICY seen ON told_apart FOR SELECT TO common_ground_app USING (
  (area_id = ANY ((SELECT app.areas())::uuid[])
    AND EXISTS (SELECT 1 FROM appointment a WHERE a.person_id = told_apart.first_person_id)
    AND EXISTS (SELECT 1 FROM appointment a WHERE a.person_id = told_apart.second_person_id))
  OR ((SELECT app.is_admin()) AND first_organisation_id IS NOT NULL)
);
CREATE POLICY written ON told_apart FOR INSERT TO common_ground_app WITH CHECK (
  by_user_id = (SELECT app.user_id()) AND (
    (area_id = ANY ((SELECT app.writing_areas())::uuid[]) AND organisation_id = ANY ((SELECT app.writing_organisations())::uuid[]))
    OR ((SELECT app.is_admin()) AND first_organisation_id IS NOT NULL)
  )
);

-- Who recorded it is not changed, but for an organisation that turns out to be another one.
CREATE OR REPLACE FUNCTION app.keep_record_identity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.kind, OLD.area_id, OLD.side, OLD.author_id, OLD.recorded_on, OLD.recorded_at)
     IS DISTINCT FROM (NEW.kind, NEW.area_id, NEW.side, NEW.author_id, NEW.recorded_on, NEW.recorded_at)
     OR (OLD.organisation_id <> NEW.organisation_id AND NOT app.is_maintenance())
     OR OLD.relationship_id IS DISTINCT FROM NEW.relationship_id THEN
    RAISE EXCEPTION 'who recorded it, about whom and when is not changed' USING ERRCODE = '23514';
  END IF;
  IF OLD.level <> NEW.level AND NOT (OLD.level = 'personal' OR (OLD.level = 'side' AND NEW.level = 'shared')) THEN
    RAISE EXCEPTION 'a record is not narrowed' USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;

-- ---- The parts: called by the functions at the end, and by nobody else -------------------------------------------------

-- Every column that names a person or an organisation, by the catalogue: a table made tomorrow is moved too. What tells
-- of mergings themselves stays. An organisation is also named where no foreign key says so.
CREATE FUNCTION app.references_to(target regclass) RETURNS TABLE (place regclass, name text)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT c.conrelid::regclass, a.attname::text FROM pg_constraint c
  JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
  WHERE c.contype = 'f' AND c.confrelid = target AND cardinality(c.conkey) = 1 AND c.connamespace = 'public'::regnamespace
    AND a.attname <> 'merged_into_id'
    AND NOT (c.conrelid IN ('merging'::regclass, 'told_apart'::regclass) AND a.attname <> 'organisation_id')
  UNION ALL
  SELECT place, 'organisation_id' FROM unnest(ARRAY['event', 'action_state', 'import']::regclass[]) place
  WHERE target = 'organisation'::regclass
$$;

-- How a row is told from others, as SQL: its key as JSON, and finding it again as `t` by a step `s`. Who came to a meeting
-- is found by the meeting: its lines are written anew when it is edited.
CREATE FUNCTION app.key_of(place regclass, OUT made text, OUT same text)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT 'jsonb_build_object(' || string_agg(format('%1$L, t.%1$I', k.name), ', ') || ')',
    string_agg(format('t.%1$I = (s.key ->> %1$L)::%2$s', k.name, k.type), ' AND ')
  FROM (
    SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type FROM pg_index i
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
    WHERE i.indrelid = place AND i.indisprimary AND place <> 'meeting_attendance'::regclass
    UNION ALL SELECT 'meeting_id', 'uuid' WHERE place = 'meeting_attendance'::regclass
  ) k
$$;

CREATE FUNCTION app.keep_step(the_merging uuid, at_place regclass, its_key jsonb, was jsonb, becomes jsonb) RETURNS void
LANGUAGE sql VOLATILE SET search_path = public, pg_temp AS $$
  INSERT INTO merging_step (id, merging_id, position, place, key, before, after)
  SELECT gen_random_uuid(), the_merging, COALESCE(max(position), 0) + 1, at_place::text, its_key, was, becomes
  FROM merging_step WHERE merging_id = the_merging
$$;

-- Everything that names one names the other; every row that moved is kept.
CREATE FUNCTION app.move_references(target regclass, the_merging uuid, from_id uuid, to_id uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
DECLARE
  fk record;
BEGIN
  FOR fk IN SELECT r.place, r.name, k.made FROM app.references_to(target) r, app.key_of(r.place) k ORDER BY r.place::text, r.name LOOP
    EXECUTE format('WITH moved AS (UPDATE %1$s t SET %2$I = $2 WHERE t.%2$I = $1 RETURNING %3$s AS key)
        INSERT INTO merging_step (id, merging_id, position, place, column_name, key)
        SELECT gen_random_uuid(), $3, 1000000, %1$L, %2$L, key FROM moved', fk.place, fk.name, fk.made)
      USING from_id, to_id, the_merging;
  END LOOP;
END $$;

-- The way back: what moved first, then what was put together, last first. What somebody changed since stays as they left
-- it; how many such rows of the shared registers there are is the answer, and nothing of what a side keeps to itself.
CREATE FUNCTION app.take_steps_back(the_merging uuid, from_id uuid, to_id uuid) RETURNS integer
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
DECLARE
  own CONSTANT text[] := ARRAY['note', 'assessment', 'engagement', 'evidence_link', '"user"', 'event'];
  same text;
  step record;
  col text;
  done integer;
  stays integer := 0;
BEGIN
  FOR step IN SELECT place, column_name, count(*)::int AS steps FROM merging_step
      WHERE merging_id = the_merging AND column_name IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2 LOOP
    SELECT k.same INTO same FROM app.key_of(step.place::regclass) k;
    EXECUTE format('UPDATE %1$s t SET %2$I = $3 FROM merging_step s
        WHERE s.merging_id = $1 AND s.place = %1$L AND s.column_name = %2$L AND t.%2$I = $2 AND %3$s',
        step.place, step.column_name, same)
      USING the_merging, from_id, to_id;
    GET DIAGNOSTICS done = ROW_COUNT;
    stays := stays + CASE WHEN step.place = ANY (own) THEN 0 ELSE step.steps - done END;
  END LOOP;
  FOR step IN SELECT * FROM merging_step WHERE merging_id = the_merging AND column_name IS NULL ORDER BY position DESC LOOP
    SELECT k.same INTO same FROM app.key_of(step.place::regclass) k;
    IF step.after IS NULL THEN
      -- Somebody who came twice, came: unless the meeting says by now that they did not.
      EXECUTE format('INSERT INTO %1$s SELECT one.* FROM jsonb_populate_record(NULL::%1$s, $1) one
          WHERE %1$L <> ''meeting_attendance'' OR EXISTS (SELECT 1 FROM meeting_attendance m
            WHERE m.meeting_id = ($1 ->> ''meeting_id'')::uuid AND m.person_id = $2)
          ON CONFLICT DO NOTHING', step.place)
        USING step.before, from_id;
      GET DIAGNOSTICS done = ROW_COUNT;
      stays := stays + 1 - done;
    ELSE
      FOR col IN SELECT b.key FROM jsonb_each(step.before) b WHERE b.key <> 'revision'
          AND b.value IS DISTINCT FROM step.after -> b.key ORDER BY 1 LOOP
        EXECUTE format('UPDATE %1$s t SET %2$I = (jsonb_populate_record(NULL::%1$s, s.before)).%2$I FROM merging_step s
            WHERE s.id = $1 AND %3$s AND to_jsonb(t) -> %2$L = s.after -> %2$L
              AND (%1$L <> ''meeting_attendance'' OR to_jsonb(t) ->> ''person_id'' = $2::text)', step.place, col, same)
          USING step.id, from_id;
        GET DIAGNOSTICS done = ROW_COUNT;
        stays := stays + 1 - done;
      END LOOP;
    END IF;
  END LOOP;
  RETURN stays;
END $$;

-- Whether the asker writes about it.
CREATE FUNCTION app.reaches(of_area uuid, of_relationship uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT of_area = ANY (app.writing_areas()) AND (of_relationship IS NULL OR of_relationship = ANY (app.relationships()))
$$;

-- What of the score may follow a person, within the asker's reach: the shared records that name them, and their posts.
CREATE FUNCTION app.named_in(the_person uuid) RETURNS SETOF uuid
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
DECLARE
  fk record;
BEGIN
  RETURN QUERY SELECT a.id FROM appointment a WHERE a.person_id = the_person
    AND a.area_id = ANY (app.writing_areas()) AND a.organisation_id = ANY (app.register());
  FOR fk IN
    SELECT r.place, r.name, a.attname AS record FROM app.references_to('person') r
    JOIN pg_constraint c ON c.conrelid = r.place AND c.contype = 'f' AND cardinality(c.conkey) = 1
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.confrelid = 'record'::regclass OR EXISTS (SELECT 1 FROM pg_index i
      JOIN pg_attribute k ON k.attrelid = i.indrelid AND k.attnum = i.indkey[0]
      WHERE i.indrelid = c.confrelid AND i.indisprimary AND i.indnatts = 1 AND k.attname = 'record_id')
  LOOP
    RETURN QUERY EXECUTE format('SELECT r.id FROM %1$s t JOIN record r ON r.id = t.%2$I
        WHERE t.%3$I = $1 AND r.level = ''shared'' AND app.reaches(r.area_id, r.relationship_id)', fk.place, fk.record, fk.name)
      USING the_person;
  END LOOP;
END $$;

-- Where somebody holds a post or came to a meeting beyond the asker's reach. Only these two can change a figure when two
-- people become one, and only where both have one.
CREATE FUNCTION app.far_places(the_person uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT place FROM (
    SELECT r.area_id, r.relationship_id, app.reaches(r.area_id, r.relationship_id) AS near
    FROM meeting_attendance m JOIN record r ON r.id = m.meeting_id WHERE m.person_id = the_person AND r.level = 'shared'
    UNION ALL
    SELECT a.area_id, l.id, a.area_id = ANY (app.writing_areas()) AND a.organisation_id = ANY (app.register())
    FROM appointment a LEFT JOIN relationship l ON l.area_id = a.area_id AND l.council_id = a.organisation_id
    WHERE a.person_id = the_person AND a.area_id IS NOT NULL
  ) one CROSS JOIN LATERAL unnest(ARRAY[relationship_id, CASE WHEN area_id = ANY (app.writing_areas()) THEN NULL ELSE area_id END]) place
  WHERE NOT near AND place IS NOT NULL
$$;

CREATE FUNCTION app.share_far_place(one uuid, other uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT app.far_places(one) INTERSECT SELECT app.far_places(other))
$$;

-- Whether the asker sees somebody in an area they write in, as the policy of appointments says it.
CREATE FUNCTION app.is_of(the_person uuid, of_area uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT of_area = ANY (app.writing_areas())
    AND EXISTS (SELECT 1 FROM person p WHERE p.id = the_person AND p.erased_at IS NULL AND p.merged_into_id IS NULL)
    AND EXISTS (SELECT 1 FROM appointment a WHERE a.person_id = the_person
      AND a.organisation_id = ANY (app.register()) AND (a.area_id IS NULL OR a.area_id = of_area))
$$;

-- What shows that they are two, or stands in the way of one.
CREATE FUNCTION app.two_people(kept uuid, merged uuid) RETURNS text
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT CASE
    WHEN (SELECT count(*) FROM "user" WHERE person_id IN (kept, merged)) > 1 THEN 'accounts'
    WHEN EXISTS (SELECT 1 FROM meeting_attendance k JOIN meeting_attendance m ON m.meeting_id = k.meeting_id AND m.side <> k.side
      JOIN record r ON r.id = k.meeting_id
      WHERE k.person_id = kept AND m.person_id = merged AND app.reaches(r.area_id, r.relationship_id)) THEN 'sides'
    WHEN EXISTS (SELECT 1 FROM commitment c JOIN record r ON r.id = c.record_id
      WHERE (c.by_person_id, c.to_person_id) IN ((kept, merged), (merged, kept)) AND app.reaches(r.area_id, r.relationship_id)) THEN 'promise'
    WHEN EXISTS (SELECT 1 FROM handover h JOIN record r ON r.id = h.record_id
      WHERE (h.outgoing_id, h.incoming_id) IN ((kept, merged), (merged, kept)) AND app.reaches(r.area_id, r.relationship_id)) THEN 'handover'
    WHEN app.share_far_place(kept, merged) THEN 'far'
  END
$$;

-- Who came twice to one meeting came once, as whoever is said to have come.
CREATE FUNCTION app.join_attendances(the_merging uuid, kept uuid, merged uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
DECLARE
  pair record;
BEGIN
  FOR pair IN SELECT m.meeting_id, to_jsonb(k) AS one, to_jsonb(m) AS other, m.attendance < k.attendance AS came,
      m.attendance AS attendance, m.capacity AS capacity, k.id AS kept_row, m.id AS merged_row
      FROM meeting_attendance k JOIN meeting_attendance m ON m.meeting_id = k.meeting_id
      WHERE k.person_id = kept AND m.person_id = merged ORDER BY 1 LOOP
    DELETE FROM meeting_attendance WHERE id = pair.merged_row;
    PERFORM app.keep_step(the_merging, 'meeting_attendance', jsonb_build_object('meeting_id', pair.meeting_id), pair.other, NULL);
    IF pair.came THEN
      UPDATE meeting_attendance SET attendance = pair.attendance, capacity = pair.capacity WHERE id = pair.kept_row;
      PERFORM app.keep_step(the_merging, 'meeting_attendance', jsonb_build_object('meeting_id', pair.meeting_id), pair.one,
        (SELECT to_jsonb(k) FROM meeting_attendance k WHERE k.id = pair.kept_row));
    END IF;
  END LOOP;
END $$;

-- The same post twice is one post, with what either said of it. One that leads or is handed over is the one that stays;
-- where both are, both do.
CREATE FUNCTION app.join_posts(the_merging uuid, kept uuid, merged uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
DECLARE
  m appointment;
  k appointment;
  gone appointment;
  stays appointment;
BEGIN
  FOR m IN SELECT * FROM appointment WHERE person_id = merged ORDER BY id LOOP
    SELECT a.* INTO k FROM appointment a WHERE a.person_id = kept AND a.organisation_id = m.organisation_id
      AND a.area_id IS NOT DISTINCT FROM m.area_id AND a.role = m.role AND a.level = m.level
      AND a.ends_on IS NOT DISTINCT FROM m.ends_on
      AND COALESCE(lower(a.topic) = lower(m.topic), true) AND COALESCE(lower(a.ward) = lower(m.ward), true)
      AND COALESCE(lower(a.party) = lower(m.party), true) AND COALESCE(lower(a.cabinet_post) = lower(m.cabinet_post), true)
      ORDER BY a.id LIMIT 1;
    CONTINUE WHEN NOT FOUND;
    gone := CASE WHEN app.is_plain_post(m) THEN m WHEN app.is_plain_post(k) THEN k END;
    CONTINUE WHEN gone.id IS NULL;
    stays := CASE WHEN gone.id = m.id THEN k ELSE m END;
    DELETE FROM appointment WHERE id = gone.id;
    PERFORM app.keep_step(the_merging, 'appointment', jsonb_build_object('id', gone.id), to_jsonb(gone), NULL);
    UPDATE appointment SET topic = COALESCE(topic, gone.topic), ward = COALESCE(ward, gone.ward), party = COALESCE(party, gone.party),
      cabinet_post = COALESCE(cabinet_post, gone.cabinet_post), starts_on = LEAST(starts_on, gone.starts_on),
      checked_on = GREATEST(checked_on, gone.checked_on) WHERE id = stays.id;
    PERFORM app.keep_step(the_merging, 'appointment', jsonb_build_object('id', stays.id), to_jsonb(stays),
      (SELECT to_jsonb(a) FROM appointment a WHERE a.id = stays.id));
  END LOOP;
END $$;

CREATE FUNCTION app.is_plain_post(post appointment) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT NOT post.is_lead AND NOT EXISTS (SELECT 1 FROM handover h WHERE h.appointment_id = post.id)
$$;

-- ---- What the application may ask ------------------------------------------------------------------------------------

-- Makes two people one. It must look past row security, as the other side's own notes of them move too, which the asker
-- never sees: it acts as maintenance while it works. That is safe because
--   · it asks first what the policies ask: an editor of the area, who sees both people in it;
--   · nothing of the caller's making is written: the values come from the two rows, `taken` names columns of a closed list;
--   · it answers with a word why not, or with ids of shared records and posts within the asker's own reach;
--   · what it notes for the way back nobody can read;
--   · being maintenance ends with the function; an error takes it back with the transaction.
CREATE FUNCTION app.merge_people(the_merging uuid, in_area uuid, for_organisation uuid, kept uuid, merged uuid, taken text[], at timestamptz)
RETURNS TABLE (problem text, touched uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asker text := app.principal();
  why text;
  ids uuid[];
  was person;
BEGIN
  PERFORM set_config('app.principal', 'maintenance', true);
  PERFORM 1 FROM person WHERE id IN (kept, merged) ORDER BY id FOR UPDATE;
  IF asker NOT LIKE 'user:%' OR kept = merged OR NOT (app.is_of(kept, in_area) AND app.is_of(merged, in_area))
     OR NOT for_organisation = ANY (app.writing_organisations()) OR NOT taken <@ ARRAY['name', 'email', 'phone'] THEN
    RAISE EXCEPTION 'not theirs to make one' USING ERRCODE = '42501';
  END IF;
  why := app.two_people(kept, merged);
  IF why IS NOT NULL THEN
    PERFORM set_config('app.principal', asker, true);
    RETURN QUERY SELECT why, NULL::uuid;
    RETURN;
  END IF;
  ids := ARRAY(SELECT app.named_in(merged) UNION SELECT a.id FROM appointment a WHERE a.person_id = kept
    AND a.area_id = ANY (app.writing_areas()) AND a.organisation_id = ANY (app.register()));
  INSERT INTO merging (id, kept_person_id, merged_person_id, area_id, organisation_id, by_user_id, merged_at)
    VALUES (the_merging, kept, merged, in_area, for_organisation, substr(asker, 6)::uuid, at);
  PERFORM app.join_attendances(the_merging, kept, merged), app.join_posts(the_merging, kept, merged);
  PERFORM app.move_references('person', the_merging, merged, kept);
  SELECT * INTO was FROM person WHERE id = kept;
  UPDATE person p SET name = CASE WHEN 'name' = ANY (taken) THEN m.name ELSE p.name END,
    email = CASE WHEN 'email' = ANY (taken) THEN m.email ELSE p.email END,
    phone = CASE WHEN 'phone' = ANY (taken) THEN m.phone ELSE p.phone END, revision = p.revision + 1
    FROM person m WHERE p.id = kept AND m.id = merged;
  PERFORM app.keep_step(the_merging, 'person', jsonb_build_object('id', kept), to_jsonb(was), (SELECT to_jsonb(p) FROM person p WHERE p.id = kept));
  SELECT * INTO was FROM person WHERE id = merged;
  UPDATE person SET merged_into_id = kept, revision = revision + 1 WHERE id = merged;
  PERFORM app.keep_step(the_merging, 'person', jsonb_build_object('id', merged), to_jsonb(was), (SELECT to_jsonb(p) FROM person p WHERE p.id = merged));
  PERFORM set_config('app.principal', asker, true);
  RETURN QUERY SELECT NULL::text, id FROM unnest(ids) id;
END $$;

-- What shows that two organisations are not one, or stands in the way.
CREATE FUNCTION app.two_organisations(k organisation, m organisation) RETURNS text
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT CASE
    WHEN 'council' = ANY (k.kinds) <> ('council' = ANY (m.kinds)) OR 'partnership' = ANY (k.kinds) <> ('partnership' = ANY (m.kinds))
      OR k.area_id IS DISTINCT FROM m.area_id THEN 'kinds'
    WHEN k.county_id = m.id OR m.county_id = k.id OR EXISTS (SELECT 1 FROM organisation_succession s
      WHERE (s.predecessor_id, s.successor_id) IN ((k.id, m.id), (m.id, k.id))) THEN 'follows'
    WHEN EXISTS (SELECT 1 FROM relationship a JOIN relationship b ON b.area_id = a.area_id AND b.council_id = m.id WHERE a.council_id = k.id)
      OR (SELECT count(*) FROM area WHERE partnership_id IN (k.id, m.id)) > 1 THEN 'areas'
    WHEN EXISTS (SELECT 1 FROM person_external_id a JOIN person_external_id b ON b.value = a.value AND b.organisation_id = m.id
      AND b.person_id <> a.person_id WHERE a.organisation_id = k.id) THEN 'ids'
  END
$$;

-- What both say is said once: the same id of one person, the same successor.
CREATE FUNCTION app.join_registers(the_merging uuid, kept uuid, merged uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
DECLARE
  twin record;
BEGIN
  FOR twin IN
    SELECT 'person_external_id'::regclass AS place, b.id, to_jsonb(b) AS was FROM person_external_id a
    JOIN person_external_id b ON b.value = a.value AND b.organisation_id = merged WHERE a.organisation_id = kept
    UNION ALL
    SELECT 'organisation_succession'::regclass, b.id, to_jsonb(b) FROM organisation_succession a JOIN organisation_succession b
    ON (a.predecessor_id = kept AND b.predecessor_id = merged AND a.successor_id = b.successor_id)
      OR (a.successor_id = kept AND b.successor_id = merged AND a.predecessor_id = b.predecessor_id)
    ORDER BY 2
  LOOP
    EXECUTE format('DELETE FROM %s WHERE id = $1', twin.place) USING twin.id;
    PERFORM app.keep_step(the_merging, twin.place, jsonb_build_object('id', twin.id), twin.was, NULL);
  END LOOP;
END $$;

-- Makes two organisations one: for admins alone, who learn a word why not, and nothing of any record. As safe as the one
-- above, for the same reasons.
CREATE FUNCTION app.merge_organisations(the_merging uuid, kept uuid, merged uuid, taken text[], at timestamptz) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asker text := app.principal();
  for_admin boolean := app.is_admin();
  k organisation;
  m organisation;
  why text;
BEGIN
  PERFORM set_config('app.principal', 'maintenance', true);
  PERFORM 1 FROM organisation WHERE id IN (kept, merged) ORDER BY id FOR UPDATE;
  SELECT * INTO k FROM organisation WHERE id = kept AND merged_into_id IS NULL AND NOT 'programme' = ANY (kinds);
  SELECT * INTO m FROM organisation WHERE id = merged AND merged_into_id IS NULL AND NOT 'programme' = ANY (kinds);
  IF NOT for_admin OR kept = merged OR k.id IS NULL OR m.id IS NULL
     OR NOT taken <@ ARRAY['name', 'short_name', 'tier', 'code', 'gss_code', 'region', 'starts_on', 'ends_on'] THEN
    RAISE EXCEPTION 'not theirs to make one' USING ERRCODE = '42501';
  END IF;
  why := app.two_organisations(k, m);
  IF why IS NULL THEN
    INSERT INTO merging (id, kept_organisation_id, merged_organisation_id, by_user_id, merged_at)
      VALUES (the_merging, kept, merged, substr(asker, 6)::uuid, at);
    PERFORM app.join_registers(the_merging, kept, merged);
    PERFORM app.move_references('organisation', the_merging, merged, kept);
    -- A council has its code alone.
    UPDATE organisation SET merged_into_id = kept, revision = revision + 1, code = CASE WHEN 'code' = ANY (taken) THEN NULL ELSE code END
      WHERE id = merged;
    PERFORM app.keep_step(the_merging, 'organisation', jsonb_build_object('id', merged), to_jsonb(m),
      (SELECT to_jsonb(o) FROM organisation o WHERE o.id = merged));
    UPDATE organisation SET revision = revision + 1,
      name = CASE WHEN 'name' = ANY (taken) THEN m.name ELSE name END,
      short_name = CASE WHEN 'short_name' = ANY (taken) THEN m.short_name ELSE short_name END,
      tier = CASE WHEN 'tier' = ANY (taken) THEN m.tier ELSE tier END,
      code = CASE WHEN 'code' = ANY (taken) THEN m.code ELSE code END,
      gss_code = CASE WHEN 'gss_code' = ANY (taken) THEN m.gss_code ELSE gss_code END,
      region = CASE WHEN 'region' = ANY (taken) THEN m.region ELSE region END,
      starts_on = CASE WHEN 'starts_on' = ANY (taken) THEN m.starts_on ELSE starts_on END,
      ends_on = CASE WHEN 'ends_on' = ANY (taken) THEN m.ends_on ELSE ends_on END
      WHERE id = kept;
    PERFORM app.keep_step(the_merging, 'organisation', jsonb_build_object('id', kept), to_jsonb(k),
      (SELECT to_jsonb(o) FROM organisation o WHERE o.id = kept));
  END IF;
  PERFORM set_config('app.principal', asker, true);
  RETURN why;
END $$;

-- Undoes a merging: of people by any editor of the area who sees the person, of organisations by an admin. `stays`: how
-- many rows of the shared registers somebody changed since, which stay as they are.
CREATE FUNCTION app.undo_merging(the_merging uuid, at timestamptz) RETURNS TABLE (problem text, touched uuid, stays integer)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asker text := app.principal();
  for_admin boolean := app.is_admin();
  one merging;
  why text;
  left_alone integer := 0;
  ids uuid[] := '{}';
BEGIN
  PERFORM set_config('app.principal', 'maintenance', true);
  SELECT * INTO one FROM merging WHERE id = the_merging AND undone_at IS NULL FOR UPDATE;
  IF asker NOT LIKE 'user:%' OR one.id IS NULL OR (one.kept_organisation_id IS NOT NULL AND NOT for_admin)
     OR (one.kept_person_id IS NOT NULL AND NOT one.area_id = ANY (app.writing_areas())) THEN
    RAISE EXCEPTION 'not theirs to undo' USING ERRCODE = '42501';
  END IF;
  why := CASE
    WHEN EXISTS (SELECT 1 FROM person p WHERE p.id IN (one.kept_person_id, one.merged_person_id) AND p.erased_at IS NOT NULL) THEN 'erased'
    WHEN EXISTS (SELECT 1 FROM person p WHERE p.id = one.kept_person_id AND p.merged_into_id IS NOT NULL)
      OR EXISTS (SELECT 1 FROM organisation o WHERE o.id = one.kept_organisation_id AND o.merged_into_id IS NOT NULL) THEN 'later' END;
  IF why IS NULL AND one.kept_person_id IS NOT NULL THEN
    IF NOT app.is_of(one.kept_person_id, one.area_id) THEN
      RAISE EXCEPTION 'not theirs to undo' USING ERRCODE = '42501';
    END IF;
    left_alone := app.take_steps_back(the_merging, one.kept_person_id, one.merged_person_id);
    UPDATE person SET revision = revision + 1 WHERE id IN (one.kept_person_id, one.merged_person_id);
    ids := ARRAY(SELECT app.named_in(one.merged_person_id) UNION SELECT a.id FROM appointment a WHERE a.person_id = one.kept_person_id
      AND a.area_id = ANY (app.writing_areas()) AND a.organisation_id = ANY (app.register()));
    -- What both have where the asker is not is for others to tell apart: whoever asked takes it all back.
    why := CASE WHEN app.share_far_place(one.kept_person_id, one.merged_person_id) THEN 'far' END;
  ELSIF why IS NULL THEN
    left_alone := app.take_steps_back(the_merging, one.kept_organisation_id, one.merged_organisation_id);
    UPDATE organisation SET revision = revision + 1 WHERE id IN (one.kept_organisation_id, one.merged_organisation_id);
  END IF;
  UPDATE merging SET undone_at = at, undone_by_id = substr(asker, 6)::uuid WHERE id = the_merging AND why IS NULL;
  PERFORM set_config('app.principal', asker, true);
  RETURN QUERY SELECT why, NULL::uuid, left_alone UNION ALL SELECT why, id, left_alone FROM unnest(ids) id;
END $$;

-- Whom an old address means: who they were merged into, at the end of the line. Whoever asks still has to see them.
CREATE FUNCTION app.person_now(the_person uuid) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asker text := app.principal();
  found uuid;
BEGIN
  PERFORM set_config('app.principal', 'maintenance', true);
  WITH RECURSIVE line AS (
    SELECT p.merged_into_id AS id, 1 AS far FROM person p WHERE p.id = the_person AND p.merged_into_id IS NOT NULL
    UNION ALL
    SELECT p.merged_into_id, far + 1 FROM line JOIN person p ON p.id = line.id WHERE p.merged_into_id IS NOT NULL AND far < 100
  ) SELECT line.id INTO found FROM line ORDER BY far DESC LIMIT 1;
  PERFORM set_config('app.principal', asker, true);
  RETURN found;
END $$;

REVOKE ALL ON FUNCTION app.references_to(regclass), app.key_of(regclass), app.keep_step(uuid, regclass, jsonb, jsonb, jsonb),
  app.move_references(regclass, uuid, uuid, uuid), app.take_steps_back(uuid, uuid, uuid), app.reaches(uuid, uuid), app.named_in(uuid),
  app.far_places(uuid), app.share_far_place(uuid, uuid), app.is_of(uuid, uuid), app.two_people(uuid, uuid),
  app.join_attendances(uuid, uuid, uuid), app.join_posts(uuid, uuid, uuid), app.is_plain_post(appointment),
  app.two_organisations(organisation, organisation), app.join_registers(uuid, uuid, uuid),
  app.merge_people(uuid, uuid, uuid, uuid, uuid, text[], timestamptz), app.merge_organisations(uuid, uuid, uuid, text[], timestamptz),
  app.undo_merging(uuid, timestamptz), app.person_now(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.merge_people(uuid, uuid, uuid, uuid, uuid, text[], timestamptz),
  app.merge_organisations(uuid, uuid, uuid, text[], timestamptz), app.undo_merging(uuid, timestamptz), app.person_now(uuid) TO common_ground_app;
