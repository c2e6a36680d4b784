-- What both sides of a relationship are told of a takeover before its day, when nobody stands in the new one yet: which
-- council it is and from when. Both are in the public register.
CREATE FUNCTION app.takeovers() RETURNS TABLE (relationship_id uuid, predecessor text, successor text, takes_over_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.id, o.short_name, n.short_name, r.ends_on
  FROM relationship r JOIN organisation o ON o.id = r.council_id
  JOIN relationship s ON s.id = r.taken_over_by_id JOIN organisation n ON n.id = s.council_id
  WHERE r.id = ANY (app.relationships()) AND r.ends_on IS NOT NULL
$$;
GRANT CREATE ON SCHEMA app TO common_ground_scorer;
ALTER FUNCTION app.takeovers() OWNER TO common_ground_scorer;
REVOKE CREATE ON SCHEMA app FROM common_ground_scorer;
REVOKE ALL ON FUNCTION app.takeovers() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.takeovers() TO common_ground_app, common_ground_scorer;

-- As before, and of an area as a whole too: what is about all its councils has no relationship. For its own people within
-- what they stand in, for an admin all of it; numbers, never what.
DROP FUNCTION app.open_counts(uuid[], date);
CREATE FUNCTION app.open_counts(for_relationships uuid[], for_area uuid, on_day date)
RETURNS TABLE (relationship_id uuid, what text, many bigint)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  asker text := app.principal();
  of_partnership boolean;
BEGIN
  IF NOT app.is_admin() AND NOT (for_relationships <@ app.relationships() AND for_area = ANY (app.areas())) THEN
    RETURN;
  END IF;
  PERFORM set_config('app.principal', 'maintenance', true);
  -- Whether the partnership has sent its review is the partnership's own, and the programme's.
  of_partnership := current_setting('app.admin', true) = 'yes'
    OR EXISTS (SELECT 1 FROM area a WHERE a.id = for_area AND a.partnership_id = ANY (app.organisations()));
  RETURN QUERY
  WITH stands AS (
    SELECT r.* FROM record r
    WHERE (r.relationship_id = ANY (for_relationships) OR (r.area_id = for_area AND r.relationship_id IS NULL))
      AND r.level = 'shared' AND r.binned_at IS NULL AND r.voided_on IS NULL
  )
  SELECT s.relationship_id, 'promises', count(*) FROM stands s JOIN commitment c ON c.record_id = s.id
    WHERE c.not_kept_on IS NULL AND c.withdrawn_on IS NULL
      AND (c.done_on IS NULL OR (c.confirmed_on IS NULL AND c.done_said_on > on_day - 28)
        OR (s.contested_on IS NOT NULL AND s.settled_on IS NULL)) GROUP BY 1
  UNION ALL SELECT s.relationship_id, 'requests', count(*) FROM stands s JOIN request q ON q.record_id = s.id
    WHERE q.answered_on IS NULL AND q.withdrawn_on IS NULL GROUP BY 1
  UNION ALL SELECT s.relationship_id, 'milestones', count(*) FROM stands s JOIN milestone m ON m.record_id = s.id
    WHERE m.done_on IS NULL AND m.dropped_on IS NULL AND m.withdrawn_on IS NULL GROUP BY 1
  UNION ALL SELECT s.relationship_id, 'projects', count(*) FROM stands s JOIN project p ON p.record_id = s.id
    WHERE p.stage NOT IN ('finished', 'stopped') GROUP BY 1
  UNION ALL SELECT s.relationship_id, 'agreements', count(*) FROM stands s JOIN mou m ON m.record_id = s.id
    WHERE (m.ends_on IS NULL OR m.ends_on >= on_day) AND (m.end_agreed_on IS NULL OR m.end_on >= on_day)
      AND NOT EXISTS (SELECT 1 FROM mou n WHERE n.replaces_id = m.record_id) GROUP BY 1
  UNION ALL SELECT s.relationship_id, 'handovers', count(*) FROM stands s JOIN handover h ON h.record_id = s.id
    WHERE h.completed_on IS NULL AND h.withdrawn_on IS NULL GROUP BY 1
  UNION ALL SELECT s.relationship_id, 'meetings', count(*) FROM stands s JOIN meeting m ON m.record_id = s.id
    WHERE m.status = 'planned' GROUP BY 1
  UNION ALL SELECT s.relationship_id, 'legacy', count(*) FROM stands s JOIN evidence e ON e.record_id = s.id
    WHERE e.kind = 'legacy-step' GROUP BY 1
  UNION ALL SELECT NULL::uuid, 'reviews', count(*) FROM partnership_review v
    WHERE of_partnership AND v.area_id = for_area AND v.submitted_on > on_day - 366
  UNION ALL SELECT s.id, 'posts', count(*) FROM relationship s JOIN appointment a ON a.organisation_id = s.council_id
      AND (a.area_id IS NULL OR a.area_id = s.area_id)
    WHERE s.id = ANY (for_relationships) AND (a.ends_on IS NULL OR a.ends_on > on_day) GROUP BY 1
  UNION ALL SELECT s.id, 'elections', count(*) FROM relationship s JOIN election e ON e.organisation_id = s.council_id
    WHERE s.id = ANY (for_relationships) AND e.poll_on >= on_day AND e.removed_at IS NULL GROUP BY 1;
  PERFORM set_config('app.principal', asker, true);
END $$;
REVOKE ALL ON FUNCTION app.open_counts(uuid[], uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.open_counts(uuid[], uuid, date) TO common_ground_app;
