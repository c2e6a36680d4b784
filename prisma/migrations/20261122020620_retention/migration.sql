-- How what is no longer needed goes. app.retain alone deletes, asked by the job or the command of that name; which rows each
-- rule may ever reach stands here, and after how many days in app/features/retention/schedule.ts. A rule is a whole: its rows
-- and its line in the log, in the caller's transaction.

-- What each rule reaches: rows of a table that ended before an instant ($1). 'goes': deleted; 'file': of the file the name
-- stays, and its bytes are cleared away; 'listed': told, and never touched.
CREATE FUNCTION app.retention_parts() RETURNS TABLE (rule text, does text, place text, condition text)
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
  VALUES
    ('sessions', 'goes', 'session', 't.expires_at < $1'),
    ('secrets', 'goes', 'verification', 't.expires_at < $1'),
    ('secrets', 'goes', 'recovery_code', 't.used_at < $1'),
    ('limits', 'goes', 'rate_limit', 't.last_request < extract(epoch FROM $1) * 1000'),
    ('forms', 'goes', 'idempotency_key', 't.created_at < $1'),
    ('imports', 'goes', 'import_draft', 't.expires_at < $1'),
    ('drafts', 'goes', 'check_in_answer', 't.is_draft AND EXISTS (SELECT FROM check_in_seat s JOIN check_in c ON c.id = s.check_in_id
       WHERE s.id = t.seat_id AND c.closes_on < ($1 AT TIME ZONE ''Europe/London'')::date)'),
    ('check-in-links', 'goes', 'check_in_link', 'EXISTS (SELECT FROM check_in_seat s JOIN check_in c ON c.id = s.check_in_id
       WHERE s.id = t.seat_id AND c.closes_on < ($1 AT TIME ZONE ''Europe/London'')::date)'),
    ('invitations', 'goes', 'invitation', 'least(t.accepted_at, t.withdrawn_at, t.expires_at) < $1'),
    ('outside', 'goes', 'outside_answer', 't.fetched_at < $1'),
    ('jobs', 'goes', 'graphile_worker._private_jobs', 't.attempts >= t.max_attempts AND t.locked_at IS NULL AND t.updated_at < $1'),
    ('sign-ins', 'goes', 'event', 't.area_id IS NULL AND t.at < $1 AND t.command IN (''access.refused'', ''identity.signed-in'',
       ''identity.signed-out'', ''identity.sign-in-failed'', ''identity.second-step-failed'', ''identity.sessions-ended'')'),
    ('files', 'file', 'attachment', 't.removed_at IS NULL AND EXISTS (SELECT FROM record r WHERE r.id = t.record_id AND r.binned_at < $1)'),
    ('bin', 'row by row', 'record', 't.binned_at < $1 AND NOT EXISTS (SELECT FROM attachment a WHERE a.record_id = t.id
       AND (a.removed_at IS NULL OR a.removed_at >= app.today() - 7))'),
    ('contacts', 'listed', 'person', 't.erased_at IS NULL AND t.merged_into_id IS NULL AND (t.email IS NOT NULL OR t.phone IS NOT NULL)
       AND t.created_at < $1 AND NOT EXISTS (SELECT FROM appointment a WHERE a.person_id = t.id
         AND (a.ends_on IS NULL OR a.ends_on >= ($1 AT TIME ZONE ''Europe/London'')::date))')
$$;

-- A row and what is a part of it. What another thing names stays, and so does what it is a part of.
CREATE FUNCTION app.forget_row(place regclass, key text, value uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = public, pg_temp AS $$
DECLARE
  ref record;
  part uuid;
  named boolean;
BEGIN
  FOR ref IN
    SELECT c.conrelid::regclass AS child, a.attname::text AS name, c.confdeltype AS on_delete,
      (SELECT string_agg(k.attname, ',' ORDER BY k.attnum) FROM pg_index i JOIN pg_attribute k ON k.attrelid = i.indrelid
         AND k.attnum = ANY (i.indkey) WHERE i.indrelid = c.conrelid AND i.indisprimary) AS pk
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    JOIN pg_attribute t ON t.attrelid = c.confrelid AND t.attnum = c.confkey[1]
    WHERE c.contype = 'f' AND c.confrelid = place AND t.attname = key
  LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM %s WHERE %I = $1)', ref.child, ref.name) INTO named USING value;
    CONTINUE WHEN NOT named;
    IF ref.on_delete = 'n' OR ref.child::text || '.' || ref.name IN ('link.record_id', 'disclosure_item.record_id',
        'clause_link.linked_id', 'handover_item.item_id', 'meeting_project.project_id') THEN
      RAISE EXCEPTION 'another thing names it' USING ERRCODE = '23503';
    END IF;
    IF ref.pk = ref.name THEN
      PERFORM app.forget_row(ref.child, ref.name, value);
    ELSIF ref.pk = 'id' THEN
      FOR part IN EXECUTE format('SELECT id FROM %s WHERE %I = $1', ref.child, ref.name) USING value LOOP
        PERFORM app.forget_row(ref.child, 'id', part);
      END LOOP;
    ELSE
      EXECUTE format('DELETE FROM %s WHERE %I = $1', ref.child, ref.name) USING value;
    END IF;
  END LOOP;
  EXECUTE format('DELETE FROM %s WHERE %I = $1', place, key) USING value;
END $$;

-- How many rows of a rule ended before that instant; with `really` they go, and the log says so.
CREATE FUNCTION app.retain(the_rule text, before timestamptz, really boolean, event_id uuid, at timestamptz) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asker text := app.principal();
  part record;
  one uuid;
  found_rows integer;
  total integer := 0;
BEGIN
  IF asker <> 'job:retention' THEN
    RAISE EXCEPTION 'nobody asks for this' USING ERRCODE = '42501';
  END IF;
  IF before > ((app.today() + 1)::timestamp AT TIME ZONE 'Europe/London') THEN
    RAISE EXCEPTION 'nothing goes before its day' USING ERRCODE = '22023';
  END IF;
  IF NOT EXISTS (SELECT FROM app.retention_parts() p WHERE p.rule = the_rule) THEN
    RAISE EXCEPTION 'no such rule' USING ERRCODE = '22023';
  END IF;
  PERFORM set_config('app.principal', 'maintenance', true);
  FOR part IN SELECT * FROM app.retention_parts() p WHERE p.rule = the_rule LOOP
    CONTINUE WHEN to_regclass(part.place) IS NULL;
    IF part.does = 'row by row' THEN
      found_rows := 0;
      -- Looked at without `really`: done, and undone.
      BEGIN
        FOR one IN EXECUTE format('SELECT t.id FROM %s t WHERE %s ORDER BY t.id', part.place, part.condition) USING before LOOP
          BEGIN
            PERFORM app.forget_row(part.place::regclass, 'id', one);
            found_rows := found_rows + 1;
          EXCEPTION WHEN foreign_key_violation THEN NULL;
          END;
        END LOOP;
        IF NOT really THEN
          RAISE EXCEPTION 'undone' USING ERRCODE = 'UNDO0';
        END IF;
      EXCEPTION WHEN SQLSTATE 'UNDO0' THEN NULL;
      END;
    ELSIF NOT really THEN
      EXECUTE format('SELECT count(*) FROM %s t WHERE %s', part.place, part.condition) INTO found_rows USING before;
    ELSIF part.does = 'goes' THEN
      EXECUTE format('DELETE FROM %s t WHERE %s', part.place, part.condition) USING before;
      GET DIAGNOSTICS found_rows = ROW_COUNT;
    ELSIF part.does = 'file' THEN
      EXECUTE format('UPDATE %s t SET removed_at = $2 WHERE %s', part.place, part.condition) USING before, at;
      GET DIAGNOSTICS found_rows = ROW_COUNT;
    ELSE
      RAISE EXCEPTION 'it is only listed' USING ERRCODE = '22023';
    END IF;
    total := total + found_rows;
  END LOOP;
  IF really AND total > 0 THEN
    INSERT INTO event (id, at, principal, command, level, data)
      VALUES (event_id, at, asker, 'retention.applied', 'personal', jsonb_build_object('rule', the_rule, 'rows', total));
  END IF;
  PERFORM set_config('app.principal', asker, true);
  RETURN total;
END $$;

-- The run is over: the log says so, of one in which nothing went too.
CREATE FUNCTION app.note_retention(event_id uuid, at timestamptz, went integer) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF app.principal() <> 'job:retention' THEN
    RAISE EXCEPTION 'nobody asks for this' USING ERRCODE = '42501';
  END IF;
  PERFORM set_config('app.principal', 'maintenance', true);
  INSERT INTO event (id, at, principal, command, level, data)
    VALUES (event_id, at, 'job:retention', 'retention.run', 'personal', jsonb_build_object('rows', went));
  PERFORM set_config('app.principal', 'job:retention', true);
END $$;

REVOKE ALL ON FUNCTION app.retention_parts(), app.forget_row(regclass, text, uuid),
  app.retain(text, timestamptz, boolean, uuid, timestamptz), app.note_retention(uuid, timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.retain(text, timestamptz, boolean, uuid, timestamptz), app.note_retention(uuid, timestamptz, integer)
  TO common_ground_app;

-- One task more, which puts itself in the queue for the next day. Whatever tasks were added before this stay.
DO $$
BEGIN
  EXECUTE replace(
    pg_get_functiondef('app.enqueue(text, jsonb, timestamptz, text)'::regprocedure),
    '''sweep-files''', '''sweep-files'', ''retention'''
  );
END $$;
