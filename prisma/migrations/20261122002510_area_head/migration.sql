-- How an area's pages begin, and when anything they are made of last changed, as the caller sees it: a page that was kept
-- is given again after one statement. It depends on where the caller stands, so it is asked from app.enter's rows.
CREATE FUNCTION app.area_head(for_area uuid) RETURNS TABLE (name text, changed text)
LANGUAGE plpgsql STABLE STRICT SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT a.name, concat(
      (SELECT c.changed_in FROM page_change c WHERE c.scope = a.id), ' ',
      (SELECT c.changed_in FROM page_change c WHERE c.scope = '00000000-0000-0000-0000-000000000000'))
    FROM area a WHERE a.id = for_area;
END $$;
REVOKE ALL ON FUNCTION app.area_head(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.area_head(uuid) TO common_ground_app;
