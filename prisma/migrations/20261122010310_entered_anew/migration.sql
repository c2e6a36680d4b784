-- Whoever enters stands for themselves alone, and what is NULL is no yes.

-- Puts other words into a function that is there, and says so where it no longer holds the ones meant.
CREATE FUNCTION app.reworded(which regprocedure, old text, new text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  was text := pg_get_functiondef(which);
BEGIN
  IF strpos(was, old) = 0 THEN
    RAISE EXCEPTION '% has other words', which;
  END IF;
  EXECUTE replace(was, old, new);
END $$;

-- Entered twice in one transaction, nothing of the one before stays: neither a link's one thing nor a token's.
SELECT app.reworded('app.enter(text, date)', $old$  IF who LIKE 'user:%' THEN
    WITH st$old$, $new$  -- Every setting of a narrower principal: what it may see, and in whose name it writes.
  PERFORM set_config('app.' || name, '', true) FROM unnest(ARRAY['token', 'link', 'link_record', 'link_person', 'link_side',
    'link_parties', 'link_user', 'link_area', 'seat', 'check_in']) name;
  IF who LIKE 'user:%' THEN
    WITH st$new$);

-- A check on nothing is neither true nor false, and refused nobody.
SELECT app.reworded('app.merge_people(uuid, uuid, uuid, uuid, uuid, text[], timestamptz)',
  $old$IF asker NOT LIKE 'user:%' OR kept = merged OR NOT (app.is_of(kept, in_area) AND app.is_of(merged, in_area))
     OR NOT for_organisation = ANY (app.writing_organisations()) OR NOT taken <@ ARRAY['name', 'email', 'phone'] THEN$old$,
  $new$IF NOT COALESCE(asker LIKE 'user:%' AND kept <> merged AND app.is_of(kept, in_area) AND app.is_of(merged, in_area)
     AND for_organisation = ANY (app.writing_organisations()) AND taken <@ ARRAY['name', 'email', 'phone'], false) THEN$new$);
SELECT app.reworded('app.merge_organisations(uuid, uuid, uuid, text[], timestamptz)',
  $old$IF NOT for_admin OR kept = merged OR k.id IS NULL OR m.id IS NULL
     OR NOT taken <@ ARRAY['name', 'short_name', 'tier', 'code', 'gss_code', 'region', 'starts_on', 'ends_on'] THEN$old$,
  $new$IF NOT COALESCE(for_admin AND kept <> merged AND k.id IS NOT NULL AND m.id IS NOT NULL
     AND taken <@ ARRAY['name', 'short_name', 'tier', 'code', 'gss_code', 'region', 'starts_on', 'ends_on'], false) THEN$new$);
SELECT app.reworded('app.undo_merging(uuid, timestamptz)',
  $old$IF asker NOT LIKE 'user:%' OR one.id IS NULL OR (one.kept_organisation_id IS NOT NULL AND NOT for_admin)
     OR (one.kept_person_id IS NOT NULL AND NOT one.area_id = ANY (app.writing_areas())) THEN$old$,
  $new$IF NOT COALESCE(asker LIKE 'user:%' AND one.id IS NOT NULL AND (one.kept_organisation_id IS NULL OR for_admin)
     AND (one.kept_person_id IS NULL OR one.area_id = ANY (app.writing_areas())), false) THEN$new$);

DROP FUNCTION app.reworded(regprocedure, text, text);
