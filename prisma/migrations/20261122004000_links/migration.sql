-- Links by which a named contact without an account answers one thing, once (docs/decisions/0015). A link is kept as the
-- SHA-256 of its 256 random bits alone. What it may see and write is narrowed here, by the database: app.enter_link opens
-- nothing of a user's scope, and the policies named by_link let through that one record and what its answer changes.

-- CreateEnum
CREATE TYPE "link_purpose" AS ENUM ('confirm', 'new_day', 'promise', 'request', 'minutes');

-- CreateEnum
CREATE TYPE "link_way" AS ENUM ('hand', 'mail');

-- CreateTable
CREATE TABLE "link" (
    "id" UUID NOT NULL,
    "token_hash" TEXT,
    "area_id" UUID NOT NULL,
    "relationship_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "side" "side" NOT NULL,
    "purpose" "link_purpose" NOT NULL,
    "way" "link_way" NOT NULL,
    "made_by_id" UUID NOT NULL,
    "made_by_organisation_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_on" DATE NOT NULL,
    "first_id" UUID,
    "sent_on" DATE,
    "opened_at" TIMESTAMPTZ(3),
    "used_at" TIMESTAMPTZ(3),
    "answer" TEXT,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "link_token_hash_key" ON "link"("token_hash");

-- CreateIndex
CREATE INDEX "link_record_id_idx" ON "link"("record_id");

-- CreateIndex
CREATE INDEX "link_area_id_idx" ON "link"("area_id");

-- CreateIndex
CREATE INDEX "link_person_id_idx" ON "link"("person_id");

-- CreateIndex
CREATE INDEX "link_first_id_idx" ON "link"("first_id");

-- AddForeignKey
ALTER TABLE "link" ADD CONSTRAINT "link_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link" ADD CONSTRAINT "link_relationship_id_fkey" FOREIGN KEY ("relationship_id") REFERENCES "relationship"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link" ADD CONSTRAINT "link_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link" ADD CONSTRAINT "link_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link" ADD CONSTRAINT "link_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link" ADD CONSTRAINT "link_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link" ADD CONSTRAINT "link_made_by_organisation_id_fkey" FOREIGN KEY ("made_by_organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link" ADD CONSTRAINT "link_first_id_fkey" FOREIGN KEY ("first_id") REFERENCES "link"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Words said by link are a contact's, who has no account.
ALTER TABLE "reply" ALTER COLUMN "author_id" DROP NOT NULL;
ALTER TABLE "reply" DROP CONSTRAINT "reply_author_id_fkey";
ALTER TABLE "reply" ADD CONSTRAINT "reply_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "reply" ADD COLUMN "by_person_id" UUID;
CREATE INDEX "reply_by_person_id_idx" ON "reply"("by_person_id");
ALTER TABLE "reply" ADD CONSTRAINT "reply_by_person_id_fkey" FOREIGN KEY ("by_person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Both sides of the relationship see which links are out: whether the other side was told decides what a promise counts.
ALTER TABLE link ENABLE ROW LEVEL SECURITY;
ALTER TABLE link FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON link TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance());
GRANT SELECT, INSERT, UPDATE ON link TO common_ground_app;
CREATE POLICY seen ON link FOR SELECT TO common_ground_app USING (
  relationship_id = ANY ((SELECT app.relationships())::uuid[])
);
CREATE POLICY made ON link FOR INSERT TO common_ground_app WITH CHECK (
  made_by_id = (SELECT app.user_id())
  AND made_by_organisation_id = ANY ((SELECT app.writing_organisations())::uuid[])
  AND relationship_id = ANY ((SELECT app.relationships())::uuid[])
  AND EXISTS (SELECT 1 FROM record r WHERE r.id = record_id AND r.level = 'shared' AND r.area_id = link.area_id)
);
CREATE POLICY revoked ON link FOR UPDATE TO common_ground_app USING (
  made_by_organisation_id = ANY ((SELECT app.writing_organisations())::uuid[])
);
-- The job that sends them. It words no mail: that is done as the link itself.
CREATE POLICY sending ON link TO common_ground_app
  USING ((SELECT app.principal()) = 'job:send-link') WITH CHECK ((SELECT app.principal()) = 'job:send-link');
CREATE POLICY sending ON event FOR INSERT TO common_ground_app WITH CHECK (
  principal = 'job:send-link' AND (SELECT app.principal()) = 'job:send-link' AND actor_id IS NULL
);

-- Which link this token opens, whatever became of it: asked with the hash of what was sent, before anything is entered.
CREATE FUNCTION app.find_link(sent_hash text, on_day date)
RETURNS TABLE (id uuid, is_open boolean, used_at timestamptz, answer text, purpose text, opened boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY
    SELECT l.id, l.used_at IS NULL AND app.link_holds(l.id, on_day), l.used_at, l.answer, l.purpose::text, l.opened_at IS NOT NULL
    FROM link l WHERE l.token_hash = sent_hash AND (l.used_at IS NOT NULL OR app.link_holds(l.id, on_day));
END $$;

-- Whether a link still stands: not taken back, not over, its record shared and in the register, its contact in a post of
-- the side it answers for.
CREATE FUNCTION app.link_holds(the_link uuid, on_day date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM link l JOIN record r ON r.id = l.record_id JOIN person p ON p.id = l.person_id
    WHERE l.id = the_link AND l.revoked_at IS NULL AND on_day < l.expires_on
      AND NOT EXISTS (SELECT 1 FROM link f WHERE f.id = l.first_id AND f.revoked_at IS NOT NULL)
      AND r.level = 'shared' AND r.binned_at IS NULL AND r.voided_on IS NULL AND p.erased_at IS NULL
      AND EXISTS (SELECT 1 FROM appointment a WHERE a.person_id = l.person_id AND a.organisation_id = l.organisation_id
        AND (a.area_id IS NULL OR a.area_id = l.area_id)
        AND (a.starts_on IS NULL OR a.starts_on <= on_day) AND (a.ends_on IS NULL OR on_day < a.ends_on)))
$$;

-- Enters as a link: nothing of a user's scope is opened. The row says for which side it answers; none where it no longer
-- stands, or was used. Minutes are agreed by a side's leads, so a link for them speaks as one.
CREATE FUNCTION app.enter_link(the_link uuid, on_day date) RETURNS SETOF app.stand
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  l record;
BEGIN
  PERFORM app.enter('link:' || the_link::text, on_day);
  SELECT k.*, a.slug AS area_slug, a.partnership_id, r.council_id, o.slug AS council_slug INTO l
    FROM link k JOIN area a ON a.id = k.area_id JOIN relationship r ON r.id = k.relationship_id
    JOIN organisation o ON o.id = r.council_id
    WHERE k.id = the_link AND k.used_at IS NULL AND app.link_holds(k.id, on_day);
  PERFORM
    set_config('app.link', COALESCE(ARRAY[l.id]::text, ''), true),
    set_config('app.link_record', COALESCE(ARRAY[l.record_id]::text, ''), true),
    set_config('app.link_person', COALESCE(ARRAY[l.person_id]::text, ''), true),
    set_config('app.link_side', COALESCE(ARRAY[l.organisation_id]::text, ''), true),
    set_config('app.link_parties', COALESCE(ARRAY[l.partnership_id, l.council_id]::text, ''), true)
    FROM (SELECT 1) one WHERE l.id IS NOT NULL;
  IF l.id IS NOT NULL THEN
    RETURN QUERY SELECT l.area_id, l.area_slug, l.relationship_id, l.council_id, l.council_slug, l.side::text,
      l.organisation_id, CASE WHEN l.purpose = 'minutes' THEN 'lead' ELSE 'editor' END;
  END IF;
END $$;

-- What a link reads: its one thing, who the two parties are, and the contact it was made for.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['link id link', 'record id link_record', 'commitment record_id link_record',
      'commitment_redating commitment_id link_record', 'request record_id link_record', 'meeting record_id link_record',
      'minutes meeting_id link_record', 'scoring_fact source_id link_record', 'person id link_person',
      'organisation id link_parties'] LOOP
    EXECUTE format('CREATE POLICY by_link ON %I FOR SELECT TO common_ground_app USING (%I = ANY ((SELECT app.scope(%L))::uuid[]))',
      split_part(t, ' ', 1), split_part(t, ' ', 2), split_part(t, ' ', 3));
  END LOOP;
  -- And what its answer changes.
  FOREACH t IN ARRAY ARRAY['link id link', 'record id link_record', 'commitment record_id link_record',
      'commitment_redating commitment_id link_record', 'request record_id link_record', 'minutes meeting_id link_record',
      'scoring_fact source_id link_record'] LOOP
    EXECUTE format('CREATE POLICY answered_by_link ON %I FOR UPDATE TO common_ground_app USING (%I = ANY ((SELECT app.scope(%L))::uuid[]))',
      split_part(t, ' ', 1), split_part(t, ' ', 2), split_part(t, ' ', 3));
  END LOOP;
  FOREACH t IN ARRAY ARRAY['commitment_redating commitment_id link_record', 'scoring_fact source_id link_record'] LOOP
    EXECUTE format('CREATE POLICY added_by_link ON %I FOR INSERT TO common_ground_app WITH CHECK (%I = ANY ((SELECT app.scope(%L))::uuid[]))',
      split_part(t, ' ', 1), split_part(t, ' ', 2), split_part(t, ' ', 3));
  END LOOP;
END $$;
CREATE POLICY added_by_link ON reply FOR INSERT TO common_ground_app WITH CHECK (
  record_id = ANY ((SELECT app.scope('link_record'))::uuid[]) AND author_id IS NULL
  AND by_person_id = ANY ((SELECT app.scope('link_person'))::uuid[])
  AND organisation_id = ANY ((SELECT app.scope('link_side'))::uuid[])
);
CREATE POLICY added_by_link ON event FOR INSERT TO common_ground_app WITH CHECK (
  subject_id = ANY ((SELECT app.scope('link_record'))::uuid[]) AND actor_id IS NULL
  AND principal = (SELECT app.principal())
  AND organisation_id = ANY ((SELECT app.scope('link_side'))::uuid[])
);

-- A link changes the columns of an answer and no others, whatever a statement of ours says.
CREATE FUNCTION app.answer_columns_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(OLD) - TG_ARGV IS DISTINCT FROM to_jsonb(NEW) - TG_ARGV THEN
    RAISE EXCEPTION 'a link changes no more than its answer' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION app.answer_columns_only() FROM PUBLIC;
CREATE TRIGGER answer_columns_only BEFORE UPDATE ON record FOR EACH ROW WHEN (app.principal() LIKE 'link:%')
  EXECUTE FUNCTION app.answer_columns_only('contested_on', 'contested_by_side', 'settled_on', 'opened_by_other_at', 'revision', 'updated_at');
CREATE TRIGGER answer_columns_only BEFORE UPDATE ON commitment FOR EACH ROW WHEN (app.principal() LIKE 'link:%')
  EXECUTE FUNCTION app.answer_columns_only('confirmed_on', 'done_on', 'told_on', 'disowned_on');
CREATE TRIGGER answer_columns_only BEFORE UPDATE ON commitment_redating FOR EACH ROW WHEN (app.principal() LIKE 'link:%')
  EXECUTE FUNCTION app.answer_columns_only('agreed_on', 'declined_on', 'declined_reason');
CREATE TRIGGER answer_columns_only BEFORE UPDATE ON request FOR EACH ROW WHEN (app.principal() LIKE 'link:%')
  EXECUTE FUNCTION app.answer_columns_only('holding_on', 'holding_text', 'answered_on', 'answer', 'answer_text');
CREATE TRIGGER answer_columns_only BEFORE UPDATE ON minutes FOR EACH ROW WHEN (app.principal() LIKE 'link:%')
  EXECUTE FUNCTION app.answer_columns_only('agreed_by_council_on', 'agreed_by_community_on', 'council_dissent', 'community_dissent');
CREATE TRIGGER answer_columns_only BEFORE UPDATE ON link FOR EACH ROW WHEN (app.principal() LIKE 'link:%')
  EXECUTE FUNCTION app.answer_columns_only('opened_at', 'used_at', 'answer');

GRANT SELECT ON link TO common_ground_scorer;
GRANT SELECT (id, level, binned_at, voided_on) ON record TO common_ground_scorer;
GRANT SELECT (id, erased_at) ON person TO common_ground_scorer;
GRANT SELECT (person_id, organisation_id, area_id, starts_on, ends_on) ON appointment TO common_ground_scorer;
CREATE POLICY functions ON link FOR SELECT TO common_ground_scorer USING (true);
CREATE POLICY links ON person FOR SELECT TO common_ground_scorer USING (true);
CREATE POLICY links ON appointment FOR SELECT TO common_ground_scorer USING (true);
GRANT CREATE ON SCHEMA app TO common_ground_scorer;
ALTER FUNCTION app.find_link(text, date) OWNER TO common_ground_scorer;
ALTER FUNCTION app.link_holds(uuid, date) OWNER TO common_ground_scorer;
ALTER FUNCTION app.enter_link(uuid, date) OWNER TO common_ground_scorer;
REVOKE CREATE ON SCHEMA app FROM common_ground_scorer;
REVOKE ALL ON FUNCTION app.find_link(text, date), app.link_holds(uuid, date), app.enter_link(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.find_link(text, date), app.enter_link(uuid, date) TO common_ground_app, common_ground_scorer;
GRANT EXECUTE ON FUNCTION app.link_holds(uuid, date) TO common_ground_scorer;
