-- A calendar that somebody's own calendar program reads by a secret address (docs/decisions/0032). One a membership: it
-- shows what that membership may see, and ends with it. Kept is the SHA-256 of the address's 256 random bits alone.

-- CreateTable
CREATE TABLE "calendar_feed" (
    "membership_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_on" DATE,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("membership_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE calendar_feed ADD CONSTRAINT calendar_feed_hashed CHECK (token_hash ~ '^[0-9a-f]{64}$');

-- Whose membership it is makes, sees and ends it, signed in themselves: no program of theirs does.
ALTER TABLE calendar_feed ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendar_feed FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON calendar_feed TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance());
GRANT SELECT, INSERT, UPDATE ON calendar_feed TO common_ground_app;
CREATE POLICY own ON calendar_feed TO common_ground_app USING (
  (SELECT app.token_id()) IS NULL
  AND EXISTS (SELECT 1 FROM membership m WHERE m.id = membership_id AND m.user_id = (SELECT app.user_id()))
);

-- The membership whose feed this address is, where it is in force: asked with the hash of what was sent, before anything is
-- entered. Keeps the day it was last read.
CREATE FUNCTION app.find_feed(sent_hash text, on_day date) RETURNS TABLE (membership_id uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  found_id uuid;
BEGIN
  SELECT f.membership_id INTO found_id FROM calendar_feed f
    JOIN membership m ON m.id = f.membership_id JOIN "user" u ON u.id = m.user_id
    WHERE f.token_hash = sent_hash AND f.ended_at IS NULL AND u.deactivated_at IS NULL AND m.side IS NOT NULL
      AND m.starts_on <= on_day AND (m.ends_on IS NULL OR on_day < m.ends_on);
  IF found_id IS NOT NULL THEN
    UPDATE calendar_feed f SET last_used_on = on_day
      WHERE f.membership_id = found_id AND f.last_used_on IS DISTINCT FROM on_day;
    RETURN QUERY SELECT found_id;
  END IF;
END $$;

-- All that a feed reads, between two days, both included. Entered as feed:<membership>, it reads no table at all: it is
-- told kinds, days and titles of what that membership may see by the policies of record, and of what a side or a person
-- keeps to themselves that there is something on that day, without its title and without its id.
CREATE FUNCTION app.feed_entries(from_day date, until_day date, most int)
RETURNS TABLE (kind text, id uuid, area_slug text, area_name text, on_day date, starts_at text, minutes int,
  title text, poll text, notice_on date, changed_at timestamptz)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  asker text := app.principal();
  today date := app.today();
  m record;
BEGIN
  IF asker !~ '^feed:[0-9a-f-]{36}$' THEN
    RETURN;
  END IF;
  PERFORM set_config('app.principal', 'maintenance', true);
  SELECT k.* INTO m FROM calendar_feed f JOIN membership k ON k.id = f.membership_id JOIN "user" u ON u.id = k.user_id
    WHERE f.membership_id = substr(asker, 6)::uuid AND f.ended_at IS NULL AND u.deactivated_at IS NULL AND k.side IS NOT NULL
      AND k.starts_on <= today AND (k.ends_on IS NULL OR today < k.ends_on);
  RETURN QUERY
  WITH st AS (
    -- Where this one membership stands: its own organisation's relationships, and what those have taken over. Nothing is
    -- planned in a closed area.
    SELECT s.* FROM app.stands(m.user_id, today) s
    WHERE m.id IS NOT NULL AND s.side = m.side::text AND (m.area_id IS NULL OR s.area_id = m.area_id)
      AND NOT app.is_closed(s.area_id, today)
      AND (s.organisation_id = m.organisation_id OR EXISTS (
        SELECT 1 FROM relationship own WHERE own.area_id = s.area_id AND own.council_id = m.organisation_id
          AND s.relationship_id = ANY (app.parts_of(own.id, today))))
  ),
  seen AS (
    SELECT r.id, r.kind, r.area_id, r.occurred_on, r.title, r.contested_on, r.settled_on, r.updated_at, r.level = 'shared' AS open
    FROM record r
    WHERE r.binned_at IS NULL AND r.voided_on IS NULL
      AND r.kind IN ('meeting', 'milestone', 'project', 'commitment', 'mou')
      AND r.area_id IN (SELECT st.area_id FROM st)
      AND (r.relationship_id IS NULL OR r.relationship_id IN (SELECT st.relationship_id FROM st))
      AND CASE r.level
        WHEN 'shared' THEN true
        WHEN 'side' THEN EXISTS (SELECT 1 FROM st WHERE st.area_id = r.area_id AND st.organisation_id = r.organisation_id)
        ELSE r.author_id = m.user_id
      END
  ),
  dated AS (
    SELECT s.*, s.occurred_on AS day, t.starts_at, t.duration_minutes AS minutes FROM seen s JOIN meeting t ON t.record_id = s.id
      WHERE s.kind = 'meeting' AND t.status = 'planned'
    UNION ALL
    -- The day both sides last agreed.
    SELECT s.*, COALESCE((SELECT d.new_due_on FROM commitment_redating d WHERE d.commitment_id = s.id AND d.agreed_on IS NOT NULL
        ORDER BY d.agreed_on DESC, d.new_due_on DESC LIMIT 1), c.due_on), NULL, NULL
      FROM seen s JOIN commitment c ON c.record_id = s.id
      WHERE c.withdrawn_on IS NULL AND c.not_kept_on IS NULL
        AND (c.done_on IS NULL OR (s.contested_on IS NOT NULL AND s.settled_on IS NULL))
    UNION ALL
    -- The day it is now expected: agreed, or moved by one side alone.
    SELECT s.*, COALESCE((SELECT d.to_on FROM day_move d WHERE d.record_id = s.id AND (d.alone OR d.agreed_on IS NOT NULL)
        ORDER BY CASE WHEN d.alone THEN d.proposed_on ELSE d.agreed_on END DESC, d.proposed_on DESC, d.id DESC LIMIT 1),
        p.ends_on), NULL, NULL
      FROM seen s JOIN (
        SELECT record_id, due_on AS ends_on FROM milestone WHERE done_on IS NULL AND dropped_on IS NULL AND withdrawn_on IS NULL
        UNION ALL SELECT record_id, ends_on FROM project WHERE stage NOT IN ('finished', 'stopped')
      ) p ON p.record_id = s.id
    UNION ALL
    -- An agreement that both have signed and none has taken the place of.
    SELECT s.*, LEAST(CASE WHEN a.end_agreed_on IS NOT NULL THEN a.end_on END, a.ends_on), NULL, NULL
      FROM seen s JOIN mou a ON a.record_id = s.id
      WHERE app.signed_by_both(a.record_id) AND NOT EXISTS (
        SELECT 1 FROM mou n JOIN record nr ON nr.id = n.record_id
        WHERE n.replaces_id = a.record_id AND nr.binned_at IS NULL AND nr.voided_on IS NULL AND app.signed_by_both(n.record_id))
  )
  SELECT found.* FROM (
    SELECT d.kind, CASE WHEN d.open THEN d.id ELSE md5(m.id::text || d.id::text)::uuid END, a.slug, a.name, d.day, d.starts_at,
      d.minutes, CASE WHEN d.open THEN d.title END, NULL::text, NULL::date, d.updated_at
    FROM dated d JOIN area a ON a.id = d.area_id WHERE d.day BETWEEN from_day AND until_day
    UNION ALL
    -- Polls of the councils worked with: each once, by the name its council has now.
    SELECT DISTINCT ON (e.id) 'election', e.id, a.slug, a.name, e.poll_on, NULL, NULL, now_called.short_name, e.kind::text, e.notice_on,
      e.recorded_at
    FROM election e JOIN st ON st.council_id = e.organisation_id JOIN area a ON a.id = st.area_id
      JOIN relationship held ON held.id = COALESCE(app.held_by(st.relationship_id, today), st.relationship_id)
      JOIN organisation now_called ON now_called.id = held.council_id
    WHERE e.removed_at IS NULL AND e.poll_on BETWEEN from_day AND until_day
  ) found (kind, id, slug, name, day, starts, minutes, title, poll, notice, changed)
  ORDER BY found.day, found.starts NULLS FIRST, found.id LIMIT most;
  PERFORM set_config('app.principal', asker, true);
END $$;

-- Whether the partnership and the other party have both signed an agreement.
CREATE FUNCTION app.signed_by_both(the_mou uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM mou_signatory s WHERE s.mou_id = the_mou AND s.party = 'community')
    AND EXISTS (SELECT 1 FROM mou_signatory s WHERE s.mou_id = the_mou AND s.party <> 'community')
$$;

-- Who changes a password shuts out whoever knew too much: their calendars' addresses too, as their tokens.
CREATE FUNCTION app.end_feeds() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE calendar_feed f SET ended_at = now() FROM membership m
    WHERE m.id = f.membership_id AND m.user_id = NEW.user_id AND f.ended_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER feeds_end AFTER UPDATE OF password ON account FOR EACH ROW
  WHEN (OLD.password IS DISTINCT FROM NEW.password) EXECUTE FUNCTION app.end_feeds();

GRANT SELECT ON calendar_feed TO common_ground_scorer;
GRANT UPDATE (last_used_on, ended_at) ON calendar_feed TO common_ground_scorer;
CREATE POLICY functions ON calendar_feed FOR SELECT TO common_ground_scorer USING (true);
CREATE POLICY used ON calendar_feed FOR UPDATE TO common_ground_scorer USING (true);

GRANT CREATE ON SCHEMA app TO common_ground_scorer;
ALTER FUNCTION app.find_feed(text, date) OWNER TO common_ground_scorer;
ALTER FUNCTION app.end_feeds() OWNER TO common_ground_scorer;
REVOKE CREATE ON SCHEMA app FROM common_ground_scorer;
REVOKE ALL ON FUNCTION app.find_feed(text, date), app.feed_entries(date, date, int), app.signed_by_both(uuid), app.end_feeds() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.find_feed(text, date), app.feed_entries(date, date, int) TO common_ground_app, common_ground_scorer;
GRANT EXECUTE ON FUNCTION app.signed_by_both(uuid) TO common_ground_owner;
