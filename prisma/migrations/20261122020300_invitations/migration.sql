-- Invitations (docs/decisions/0033): somebody is asked by mail to take a role, and becomes a member when they accept. Of the
-- link only the SHA-256 of its 256 random bits is kept. And: an account is said to be a person of the register; an account
-- that is closed loses its sessions and tokens in the statement that closes it.

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "organisation_id" UUID NOT NULL,
    "area_id" UUID,
    "role" "access_role" NOT NULL,
    "side" "side",
    "person_id" UUID,
    "token_hash" TEXT,
    "invited_by_id" UUID NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_organisation_id_idx" ON "invitation"("organisation_id");

-- CreateIndex
CREATE INDEX "invitation_area_id_idx" ON "invitation"("area_id");

-- CreateIndex
CREATE INDEX "invitation_person_id_idx" ON "invitation"("person_id");

-- CreateIndex
CREATE INDEX "invitation_invited_by_id_idx" ON "invitation"("invited_by_id");

-- CreateIndex
CREATE INDEX "invitation_accepted_by_id_idx" ON "invitation"("accepted_by_id");

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_accepted_by_id_fkey" FOREIGN KEY ("accepted_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE invitation ADD CONSTRAINT invitation_hashed CHECK (token_hash ~ '^[0-9a-f]{64}$');
ALTER TABLE invitation ADD CONSTRAINT invitation_side_fits CHECK ((side IS NULL) = (role IN ('admin', 'researcher')));

-- ---- Who looks after an organisation's members -----------------------------------------------------------------------

-- Whether who asks leads this organisation: in this area, or, for all of its areas, in all of them. Who leads in one area
-- gives nobody more than that.
CREATE FUNCTION app.leads(the_organisation uuid, the_area uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT the_organisation = ANY (app.leading_organisations()) AND (
    the_area = ANY (app.leading_areas())
    OR EXISTS (SELECT 1 FROM membership m WHERE m.user_id = app.user_id() AND m.organisation_id = the_organisation
      AND m.role = 'lead' AND m.area_id IS NULL AND m.starts_on <= app.today() AND (m.ends_on IS NULL OR app.today() < m.ends_on))
  )
$$;

ALTER POLICY given ON membership WITH CHECK (
  (SELECT app.is_admin()) OR (role IN ('reader', 'editor', 'lead') AND app.leads(organisation_id, area_id))
);
ALTER POLICY ended ON membership USING (
  (SELECT app.is_admin()) OR (role IN ('reader', 'editor', 'lead') AND app.leads(organisation_id, area_id))
);

ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON invitation TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance());
GRANT SELECT, INSERT, UPDATE ON invitation TO common_ground_app;
CREATE POLICY seen ON invitation FOR SELECT TO common_ground_app USING (
  (SELECT app.is_admin()) OR app.leads(organisation_id, area_id)
);
CREATE POLICY made ON invitation FOR INSERT TO common_ground_app WITH CHECK (
  invited_by_id = (SELECT app.user_id())
  AND ((SELECT app.is_admin()) OR (role IN ('reader', 'editor', 'lead') AND app.leads(organisation_id, area_id)))
);
CREATE POLICY changed ON invitation FOR UPDATE TO common_ground_app USING (
  (SELECT app.is_admin()) OR (role IN ('reader', 'editor', 'lead') AND app.leads(organisation_id, area_id))
);

-- ---- Accepting one ----------------------------------------------------------------------------------------------------

CREATE TYPE app.invited AS (
  id uuid, name text, email text, organisation text, area text, role text, inviter text, expires_at timestamptz
);

-- Whether an invitation can still be accepted: its days are not over, nobody took it back, and who invites might still.
CREATE FUNCTION app.invitation_holds(the_invitation uuid, at timestamptz) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM invitation i JOIN "user" u ON u.id = i.invited_by_id JOIN membership m ON m.user_id = u.id
    WHERE i.id = the_invitation AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND at < i.expires_at
      AND u.deactivated_at IS NULL
      AND (m.role = 'admin'
        OR (m.role = 'lead' AND m.organisation_id = i.organisation_id AND (m.area_id IS NULL OR m.area_id = i.area_id)))
      AND m.starts_on <= (at AT TIME ZONE 'Europe/London')::date
      AND (m.ends_on IS NULL OR (at AT TIME ZONE 'Europe/London')::date < m.ends_on)
  )
$$;

-- What signing in may know of invitations: one, by the hash of what was sent; and the one it puts a hash in as it sends it.
CREATE FUNCTION app.find_invitation(sent_hash text, at timestamptz) RETURNS SETOF app.invited
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app.is_auth() THEN
    RAISE EXCEPTION 'nobody else may' USING ERRCODE = '42501';
  END IF;
  RETURN QUERY
    SELECT i.id, i.name, i.email, o.short_name, a.name, i.role::text, u.name, i.expires_at
    FROM invitation i JOIN organisation o ON o.id = i.organisation_id JOIN "user" u ON u.id = i.invited_by_id
    LEFT JOIN area a ON a.id = i.area_id
    WHERE i.token_hash = sent_hash AND app.invitation_holds(i.id, at);
END $$;

CREATE FUNCTION app.send_invitation(the_invitation uuid, new_hash text, at timestamptz) RETURNS SETOF app.invited
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app.is_auth() THEN
    RAISE EXCEPTION 'nobody else may' USING ERRCODE = '42501';
  END IF;
  UPDATE invitation SET token_hash = new_hash WHERE id = the_invitation AND app.invitation_holds(id, at);
  RETURN QUERY SELECT * FROM app.find_invitation(new_hash, at);
END $$;

-- Takes an invitation, once: the account becomes a member, and the person of the register it was said to be. Null: it can
-- not be accepted (any more). The account must have the address that the mail went to.
CREATE FUNCTION app.accept_invitation(sent_hash text, by_user uuid, new_membership uuid, at timestamptz) RETURNS uuid
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
      AND NOT EXISTS (SELECT 1 FROM "user" x WHERE x.person_id = p.id);
  PERFORM set_config('app.linked_user', '', true);
  RETURN i.id;
END $$;

-- ---- Which person an account is ---------------------------------------------------------------------------------------

-- Said by oneself, or by who looks after the account's membership; among the people of the organisation it speaks for, and
-- for a partnership those of its area who are of no council. Null: it is nobody's.
CREATE FUNCTION app.link_person(of_user uuid, to_person uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  own uuid[];
BEGIN
  IF app.user_id() IS NULL OR app.token_id() IS NOT NULL THEN
    RAISE EXCEPTION 'nobody else may' USING ERRCODE = '42501';
  END IF;
  own := ARRAY(SELECT m.organisation_id FROM membership m
    WHERE m.user_id = of_user AND m.side IS NOT NULL AND m.starts_on <= app.today() AND (m.ends_on IS NULL OR app.today() < m.ends_on)
      AND (of_user = app.user_id() OR app.leads(m.organisation_id, m.area_id)));
  IF cardinality(own) = 0 THEN
    RAISE EXCEPTION 'nobody else may' USING ERRCODE = '42501';
  END IF;
  IF to_person IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM person p JOIN appointment t ON t.person_id = p.id JOIN organisation o ON o.id = t.organisation_id
    WHERE p.id = to_person AND p.erased_at IS NULL AND p.merged_into_id IS NULL
      AND (o.id = ANY (own) OR (NOT 'council' = ANY (o.kinds) AND EXISTS (
        SELECT 1 FROM area a WHERE a.partnership_id = ANY (own) AND a.id IN (o.area_id, t.area_id))))
  ) THEN
    RAISE EXCEPTION 'not one of theirs' USING ERRCODE = '42501';
  END IF;
  PERFORM set_config('app.linked_user', ARRAY[of_user]::text, true);
  UPDATE "user" SET person_id = to_person, updated_at = now() WHERE id = of_user;
  PERFORM set_config('app.linked_user', '', true);
EXCEPTION WHEN unique_violation THEN
  RAISE EXCEPTION 'another account is that person' USING ERRCODE = '23505', CONSTRAINT = 'user_person_id_key';
END $$;

-- ---- Closing an account ------------------------------------------------------------------------------------------------

CREATE FUNCTION app.close_account() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM session WHERE user_id = NEW.id;
  UPDATE api_token SET revoked_at = now() WHERE user_id = NEW.id AND revoked_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER account_closed AFTER UPDATE OF deactivated_at ON "user" FOR EACH ROW
  WHEN (OLD.deactivated_at IS NULL AND NEW.deactivated_at IS NOT NULL) EXECUTE FUNCTION app.close_account();

-- ---- What the functions above need -------------------------------------------------------------------------------------

GRANT SELECT, UPDATE (token_hash, accepted_at, accepted_by_id) ON invitation TO common_ground_scorer;
CREATE POLICY functions ON invitation FOR SELECT TO common_ground_scorer USING (true);
CREATE POLICY accepted ON invitation FOR UPDATE TO common_ground_scorer USING (true);
-- A member is made of an invitation that was just taken, and of nothing else.
CREATE POLICY invited ON membership FOR INSERT TO common_ground_scorer WITH CHECK (
  EXISTS (SELECT 1 FROM invitation i WHERE i.accepted_by_id = membership.user_id AND i.organisation_id = membership.organisation_id
    AND i.role = membership.role AND i.area_id IS NOT DISTINCT FROM membership.area_id)
);
GRANT UPDATE (person_id, updated_at) ON "user" TO common_ground_scorer;
CREATE POLICY linked ON "user" FOR UPDATE TO common_ground_scorer USING (id = ANY (app.scope('linked_user')));
GRANT SELECT (merged_into_id) ON person TO common_ground_scorer;

GRANT CREATE ON SCHEMA app TO common_ground_scorer;
ALTER FUNCTION app.leads(uuid, uuid) OWNER TO common_ground_scorer;
ALTER FUNCTION app.invitation_holds(uuid, timestamptz) OWNER TO common_ground_scorer;
ALTER FUNCTION app.find_invitation(text, timestamptz) OWNER TO common_ground_scorer;
ALTER FUNCTION app.send_invitation(uuid, text, timestamptz) OWNER TO common_ground_scorer;
ALTER FUNCTION app.accept_invitation(text, uuid, uuid, timestamptz) OWNER TO common_ground_scorer;
ALTER FUNCTION app.link_person(uuid, uuid) OWNER TO common_ground_scorer;
ALTER FUNCTION app.close_account() OWNER TO common_ground_scorer;
REVOKE CREATE ON SCHEMA app FROM common_ground_scorer;
REVOKE ALL ON FUNCTION app.leads(uuid, uuid), app.invitation_holds(uuid, timestamptz), app.find_invitation(text, timestamptz),
  app.send_invitation(uuid, text, timestamptz), app.accept_invitation(text, uuid, uuid, timestamptz), app.link_person(uuid, uuid),
  app.close_account() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.leads(uuid, uuid), app.find_invitation(text, timestamptz), app.send_invitation(uuid, text, timestamptz),
  app.accept_invitation(text, uuid, uuid, timestamptz), app.link_person(uuid, uuid) TO common_ground_app, common_ground_scorer;
GRANT EXECUTE ON FUNCTION app.invitation_holds(uuid, timestamptz) TO common_ground_scorer;
