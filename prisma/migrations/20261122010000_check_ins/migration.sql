-- Check-ins: rounds in which the people of both sides answer the same questions about the other side (docs/decisions/0023).
-- Blind, and blind here: an answer is read by whoever holds its own seat while its round is open, and afterwards by the
-- release alone, which gives out what is shown (check_in.result) and scored (scoring_fact). Who was asked, and who has
-- answered, is for the leads of their own side.

-- CreateEnum
CREATE TYPE "check_in_state" AS ENUM ('open', 'released', 'too_few', 'called_off');

-- CreateTable
CREATE TABLE "check_in" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "relationship_id" UUID NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "side" "side" NOT NULL,
    "opened_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "state" "check_in_state" NOT NULL,
    "ended_on" DATE,
    "result" JSONB,

    CONSTRAINT "check_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_in_seat" (
    "id" UUID NOT NULL,
    "check_in_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "side" "side" NOT NULL,
    "user_id" UUID,
    "person_id" UUID,
    "invited_on" DATE NOT NULL,
    "reminded_on" DATE,
    "answered" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "check_in_seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_in_answer" (
    "seat_id" UUID NOT NULL,
    "is_draft" BOOLEAN NOT NULL,
    "answers" JSONB NOT NULL,
    "voice_id" UUID,

    CONSTRAINT "check_in_answer_pkey" PRIMARY KEY ("seat_id","is_draft")
);

-- CreateTable
CREATE TABLE "check_in_link" (
    "id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,

    CONSTRAINT "check_in_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_in_voice" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "user_id" UUID,
    "person_id" UUID,

    CONSTRAINT "check_in_voice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "check_in_relationship_id_opened_on_idx" ON "check_in"("relationship_id", "opened_on");

-- CreateIndex
CREATE INDEX "check_in_area_id_idx" ON "check_in"("area_id");

-- CreateIndex
CREATE INDEX "check_in_organisation_id_idx" ON "check_in"("organisation_id");

-- CreateIndex
CREATE INDEX "check_in_opened_by_id_idx" ON "check_in"("opened_by_id");

-- CreateIndex
CREATE INDEX "check_in_seat_check_in_id_idx" ON "check_in_seat"("check_in_id");

-- CreateIndex
CREATE UNIQUE INDEX "check_in_seat_check_in_id_user_id_key" ON "check_in_seat"("check_in_id", "user_id");

-- CreateIndex
CREATE INDEX "check_in_seat_organisation_id_idx" ON "check_in_seat"("organisation_id");

-- CreateIndex
CREATE INDEX "check_in_seat_user_id_idx" ON "check_in_seat"("user_id");

-- CreateIndex
CREATE INDEX "check_in_seat_person_id_idx" ON "check_in_seat"("person_id");

-- CreateIndex
CREATE INDEX "check_in_answer_voice_id_idx" ON "check_in_answer"("voice_id");

-- CreateIndex
CREATE UNIQUE INDEX "check_in_link_token_hash_key" ON "check_in_link"("token_hash");

-- CreateIndex
CREATE INDEX "check_in_link_seat_id_idx" ON "check_in_link"("seat_id");

-- CreateIndex
CREATE INDEX "check_in_voice_area_id_idx" ON "check_in_voice"("area_id");

-- CreateIndex
CREATE INDEX "check_in_voice_user_id_idx" ON "check_in_voice"("user_id");

-- CreateIndex
CREATE INDEX "check_in_voice_person_id_idx" ON "check_in_voice"("person_id");

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_relationship_id_fkey" FOREIGN KEY ("relationship_id") REFERENCES "relationship"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in_seat" ADD CONSTRAINT "check_in_seat_check_in_id_fkey" FOREIGN KEY ("check_in_id") REFERENCES "check_in"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in_seat" ADD CONSTRAINT "check_in_seat_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in_seat" ADD CONSTRAINT "check_in_seat_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in_seat" ADD CONSTRAINT "check_in_seat_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in_answer" ADD CONSTRAINT "check_in_answer_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "check_in_seat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in_answer" ADD CONSTRAINT "check_in_answer_voice_id_fkey" FOREIGN KEY ("voice_id") REFERENCES "check_in_voice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in_link" ADD CONSTRAINT "check_in_link_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "check_in_seat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in_voice" ADD CONSTRAINT "check_in_voice_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in_voice" ADD CONSTRAINT "check_in_voice_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in_voice" ADD CONSTRAINT "check_in_voice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- One round at a time.
CREATE UNIQUE INDEX check_in_open ON check_in (relationship_id) WHERE state = 'open';
ALTER TABLE check_in ADD CONSTRAINT check_in_ended CHECK ((state = 'open') = (ended_on IS NULL));
ALTER TABLE check_in_link ADD CONSTRAINT check_in_link_hashed CHECK (token_hash ~ '^[0-9a-f]{64}$');

-- ---- Who may see and change which row ---------------------------------------------------------------------------------

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['check_in', 'check_in_seat', 'check_in_answer', 'check_in_link', 'check_in_voice'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY maintenance ON %I TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO common_ground_app', t);
  END LOOP;
END $$;
GRANT DELETE ON check_in_seat, check_in_answer TO common_ground_app;

-- That there is a round, who opened it and what it came to, both sides see. Ending one early is its opener's side's.
CREATE POLICY seen ON check_in FOR SELECT TO common_ground_app USING (
  relationship_id = ANY ((SELECT app.relationships())::uuid[])
);
CREATE POLICY by_link ON check_in FOR SELECT TO common_ground_app USING (id = ANY ((SELECT app.scope('check_in'))::uuid[]));
CREATE POLICY opened ON check_in FOR INSERT TO common_ground_app WITH CHECK (
  opened_by_id = (SELECT app.user_id()) AND result IS NULL
  AND area_id = ANY ((SELECT app.writing_areas())::uuid[])
  AND organisation_id = ANY ((SELECT app.writing_organisations())::uuid[])
  AND relationship_id = ANY ((SELECT app.relationships())::uuid[])
);
CREATE POLICY called_off ON check_in FOR UPDATE TO common_ground_app USING (
  area_id = ANY ((SELECT app.writing_areas())::uuid[])
  AND organisation_id = ANY ((SELECT app.writing_organisations())::uuid[])
);

-- A seat is seen by whoever sits on it, and by the leads of its own side, who see who has answered.
CREATE POLICY own ON check_in_seat FOR SELECT TO common_ground_app USING (user_id = (SELECT app.user_id()));
CREATE POLICY own_side ON check_in_seat FOR SELECT TO common_ground_app USING (
  organisation_id = ANY ((SELECT app.leading_organisations())::uuid[])
  AND EXISTS (SELECT FROM check_in c WHERE c.id = check_in_id AND c.area_id = ANY ((SELECT app.leading_areas())::uuid[]))
);
CREATE POLICY by_link ON check_in_seat FOR SELECT TO common_ground_app USING (id = ANY ((SELECT app.scope('seat'))::uuid[]));
CREATE POLICY invited ON check_in_seat FOR INSERT TO common_ground_app WITH CHECK (
  organisation_id = ANY ((SELECT app.leading_organisations())::uuid[]) AND NOT answered
  AND EXISTS (SELECT FROM check_in c WHERE c.id = check_in_id AND c.area_id = ANY ((SELECT app.leading_areas())::uuid[]))
);
CREATE POLICY answered ON check_in_seat FOR UPDATE TO common_ground_app USING (user_id = (SELECT app.user_id()));
CREATE POLICY answered_by_link ON check_in_seat FOR UPDATE TO common_ground_app USING (id = ANY ((SELECT app.scope('seat'))::uuid[]));
CREATE POLICY uninvited ON check_in_seat FOR DELETE TO common_ground_app USING (
  organisation_id = ANY ((SELECT app.leading_organisations())::uuid[]) AND NOT answered
);

-- Whoever sits on it changes no more of a seat than that they answered.
CREATE TRIGGER answer_columns_only BEFORE UPDATE ON check_in_seat FOR EACH ROW
  WHEN (app.principal() LIKE 'link:%' OR app.principal() LIKE 'user:%' OR app.principal() LIKE 'token:%')
  EXECUTE FUNCTION app.answer_columns_only('answered');

-- An answer is its own seat's, while the round takes answers; not even theirs before or after.
CREATE POLICY own ON check_in_answer TO common_ground_app USING (
  EXISTS (SELECT FROM check_in_seat s JOIN check_in c ON c.id = s.check_in_id
    WHERE s.id = seat_id AND (s.user_id = (SELECT app.user_id()) OR s.id = ANY ((SELECT app.scope('seat'))::uuid[]))
      AND c.state = 'open' AND (SELECT app.today()) < c.closes_on)
);
CREATE POLICY by_no_token ON check_in_answer AS RESTRICTIVE TO common_ground_app USING ((SELECT app.token_id()) IS NULL);

-- A link to answer by is made by a lead of its side, or by the job that sends it. Nobody reads one.
CREATE POLICY made ON check_in_link FOR INSERT TO common_ground_app WITH CHECK (
  EXISTS (SELECT FROM check_in_seat s WHERE s.id = seat_id AND s.organisation_id = ANY ((SELECT app.leading_organisations())::uuid[]))
);

-- The job that sends mail: who has not answered.
CREATE POLICY sending ON check_in FOR SELECT TO common_ground_app USING ((SELECT app.principal()) = 'job:send-check-in');
CREATE POLICY sending ON check_in_seat TO common_ground_app USING ((SELECT app.principal()) = 'job:send-check-in');
CREATE POLICY sending ON check_in_link FOR INSERT TO common_ground_app WITH CHECK ((SELECT app.principal()) = 'job:send-check-in');

-- The release, which opens nothing before its day.
CREATE POLICY releasing ON check_in TO common_ground_app USING ((SELECT app.principal()) = 'release');
CREATE POLICY releasing ON check_in_seat FOR SELECT TO common_ground_app USING ((SELECT app.principal()) = 'release');
CREATE POLICY releasing ON check_in_answer TO common_ground_app USING (
  (SELECT app.principal()) = 'release' AND EXISTS (SELECT FROM check_in_seat s JOIN check_in c ON c.id = s.check_in_id
    WHERE s.id = seat_id AND ((SELECT app.today()) >= c.closes_on OR c.state <> 'open'))
);
CREATE POLICY releasing ON check_in_voice TO common_ground_app USING ((SELECT app.principal()) = 'release');
CREATE POLICY releasing ON scoring_fact TO common_ground_app USING (type = 'check-in' AND (SELECT app.principal()) = 'release');

-- Told in the log as what they are.
CREATE POLICY releasing ON event FOR INSERT TO common_ground_app WITH CHECK (
  principal = 'release' AND (SELECT app.principal()) = 'release' AND actor_id IS NULL
);
CREATE POLICY seat_by_link ON event FOR INSERT TO common_ground_app WITH CHECK (
  subject_id = ANY ((SELECT app.scope('check_in'))::uuid[]) AND actor_id IS NULL AND level = 'personal'
  AND principal = (SELECT app.principal())
);

-- Whom a link speaks for, by their account; and the area's name.
CREATE POLICY by_link ON "user" FOR SELECT TO common_ground_app USING (id = ANY ((SELECT app.scope('link_user'))::uuid[]));
CREATE POLICY by_link ON area FOR SELECT TO common_ground_app USING (id = ANY ((SELECT app.scope('link_area'))::uuid[]));

-- ---- Functions that act with the scorer's rights -----------------------------------------------------------------------

-- A seat for every account of both sides, made when a round is opened, by whoever opened it: of the other side they learn
-- nothing by it.
CREATE FUNCTION app.seat_members(the_round uuid, at timestamptz) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO check_in_seat (id, check_in_id, organisation_id, side, user_id, person_id, invited_on)
  SELECT DISTINCT ON (m.user_id)
    encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) PLACING
      substring(int8send((extract(epoch FROM at) * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid,
    c.id, m.organisation_id, m.side, m.user_id, u.person_id, c.opened_on
  FROM check_in c JOIN area a ON a.id = c.area_id JOIN relationship r ON r.id = c.relationship_id
  JOIN membership m ON m.organisation_id IN (a.partnership_id, r.council_id) AND (m.area_id IS NULL OR m.area_id = a.id)
  JOIN "user" u ON u.id = m.user_id
  WHERE c.id = the_round AND c.opened_by_id = app.user_id() AND c.state = 'open' AND c.opened_on = app.today()
    AND m.side IS NOT NULL AND m.starts_on <= c.opened_on AND (m.ends_on IS NULL OR c.opened_on < m.ends_on)
    AND u.deactivated_at IS NULL
  ORDER BY m.user_id
  ON CONFLICT DO NOTHING
$$;

-- Whether whoever sits on a seat has answered in this round on another one: as their account, or for the other side. Only
-- whoever sits on it may ask.
CREATE FUNCTION app.answered_elsewhere(the_seat uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM check_in_seat s LEFT JOIN "user" u ON u.id = s.user_id
    JOIN check_in_seat o ON o.check_in_id = s.check_in_id AND o.id <> s.id LEFT JOIN "user" v ON v.id = o.user_id
    WHERE s.id = the_seat AND (s.user_id = app.user_id() OR s.id = ANY (app.scope('seat')))
      AND o.answered AND COALESCE(u.person_id, s.person_id) = COALESCE(v.person_id, o.person_id))
$$;

-- Who sits where, for the release alone: their account and their entry, whichever of them there is.
CREATE FUNCTION app.seated(the_round uuid) RETURNS TABLE (seat_id uuid, user_id uuid, person_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, s.user_id, COALESCE(u.person_id, s.person_id)
  FROM check_in_seat s LEFT JOIN "user" u ON u.id = s.user_id
  WHERE s.check_in_id = the_round AND app.principal() = 'release'
$$;

-- Whether a seat can be answered from by link: its round is open, and whoever sits there belongs to its side still.
CREATE FUNCTION app.seat_holds(the_seat uuid, on_day date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM check_in_seat s JOIN check_in c ON c.id = s.check_in_id
    WHERE s.id = the_seat AND c.state = 'open' AND on_day < c.closes_on AND NOT app.is_closed(c.area_id, on_day)
      AND CASE WHEN s.user_id IS NULL THEN
        EXISTS (SELECT FROM person p JOIN appointment a ON a.person_id = p.id
          WHERE p.id = s.person_id AND p.erased_at IS NULL AND a.organisation_id = s.organisation_id
            AND (a.area_id IS NULL OR a.area_id = c.area_id)
            AND (a.starts_on IS NULL OR a.starts_on <= on_day) AND (a.ends_on IS NULL OR on_day < a.ends_on))
      ELSE
        EXISTS (SELECT FROM "user" u JOIN membership m ON m.user_id = u.id
          WHERE u.id = s.user_id AND u.deactivated_at IS NULL AND m.organisation_id = s.organisation_id AND m.side = s.side
            AND (m.area_id IS NULL OR m.area_id = c.area_id)
            AND m.starts_on <= on_day AND (m.ends_on IS NULL OR on_day < m.ends_on))
      END)
$$;

-- Which link this token opens: asked with the hash of what was sent, before anything is entered. One whose round is over
-- is told apart, so that its page can say so.
CREATE FUNCTION app.find_check_in_link(sent_hash text, on_day date) RETURNS TABLE (id uuid, is_open boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.id, app.seat_holds(l.seat_id, on_day) FROM check_in_link l WHERE l.token_hash = sent_hash
$$;

-- Enters as a link, as before; one to a check-in opens one seat and its round, and speaks as a reader.
CREATE FUNCTION app.enter_seat(the_link uuid, on_day date) RETURNS SETOF app.stand
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  l record;
BEGIN
  SELECT s.*, c.area_id, c.relationship_id, a.slug AS area_slug, a.partnership_id, r.council_id, o.slug AS council_slug INTO l
    FROM check_in_link k JOIN check_in_seat s ON s.id = k.seat_id JOIN check_in c ON c.id = s.check_in_id
    JOIN area a ON a.id = c.area_id JOIN relationship r ON r.id = c.relationship_id JOIN organisation o ON o.id = r.council_id
    WHERE k.id = the_link AND app.seat_holds(s.id, on_day);
  IF l.id IS NULL THEN
    RETURN;
  END IF;
  PERFORM app.enter('link:' || the_link::text, on_day);
  PERFORM
    set_config('app.seat', ARRAY[l.id]::text, true),
    set_config('app.check_in', ARRAY[l.check_in_id]::text, true),
    set_config('app.link_person', array_remove(ARRAY[l.person_id], NULL)::text, true),
    set_config('app.link_user', array_remove(ARRAY[l.user_id], NULL)::text, true),
    set_config('app.link_area', ARRAY[l.area_id]::text, true),
    set_config('app.link_parties', ARRAY[l.partnership_id, l.council_id]::text, true);
  RETURN QUERY SELECT l.area_id, l.area_slug, l.relationship_id, l.council_id, l.council_slug, l.side::text,
    l.organisation_id, 'reader'::text;
END $$;

GRANT SELECT ON check_in, check_in_seat, check_in_link TO common_ground_scorer;
GRANT INSERT ON check_in_seat TO common_ground_scorer;
CREATE POLICY functions ON check_in FOR SELECT TO common_ground_scorer USING (true);
CREATE POLICY functions ON check_in_seat FOR SELECT TO common_ground_scorer USING (true);
CREATE POLICY seating ON check_in_seat FOR INSERT TO common_ground_scorer WITH CHECK (NOT answered);
CREATE POLICY functions ON check_in_link FOR SELECT TO common_ground_scorer USING (true);

-- ---- What must not tell that somebody answered -------------------------------------------------------------------------

-- As before; but what somebody does on their own seat changes the pages of nobody but themselves and the leads of their
-- side. To everybody else not even the number moves.
CREATE OR REPLACE FUNCTION app.note_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  noted text := COALESCE(current_setting('app.noted', true), '');
  changed uuid;
  scopes uuid[];
BEGIN
  IF NEW.principal = 'auth' OR NEW.command = 'access.refused' THEN
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
CREATE POLICY own ON page_change FOR SELECT TO common_ground_app USING (scope = (SELECT app.user_id()));
CREATE POLICY own_side ON page_change FOR SELECT TO common_ground_app USING (
  scope = ANY ((SELECT app.leading_organisations())::uuid[])
);

CREATE OR REPLACE FUNCTION app.area_head(for_area uuid) RETURNS TABLE (name text, changed text)
LANGUAGE plpgsql STABLE STRICT SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT a.name, concat(
      (SELECT c.changed_in FROM page_change c WHERE c.scope = a.id), ' ',
      (SELECT c.changed_in FROM page_change c WHERE c.scope = '00000000-0000-0000-0000-000000000000'), ' ',
      (SELECT string_agg(c.changed_in::text, ' ' ORDER BY c.scope) FROM page_change c
        WHERE c.scope = ANY (app.user_id() || app.leading_organisations())))
    FROM area a WHERE a.id = for_area;
END $$;

-- ---- Jobs --------------------------------------------------------------------------------------------------------------

DO $$
BEGIN
  EXECUTE replace(
    pg_get_functiondef('app.enqueue(text, jsonb, timestamptz, text)'::regprocedure),
    '''sweep-files''', '''sweep-files'', ''send-check-in'', ''close-check-ins'''
  );
  EXECUTE replace(
    pg_get_functiondef('app.enter_link(uuid, date)'::regprocedure),
    'PERFORM app.enter(''link:''', 'RETURN QUERY SELECT * FROM app.enter_seat(the_link, on_day);
  IF FOUND THEN
    RETURN;
  END IF;
  PERFORM app.enter(''link:'''
  );
END $$;

GRANT CREATE ON SCHEMA app TO common_ground_scorer;
ALTER FUNCTION app.seat_members(uuid, timestamptz) OWNER TO common_ground_scorer;
ALTER FUNCTION app.answered_elsewhere(uuid) OWNER TO common_ground_scorer;
ALTER FUNCTION app.seated(uuid) OWNER TO common_ground_scorer;
ALTER FUNCTION app.find_check_in_link(text, date) OWNER TO common_ground_scorer;
ALTER FUNCTION app.seat_holds(uuid, date) OWNER TO common_ground_scorer;
ALTER FUNCTION app.enter_seat(uuid, date) OWNER TO common_ground_scorer;
REVOKE CREATE ON SCHEMA app FROM common_ground_scorer;
REVOKE ALL ON FUNCTION app.seat_members(uuid, timestamptz), app.answered_elsewhere(uuid), app.seated(uuid),
  app.find_check_in_link(text, date), app.seat_holds(uuid, date), app.enter_seat(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.seat_members(uuid, timestamptz), app.answered_elsewhere(uuid), app.seated(uuid),
  app.find_check_in_link(text, date) TO common_ground_app;
GRANT EXECUTE ON FUNCTION app.seat_holds(uuid, date), app.enter_seat(uuid, date) TO common_ground_scorer;
