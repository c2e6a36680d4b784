-- Jobs wait in graphile-worker's own schema of this database (docs/decisions/0016). Its tables are made by its own
-- migrations, which the migrator runs after these; app.open_queue then lets the application at them.

-- Puts a job in the queue, in the caller's transaction: rolled back with it. One of these tasks and no other, with ids
-- alone to go by. It acts as the owner, to whom the queue belongs.
CREATE FUNCTION app.enqueue(task text, payload jsonb, run_at timestamptz, job_key text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF task <> ALL (ARRAY['send-link', 'sweep-files']) THEN
    RAISE EXCEPTION 'no such task' USING ERRCODE = '22023';
  END IF;
  IF app.principal() !~ '^(user|link|job):' THEN
    RAISE EXCEPTION 'nobody asks for this' USING ERRCODE = '42501';
  END IF;
  PERFORM graphile_worker.add_job(identifier => task, payload => payload::json, run_at => run_at, max_attempts => 8,
    job_key => job_key, job_key_mode => CASE WHEN job_key IS NULL THEN NULL ELSE 'preserve_run_at' END);
END $$;
REVOKE ALL ON FUNCTION app.enqueue(text, jsonb, timestamptz, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.enqueue(text, jsonb, timestamptz, text) TO common_ground_app;

-- What the worker needs of the queue, for connections that are its own from the start (app.principal is job:queue).
-- Whoever else signs in as the application reaches it by app.enqueue alone.
CREATE FUNCTION app.open_queue() RETURNS void LANGUAGE plpgsql AS $$
DECLARE t text;
BEGIN
  GRANT USAGE ON SCHEMA graphile_worker TO common_ground_app;
  GRANT SELECT ON graphile_worker.migrations TO common_ground_app;
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'graphile_worker' AND tablename LIKE '\_private\_%' LOOP
    EXECUTE format('ALTER TABLE graphile_worker.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('DROP POLICY IF EXISTS worker ON graphile_worker.%I', t);
    EXECUTE format('CREATE POLICY worker ON graphile_worker.%I TO common_ground_app USING ((SELECT app.principal()) = ''job:queue'') WITH CHECK ((SELECT app.principal()) = ''job:queue'')', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON graphile_worker.%I TO common_ground_app', t);
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION app.open_queue() FROM PUBLIC;
