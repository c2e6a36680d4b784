-- A calendar that somebody's program fetches is a download too: noted once a day at most, as its owner's, with no address.
CREATE OR REPLACE FUNCTION app.find_feed(sent_hash text, on_day date) RETURNS TABLE (membership_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  one record;
BEGIN
  SELECT f.membership_id, m.user_id INTO one FROM calendar_feed f
    JOIN membership m ON m.id = f.membership_id JOIN "user" u ON u.id = m.user_id
    WHERE f.token_hash = sent_hash AND f.ended_at IS NULL AND u.deactivated_at IS NULL AND m.side IS NOT NULL
      AND m.starts_on <= on_day AND (m.ends_on IS NULL OR on_day < m.ends_on);
  IF one.membership_id IS NULL THEN
    RETURN;
  END IF;
  -- Of two that ask at once, one changes the day.
  UPDATE calendar_feed f SET last_used_on = on_day
    WHERE f.membership_id = one.membership_id AND f.last_used_on IS DISTINCT FROM on_day;
  IF FOUND THEN
    INSERT INTO event (id, at, principal, actor_id, command, level, data) VALUES (
      (lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0') || '7'
        || substr(md5(random()::text), 1, 3) || 'a' || substr(md5(random()::text), 1, 15))::uuid,
      clock_timestamp(), 'feed:' || one.membership_id, one.user_id, 'access.exported', 'personal',
      jsonb_build_object('path', '/calendar'));
  END IF;
  RETURN QUERY SELECT one.membership_id;
END $$;
GRANT INSERT ON event TO common_ground_scorer;
CREATE POLICY calendars ON event FOR INSERT TO common_ground_scorer WITH CHECK (
  command = 'access.exported' AND principal LIKE 'feed:%' AND level = 'personal' AND area_id IS NULL
);
