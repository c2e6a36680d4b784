-- Who stands in two places stands in each of them alone: what a side keeps to itself is reached by an area and an
-- organisation together, as one stand has them, and no longer by any area and any organisation of theirs.

-- ---- The pairs --------------------------------------------------------------------------------------------------------

-- Of these areas and organisations, those somebody has together in one stand of such a role. With one area, or with one
-- organisation, that is each with each; most people never get further. A token's areas and roles are fewer: given so.
CREATE FUNCTION app.paired(of_roles text[], in_areas uuid[], of_organisations uuid[])
RETURNS TABLE (area_id uuid, organisation_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 2 SET search_path = public, pg_temp AS $$
BEGIN
  IF cardinality(in_areas) < 2 OR cardinality(of_organisations) < 2 THEN
    RETURN QUERY SELECT a, o FROM unnest(in_areas) a, unnest(of_organisations) o;
  ELSE
    RETURN QUERY SELECT DISTINCT s.area_id, s.organisation_id FROM app.stands(app.user_id(), app.today()) s
      WHERE s.role = ANY (of_roles) AND s.area_id = ANY (in_areas) AND s.organisation_id = ANY (of_organisations);
  END IF;
END $$;

-- Where who asks stands; where they write; where they lead.
CREATE FUNCTION app.stood() RETURNS TABLE (area_id uuid, organisation_id uuid) LANGUAGE sql STABLE ROWS 2
  AS $$ SELECT * FROM app.paired('{reader,editor,lead}', app.areas(), app.organisations()) $$;
CREATE FUNCTION app.writes() RETURNS TABLE (area_id uuid, organisation_id uuid) LANGUAGE sql STABLE ROWS 2
  AS $$ SELECT * FROM app.paired('{editor,lead}', app.writing_areas(), app.writing_organisations()) $$;
CREATE OR REPLACE FUNCTION app.led() RETURNS TABLE (area_id uuid, organisation_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT * FROM app.paired('{lead}', app.leading_areas(), app.leading_organisations()) $$;

-- The organisations whose people are known, area by area: one's own, for the partnership its councils, and the area's.
CREATE FUNCTION app.registered() RETURNS TABLE (area_id uuid, organisation_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 4 SET search_path = public, pg_temp AS $$
BEGIN
  IF cardinality(app.areas()) < 2 THEN
    RETURN QUERY SELECT a, o FROM unnest(app.areas()) a, unnest(app.register()) o;
  ELSE
    RETURN QUERY
    WITH st AS (SELECT * FROM app.stands(app.user_id(), app.today()) s WHERE s.area_id = ANY (app.areas()))
    SELECT st.area_id, st.organisation_id FROM st
    UNION SELECT st.area_id, st.council_id FROM st WHERE st.side = 'community' AND st.council_id IS NOT NULL
    UNION SELECT a.id, a.partnership_id FROM area a WHERE a.id = ANY (app.areas())
    UNION SELECT o.area_id, o.id FROM organisation o WHERE o.area_id = ANY (app.areas());
  END IF;
END $$;

GRANT CREATE ON SCHEMA app TO common_ground_scorer;
ALTER FUNCTION app.paired(text[], uuid[], uuid[]) OWNER TO common_ground_scorer;
ALTER FUNCTION app.registered() OWNER TO common_ground_scorer;
REVOKE CREATE ON SCHEMA app FROM common_ground_scorer;
REVOKE ALL ON FUNCTION app.paired(text[], uuid[], uuid[]), app.stood(), app.writes(), app.registered() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.paired(text[], uuid[], uuid[]), app.stood(), app.writes(), app.registered()
  TO common_ground_app, common_ground_scorer, common_ground_owner;

-- ---- Records, their replies and files ---------------------------------------------------------------------------------

ALTER POLICY seen ON record USING (
  area_id = ANY ((SELECT app.areas())::uuid[])
  AND (relationship_id IS NULL OR relationship_id = ANY ((SELECT app.relationships())::uuid[]))
  AND CASE level
    WHEN 'shared' THEN binned_at IS NULL OR (area_id, organisation_id) IN (SELECT s.area_id, s.organisation_id FROM app.stood() s)
    WHEN 'side' THEN (area_id, organisation_id) IN (SELECT s.area_id, s.organisation_id FROM app.stood() s)
    ELSE author_id = (SELECT app.user_id())
  END
);
ALTER POLICY written ON record WITH CHECK (
  author_id = (SELECT app.user_id())
  AND (area_id, organisation_id) IN (SELECT w.area_id, w.organisation_id FROM app.writes() w)
  AND (relationship_id IS NULL OR relationship_id = ANY ((SELECT app.relationships())::uuid[]))
);
ALTER POLICY changed ON record USING (
  area_id = ANY ((SELECT app.writing_areas())::uuid[])
  AND (relationship_id IS NULL OR relationship_id = ANY ((SELECT app.relationships())::uuid[]))
  AND CASE level
    WHEN 'shared' THEN binned_at IS NULL OR (area_id, organisation_id) IN (SELECT s.area_id, s.organisation_id FROM app.stood() s)
    WHEN 'side' THEN (area_id, organisation_id) IN (SELECT w.area_id, w.organisation_id FROM app.writes() w)
    ELSE author_id = (SELECT app.user_id())
  END
);
ALTER POLICY written ON reply WITH CHECK (
  author_id = (SELECT app.user_id())
  AND EXISTS (SELECT 1 FROM record r WHERE r.id = record_id
    AND (r.area_id, reply.organisation_id) IN (SELECT w.area_id, w.organisation_id FROM app.writes() w))
);
ALTER POLICY seen ON attachment USING (
  EXISTS (SELECT 1 FROM record r WHERE r.id = record_id AND (attachment.level = 'shared'
    OR (r.area_id, attachment.organisation_id) IN (SELECT s.area_id, s.organisation_id FROM app.stood() s)))
);
ALTER POLICY written ON attachment WITH CHECK (
  author_id = (SELECT app.user_id()) AND level <> 'personal'
  AND EXISTS (SELECT 1 FROM record r WHERE r.id = record_id
    AND (r.area_id, attachment.organisation_id) IN (SELECT w.area_id, w.organisation_id FROM app.writes() w)
    AND (attachment.level = 'side' OR r.level = 'shared'))
);
ALTER POLICY changed ON attachment USING (
  EXISTS (SELECT 1 FROM record r WHERE r.id = record_id
    AND (r.area_id, attachment.organisation_id) IN (SELECT w.area_id, w.organisation_id FROM app.writes() w))
);
ALTER POLICY made ON link WITH CHECK (
  made_by_id = (SELECT app.user_id())
  AND (area_id, made_by_organisation_id) IN (SELECT w.area_id, w.organisation_id FROM app.writes() w)
  AND relationship_id = ANY ((SELECT app.relationships())::uuid[])
  AND EXISTS (SELECT 1 FROM record r WHERE r.id = record_id AND r.level = 'shared' AND r.area_id = link.area_id)
);
ALTER POLICY revoked ON link USING (
  (area_id, made_by_organisation_id) IN (SELECT w.area_id, w.organisation_id FROM app.writes() w)
);

-- ---- What a side thinks of people, and does next ----------------------------------------------------------------------

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['assessment', 'engagement'] LOOP
    EXECUTE format('ALTER POLICY seen ON %I USING ((area_id, organisation_id) IN (SELECT s.area_id, s.organisation_id FROM app.stood() s))', t);
    EXECUTE format('ALTER POLICY written ON %I WITH CHECK (by_user_id = (SELECT app.user_id())
      AND (area_id, organisation_id) IN (SELECT w.area_id, w.organisation_id FROM app.writes() w))', t);
  END LOOP;
  -- What a partnership keeps to itself is its area's own.
  FOREACH t IN ARRAY ARRAY['partnership_decision', 'partnership_interest', 'partnership_member', 'partnership_mending',
      'partnership_plan', 'partnership_policy', 'partnership_review'] LOOP
    EXECUTE format('ALTER POLICY seen ON %1$I USING (EXISTS (SELECT FROM area a WHERE a.id = %1$I.area_id
      AND (a.id, a.partnership_id) IN (SELECT s.area_id, s.organisation_id FROM app.stood() s)))', t);
    EXECUTE format('ALTER POLICY written ON %1$I WITH CHECK (EXISTS (SELECT FROM area a WHERE a.id = %1$I.area_id
      AND (a.id, a.partnership_id) IN (SELECT w.area_id, w.organisation_id FROM app.writes() w)))', t);
    EXECUTE format('ALTER POLICY changed ON %1$I USING (EXISTS (SELECT FROM area a WHERE a.id = %1$I.area_id
      AND (a.id, a.partnership_id) IN (SELECT w.area_id, w.organisation_id FROM app.writes() w)))', t);
  END LOOP;
END $$;
ALTER POLICY seen ON action_state USING (
  relationship_id = ANY ((SELECT app.relationships())::uuid[])
  AND (area_id, organisation_id) IN (SELECT s.area_id, s.organisation_id FROM app.stood() s)
);
ALTER POLICY written ON action_state WITH CHECK (
  relationship_id = ANY ((SELECT app.relationships())::uuid[]) AND by_user_id = (SELECT app.user_id())
  AND (area_id, organisation_id) IN (SELECT w.area_id, w.organisation_id FROM app.writes() w)
);
ALTER POLICY changed ON action_state USING (
  (area_id, organisation_id) IN (SELECT w.area_id, w.organisation_id FROM app.writes() w)
);
ALTER POLICY written ON told_apart WITH CHECK (
  by_user_id = (SELECT app.user_id()) AND (
    (area_id, organisation_id) IN (SELECT w.area_id, w.organisation_id FROM app.writes() w)
    OR ((SELECT app.is_admin()) AND first_organisation_id IS NOT NULL))
);

-- ---- Check-ins --------------------------------------------------------------------------------------------------------

ALTER POLICY opened ON check_in WITH CHECK (
  opened_by_id = (SELECT app.user_id()) AND result IS NULL
  AND (area_id, organisation_id) IN (SELECT w.area_id, w.organisation_id FROM app.writes() w)
  AND relationship_id = ANY ((SELECT app.relationships())::uuid[])
);
ALTER POLICY called_off ON check_in USING (
  (area_id, organisation_id) IN (SELECT w.area_id, w.organisation_id FROM app.writes() w)
);
ALTER POLICY invited ON check_in_seat WITH CHECK (
  NOT answered AND EXISTS (SELECT FROM check_in c WHERE c.id = check_in_id
    AND (c.area_id, check_in_seat.organisation_id) IN (SELECT l.area_id, l.organisation_id FROM app.led() l))
);
ALTER POLICY own_side ON check_in_seat USING (
  EXISTS (SELECT FROM check_in c WHERE c.id = check_in_id
    AND (c.area_id, check_in_seat.organisation_id) IN (SELECT l.area_id, l.organisation_id FROM app.led() l))
);
ALTER POLICY uninvited ON check_in_seat USING (
  NOT answered AND EXISTS (SELECT FROM check_in c WHERE c.id = check_in_id
    AND (c.area_id, check_in_seat.organisation_id) IN (SELECT l.area_id, l.organisation_id FROM app.led() l))
);
ALTER POLICY made ON check_in_link WITH CHECK (
  EXISTS (SELECT FROM check_in_seat s JOIN check_in c ON c.id = s.check_in_id WHERE s.id = seat_id
    AND (c.area_id, s.organisation_id) IN (SELECT l.area_id, l.organisation_id FROM app.led() l))
);

-- ---- The log and imports ----------------------------------------------------------------------------------------------

ALTER POLICY seen ON event USING (
  CASE
    WHEN area_id IS NOT NULL THEN
      area_id = ANY ((SELECT app.areas())::uuid[])
      AND (relationship_id IS NULL OR relationship_id = ANY ((SELECT app.relationships())::uuid[]))
      AND CASE level
        WHEN 'shared' THEN NOT app.in_another_bin(app.record_of_event(subject_id, data))
        WHEN 'side' THEN (area_id, organisation_id) IN (SELECT s.area_id, s.organisation_id FROM app.stood() s)
        ELSE actor_id = (SELECT app.user_id())
      END
    ELSE actor_id = (SELECT app.user_id()) OR (SELECT app.is_admin())
  END
);
ALTER POLICY written ON event WITH CHECK (
  (SELECT app.is_auth())
  OR (actor_id = (SELECT app.user_id()) AND principal = (SELECT app.principal()) AND (
    area_id IS NULL OR (SELECT app.is_admin())
    OR (area_id = ANY ((SELECT app.areas())::uuid[]) AND organisation_id IS NULL)
    OR (area_id, organisation_id) IN (SELECT s.area_id, s.organisation_id FROM app.stood() s)))
);
ALTER POLICY council_seen ON import USING (
  organisation_id = ANY ((SELECT app.writing_organisations())::uuid[])
  AND (area_id IS NULL OR (area_id, organisation_id) IN (SELECT w.area_id, w.organisation_id FROM app.writes() w))
);
ALTER POLICY council_changed ON import USING (
  organisation_id = ANY ((SELECT app.writing_organisations())::uuid[])
  AND (area_id IS NULL OR (area_id, organisation_id) IN (SELECT w.area_id, w.organisation_id FROM app.writes() w))
);
ALTER POLICY seen ON appointment USING (
  (organisation_id = ANY ((SELECT app.register())::uuid[])
    AND (area_id IS NULL OR (area_id, organisation_id) IN (SELECT k.area_id, k.organisation_id FROM app.registered() k)))
  OR ((SELECT app.is_admin()) AND role = 'councillor')
);
ALTER POLICY written ON appointment WITH CHECK (
  (organisation_id = ANY ((SELECT app.register())::uuid[]) AND cardinality((SELECT app.writing_areas())::uuid[]) > 0
    AND (area_id IS NULL OR (area_id = ANY ((SELECT app.writing_areas())::uuid[])
      AND (area_id, organisation_id) IN (SELECT k.area_id, k.organisation_id FROM app.registered() k))))
  OR ((SELECT app.is_admin()) AND role = 'councillor')
);
ALTER POLICY changed ON appointment USING (
  (organisation_id = ANY ((SELECT app.register())::uuid[]) AND cardinality((SELECT app.writing_areas())::uuid[]) > 0
    AND (area_id IS NULL OR (area_id = ANY ((SELECT app.writing_areas())::uuid[])
      AND (area_id, organisation_id) IN (SELECT k.area_id, k.organisation_id FROM app.registered() k))))
  OR ((SELECT app.is_admin()) AND role = 'councillor')
);
ALTER POLICY taken_back_in_area ON appointment USING (
  EXISTS (SELECT 1 FROM import i WHERE i.id = appointment.import_id AND i.area_id = appointment.area_id AND i.reverted_at IS NULL
    AND (i.area_id, i.organisation_id) IN (SELECT w.area_id, w.organisation_id FROM app.writes() w))
);

-- ---- The same in the functions that act with another's rights ---------------------------------------------------------

CREATE OR REPLACE FUNCTION app.in_another_bin(of_record uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM record r WHERE r.id = of_record AND r.binned_at IS NOT NULL AND r.area_id = ANY (app.areas())
    AND NOT EXISTS (SELECT FROM app.stood() s WHERE s.area_id = r.area_id AND s.organisation_id = r.organisation_id))
$$;

-- Each as it is, but for what it asks of who may: before it acts with another's rights, as whoever asks.
DO $$
DECLARE
  mend record;
  was text;
BEGIN
  FOR mend IN SELECT * FROM (VALUES
    ('open_counts', E'\n  of_partnership boolean;', E'\n  of_partnership boolean := EXISTS (SELECT 1 FROM area a JOIN app.stood() s
    ON s.area_id = a.id AND s.organisation_id = a.partnership_id WHERE a.id = for_area);'),
    ('open_counts', 'EXISTS (SELECT 1 FROM area a WHERE a.id = for_area AND a.partnership_id = ANY (app.organisations()))',
      'of_partnership'),
    ('merge_people', E'\n  asker text := app.principal();', E'\n  asker text := app.principal();
  is_theirs boolean := (in_area, for_organisation) IN (SELECT w.area_id, w.organisation_id FROM app.writes() w);'),
    ('merge_people', 'for_organisation = ANY (app.writing_organisations())', 'is_theirs'),
    ('ask_erasure', E'in_area = ANY (app.leading_areas())\n      AND for_organisation = ANY (app.leading_organisations())',
      '(in_area, for_organisation) IN (SELECT l.area_id, l.organisation_id FROM app.led() l)')
  ) m (name, old, new) LOOP
    SELECT pg_get_functiondef(p.oid) INTO was FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace AND p.proname = mend.name;
    IF position(mend.old IN was) = 0 THEN
      RAISE EXCEPTION 'app.% does not ask that', mend.name;
    END IF;
    EXECUTE replace(was, mend.old, mend.new);
  END LOOP;
END $$;
