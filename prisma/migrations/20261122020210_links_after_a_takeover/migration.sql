-- A link for somebody of the council that has taken over a record's relationship: it answers for that council, whose name it
-- sees beside the old one's. As before otherwise.
CREATE OR REPLACE FUNCTION app.enter_link(the_link uuid, on_day date) RETURNS SETOF app.stand
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  l record;
BEGIN
  PERFORM app.enter('link:' || the_link::text, on_day);
  SELECT k.*, a.slug AS area_slug, a.partnership_id, r.council_id AS council_then, h.council_id, o.slug AS council_slug INTO l
    FROM link k JOIN area a ON a.id = k.area_id JOIN relationship r ON r.id = k.relationship_id
    JOIN relationship h ON h.id = COALESCE(app.held_by(r.id, on_day), r.id)
    JOIN organisation o ON o.id = h.council_id
    WHERE k.id = the_link AND k.used_at IS NULL AND app.link_holds(k.id, on_day);
  PERFORM
    set_config('app.link', COALESCE(ARRAY[l.id]::text, ''), true),
    set_config('app.link_record', COALESCE(ARRAY[l.record_id]::text, ''), true),
    set_config('app.link_person', COALESCE(ARRAY[l.person_id]::text, ''), true),
    set_config('app.link_side', COALESCE(ARRAY[l.organisation_id]::text, ''), true),
    set_config('app.link_parties', COALESCE(ARRAY[l.partnership_id, l.council_then, l.council_id]::text, ''), true)
    FROM (SELECT 1) one WHERE l.id IS NOT NULL;
  IF l.id IS NOT NULL THEN
    RETURN QUERY SELECT l.area_id, l.area_slug, l.relationship_id, l.council_id, l.council_slug, l.side::text,
      l.organisation_id, CASE WHEN l.purpose = 'minutes' THEN 'lead' ELSE 'editor' END;
  END IF;
END $$;
