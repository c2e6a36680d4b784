-- A program does not answer for its owner, nor say that they answered; and the job that sends mail takes no seat away.
CREATE POLICY by_no_token ON check_in_seat AS RESTRICTIVE FOR UPDATE TO common_ground_app USING ((SELECT app.token_id()) IS NULL);
DROP POLICY sending ON check_in_seat;
CREATE POLICY sending ON check_in_seat FOR SELECT TO common_ground_app USING ((SELECT app.principal()) = 'job:send-check-in');
CREATE POLICY reminding ON check_in_seat FOR UPDATE TO common_ground_app USING ((SELECT app.principal()) = 'job:send-check-in');

-- What a check-in says to the score is the release's alone to write and to end.
CREATE POLICY of_a_release ON scoring_fact AS RESTRICTIVE FOR INSERT TO common_ground_app WITH CHECK (
  type <> 'check-in' OR (SELECT app.principal()) = 'release'
);
CREATE POLICY ended_by_a_release ON scoring_fact AS RESTRICTIVE FOR UPDATE TO common_ground_app USING (
  type <> 'check-in' OR (SELECT app.principal()) = 'release'
);
