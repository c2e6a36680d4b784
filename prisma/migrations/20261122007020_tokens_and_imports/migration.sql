-- What is its owner's own, and no area's, a token does not reach either: imports and their drafts are for pages. What it
-- writes is in the log as its own alone. Restrictive: these take away from what the other policies give, and add nothing.
CREATE POLICY by_no_token ON import AS RESTRICTIVE TO common_ground_app USING ((SELECT app.token_id()) IS NULL);
CREATE POLICY by_no_token ON import_draft AS RESTRICTIVE TO common_ground_app USING ((SELECT app.token_id()) IS NULL);
CREATE POLICY named_as_token ON event AS RESTRICTIVE FOR INSERT TO common_ground_app WITH CHECK (
  (SELECT app.token_id()) IS NULL OR principal <> 'user:' || (SELECT app.user_id())::text
);
