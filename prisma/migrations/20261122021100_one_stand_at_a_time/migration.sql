-- Who leads a partnership in one area and a council in another leads each of them there, and not the one's members where
-- the other works. An account is said to be a person of its own side alone, by an invitation too. A closed account's
-- calendars end with it. And an admin gives their own account no role: another admin does, or a lead.

-- ---- Where who asks leads: area and organisation, as one stand has them -----------------------------------------------

-- As far as what they entered with reaches: a token of one area leads nowhere else, one that only reads leads nowhere.
CREATE FUNCTION app.led() RETURNS TABLE (area_id uuid, organisation_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT s.area_id, s.organisation_id FROM app.stands(app.user_id(), app.today()) s
  WHERE s.role = 'lead' AND s.area_id = ANY (app.leading_areas()) AND s.organisation_id = ANY (app.leading_organisations())
$$;

-- Whether who asks leads this organisation: in this area, or, for all of its areas, in all of them.
CREATE OR REPLACE FUNCTION app.leads(the_organisation uuid, the_area uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT the_organisation = ANY (app.leading_organisations()) AND (
    EXISTS (SELECT 1 FROM app.led() l WHERE l.area_id = the_area AND l.organisation_id = the_organisation)
    OR EXISTS (SELECT 1 FROM membership m WHERE m.user_id = app.user_id() AND m.organisation_id = the_organisation
      AND m.role = 'lead' AND m.area_id IS NULL AND m.starts_on <= app.today() AND (m.ends_on IS NULL OR app.today() < m.ends_on))
  )
$$;

ALTER POLICY seen ON disclosure USING (
  (area_id, organisation_id) IN (SELECT l.area_id, l.organisation_id FROM app.led() l)
);
ALTER POLICY written ON disclosure WITH CHECK (
  by_user_id = (SELECT app.user_id()) AND (area_id, organisation_id) IN (SELECT l.area_id, l.organisation_id FROM app.led() l)
);
ALTER POLICY changed ON disclosure USING (
  (area_id, organisation_id) IN (SELECT l.area_id, l.organisation_id FROM app.led() l)
);

-- ---- No role for oneself -----------------------------------------------------------------------------------------------

ALTER POLICY given ON membership WITH CHECK (
  ((SELECT app.is_admin()) AND user_id <> (SELECT app.user_id()))
  OR (role IN ('reader', 'editor', 'lead') AND app.leads(organisation_id, area_id))
);

-- Takes an invitation, once, and not one's own: the account becomes a member, and the person of the register it was said to
-- be, where that is one of the people of the organisation that invites, or, for a partnership, of its area and of no
-- council. Null: it can not be accepted (any more). The account must have the address that the mail went to.
CREATE OR REPLACE FUNCTION app.accept_invitation(sent_hash text, by_user uuid, new_membership uuid, at timestamptz) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  i invitation;
  from_day date := (at AT TIME ZONE 'Europe/London')::date;
BEGIN
  IF NOT app.is_auth() THEN
    RAISE EXCEPTION 'nobody else may' USING ERRCODE = '42501';
  END IF;
  UPDATE invitation v SET accepted_at = at, accepted_by_id = by_user
    FROM "user" u
    WHERE v.token_hash = sent_hash AND v.accepted_at IS NULL AND v.withdrawn_at IS NULL AND app.invitation_holds(v.id, at)
      AND v.invited_by_id <> by_user
      AND u.id = by_user AND u.email = v.email AND u.deactivated_at IS NULL
    RETURNING v.* INTO i;
  IF i.id IS NULL THEN
    RETURN NULL;
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM membership m WHERE m.user_id = by_user AND m.organisation_id = i.organisation_id AND m.role = i.role
      AND m.area_id IS NOT DISTINCT FROM i.area_id AND m.starts_on <= from_day AND (m.ends_on IS NULL OR from_day < m.ends_on)
  ) THEN
    INSERT INTO membership (id, user_id, organisation_id, role, side, area_id, starts_on)
      VALUES (new_membership, by_user, i.organisation_id, i.role, i.side, i.area_id, from_day);
  END IF;
  PERFORM set_config('app.linked_user', ARRAY[by_user]::text, true);
  UPDATE "user" u SET person_id = p.id FROM person p
    WHERE u.id = by_user AND u.person_id IS NULL AND p.id = i.person_id AND p.erased_at IS NULL AND p.merged_into_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM "user" x WHERE x.person_id = p.id)
      AND i.side IS NOT NULL AND EXISTS (
        SELECT 1 FROM appointment t JOIN organisation o ON o.id = t.organisation_id
        WHERE t.person_id = p.id AND (o.id = i.organisation_id OR (NOT 'council' = ANY (o.kinds) AND EXISTS (
          SELECT 1 FROM area a WHERE a.partnership_id = i.organisation_id AND a.id IN (o.area_id, t.area_id)))));
  PERFORM set_config('app.linked_user', '', true);
  RETURN i.id;
END $$;

-- ---- Closing an account ------------------------------------------------------------------------------------------------

CREATE OR REPLACE FUNCTION app.close_account() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM session WHERE user_id = NEW.id;
  UPDATE api_token SET revoked_at = now() WHERE user_id = NEW.id AND revoked_at IS NULL;
  UPDATE calendar_feed f SET ended_at = now() FROM membership m
    WHERE m.id = f.membership_id AND m.user_id = NEW.id AND f.ended_at IS NULL;
  RETURN NULL;
END $$;

-- ---- What the functions above need -------------------------------------------------------------------------------------

GRANT CREATE ON SCHEMA app TO common_ground_scorer;
ALTER FUNCTION app.led() OWNER TO common_ground_scorer;
REVOKE CREATE ON SCHEMA app FROM common_ground_scorer;
REVOKE ALL ON FUNCTION app.led() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.led() TO common_ground_app, common_ground_scorer;

-- ---- Words that name somebody ------------------------------------------------------------------------------------------

-- As before, and whose they are: the area and organisation of the row, where it has them, so that somebody who stands in
-- two is given those of the one they ask in. A clause of an agreement is of that agreement.
DROP FUNCTION app.words_naming(text[]);
CREATE FUNCTION app.words_naming(names text[])
RETURNS TABLE (place text, name text, key jsonb, record uuid, area uuid, organisation uuid, words text)
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
        ORDER BY a.attnum LIMIT 1), CASE t.place WHEN 'record'::regclass THEN 't.id'
          WHEN 'mou_clause'::regclass THEN '(SELECT v.mou_id FROM mou_version v WHERE v.id = t.version_id)' ELSE 'NULL::uuid' END) AS of_record
      FROM app.wordings() t, app.key_of(t.place) k WHERE t.place NOT IN ('event'::regclass, 'merging_step'::regclass, 'import'::regclass)
        AND has_table_privilege(t.place, 'SELECT') ORDER BY t.place::text, t.name LOOP
    RETURN QUERY EXECUTE format('SELECT %1$L, %2$L, %3$s, %4$s, (to_jsonb(t) ->> ''area_id'')::uuid, (to_jsonb(t) ->> ''organisation_id'')::uuid,
      t.%2$I::text FROM %1$s t WHERE app.names_in(t.%2$I::text, $1, $2)', w.place, w.name, w.made, w.of_record) USING p.loose, p.exact;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION app.words_naming(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.words_naming(text[]) TO common_ground_app;
