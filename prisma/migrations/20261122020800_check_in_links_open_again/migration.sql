-- A link opens a seat at a check-in first, as 20261122010000_check_ins made it: 20261122020210_links_after_a_takeover wrote
-- the function anew without that, and no personal link to a check-in opened, or was mailed.
DO $$
DECLARE
  now_is text := pg_get_functiondef('app.enter_link(uuid, date)'::regprocedure);
BEGIN
  IF position('app.enter_seat(' IN now_is) = 0 THEN
    EXECUTE replace(
      now_is,
      'PERFORM app.enter(''link:''', 'RETURN QUERY SELECT * FROM app.enter_seat(the_link, on_day);
  IF FOUND THEN
    RETURN;
  END IF;
  PERFORM app.enter(''link:'''
    );
  END IF;
END $$;
