-- Which studies somebody is in is asked once a statement: asked for each row of 1,500 areas it took longer than everything
-- else on the page of a study.
CREATE FUNCTION app.studies_in() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.study_id
  FROM study_member m JOIN study s ON s.id = m.study_id JOIN "user" u ON u.id = m.user_id
  WHERE m.user_id = app.user_id() AND u.deactivated_at IS NULL
    AND m.starts_on <= app.today() AND (m.ends_on IS NULL OR app.today() < m.ends_on)
    AND s.ended_at IS NULL AND s.starts_on <= app.today() AND app.today() <= s.ends_on
$$;
CREATE OR REPLACE FUNCTION app.in_study(the_study uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT the_study IN (SELECT app.studies_in())
$$;

ALTER POLICY studied ON research.study_row
  USING ((SELECT app.user_id()) IS NOT NULL AND study_id IN (SELECT app.studies_in()));
ALTER POLICY studied ON research.study_group
  USING ((SELECT app.user_id()) IS NOT NULL AND study_id IN (SELECT app.studies_in()));

GRANT CREATE ON SCHEMA app TO common_ground_scorer;
ALTER FUNCTION app.studies_in() OWNER TO common_ground_scorer;
REVOKE CREATE ON SCHEMA app FROM common_ground_scorer;
REVOKE ALL ON FUNCTION app.studies_in() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.studies_in() TO common_ground_research;
