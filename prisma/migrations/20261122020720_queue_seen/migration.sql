-- An admin sees what waits in the queue and what failed, by task and by the kind of error alone: a payload is ids, and an
-- error's words may quote an address. They may try a failed job again, or take it out. Each acts as the owner, to whom the
-- queue belongs, and asks who asks first.
CREATE FUNCTION app.queue_seen() RETURNS TABLE (id bigint, task text, attempts int, most int, run_at timestamptz, is_running boolean, error_kind text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app.is_admin() THEN
    RETURN;
  END IF;
  RETURN QUERY
  SELECT j.id::bigint, t.identifier::text, j.attempts::int, j.max_attempts::int, j.run_at, j.locked_at IS NOT NULL,
    CASE WHEN j.last_error IS NOT NULL THEN COALESCE(substring(j.last_error FROM '^([A-Z][A-Za-z]{0,40}Error)\M'), 'Error') END
  FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
  ORDER BY j.last_error IS NULL, j.run_at, j.id LIMIT 200;
END $$;

-- Whether it could: not while it is running, and only one that failed before.
CREATE FUNCTION app.retry_job(the_job bigint) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app.is_admin() THEN
    RETURN false;
  END IF;
  PERFORM FROM graphile_worker._private_jobs j WHERE j.id = the_job AND j.last_error IS NOT NULL AND j.locked_at IS NULL;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM graphile_worker.reschedule_jobs(ARRAY[the_job], run_at := now(), attempts := 0);
  RETURN true;
END $$;

CREATE FUNCTION app.remove_job(the_job bigint) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app.is_admin() THEN
    RETURN false;
  END IF;
  PERFORM FROM graphile_worker._private_jobs j WHERE j.id = the_job AND j.last_error IS NOT NULL AND j.locked_at IS NULL;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM graphile_worker.complete_jobs(ARRAY[the_job]);
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION app.queue_seen(), app.retry_job(bigint), app.remove_job(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.queue_seen(), app.retry_job(bigint), app.remove_job(bigint) TO common_ground_app;
