/** Clauses whose absence nobody here can notice, each with why. */
export const SURVIVE: readonly string[] = [
  // What is of no area is an admin's to read by the other policy.
  "event.access_seen qual: area_id IS NOT NULL",
  // The membership is read under its own policy, which asks the same.
  "user.seen qual: m.organisation_id =",
  // The version is read under its own policies, which keep links out.
  "mou_clause.not_by_link qual:",
  // The import is read under its own policies: seen by admins, and by who writes for its organisation.
  "appointment.taken_back qual: ( SELECT app.is_admin()",
  "person.taken_back qual: ( SELECT app.is_admin()",
  "person_change.taken_back qual: ( SELECT app.is_admin()",
  "person_external_id.taken_back qual: ( SELECT app.is_admin()",
  "appointment.taken_back_in_area qual:",
  // A token that stands nowhere sees no round that an answer could be of.
  "check_in_answer.by_no_token qual:",
  // Would take an account that leads a council in one area and only reads for it in another.
  "check_in_seat.invited with_check: c.area_id =",
  "check_in_seat.own_side qual: c.area_id =",
  // Would take an account that writes for a council in one area and only reads for it in another.
  "attachment.written with_check: r.area_id =",
  "reply.written with_check: r.area_id =",
  // Would take an account that leads in two areas.
  "disclosure_item.written with_check: r.area_id =",
  // Would take a lead who wrote something down for themselves alone.
  "disclosure_item.written with_check: r.level <>",
];
