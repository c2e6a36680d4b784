/** Clauses that only an account with two stands misses: row-security-two-stands.db.test.ts takes them out and asks as one. */
export const MISSED_TWICE: readonly string[] = [
  "appointment.changed qual: area_id = ANY (( SELECT app.writing_areas()",
  "appointment.changed qual: (area_id, organisation_id) IN",
  "appointment.written with_check: area_id = ANY (( SELECT app.writing_areas()",
  "appointment.written with_check: (area_id, organisation_id) IN",
];

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
  ...MISSED_TWICE,
  // Would take a post of no area, of an organisation of the other place where somebody stands.
  "appointment.changed qual: organisation_id IN ( SELECT w.organisation_id",
  "appointment.written with_check: organisation_id IN ( SELECT w.organisation_id",
  // A shortcut: whoever writes wherever they stand writes where each organisation they know is known.
  "SELECT app.writes_everywhere()",
  // Who writes nowhere does not write everywhere they stand, and no organisation is known where they write.
  "appointment.changed qual: cardinality((",
  "appointment.written with_check: cardinality((",
  "person.changed qual: cardinality((",
  "person_change.written with_check: cardinality((",
  // Would take an account that stands in two areas.
  "link.made with_check: r.area_id =",
  "person.changed qual: recorded_by_organisation_id = ANY (( SELECT app.writing_organisations()",
  "person.changed qual: EXISTS ( SELECT 1 FROM appointment a WHERE ((a.person_id = person.id) AND",
  "person.changed qual: a.",
  "person_change.written with_check: EXISTS ( SELECT 1 FROM person p WHERE ((p.id",
  "person_change.written with_check: p.",
  "person_change.written with_check: EXISTS ( SELECT 1 FROM appointment a",
  "person_change.written with_check: a.",
  // Would take an account that leads in two areas.
  "disclosure_item.written with_check: r.area_id =",
  // Would take a lead who wrote something down for themselves alone.
  "disclosure_item.written with_check: r.level <>",
  // Would take an admin who is in no study.
  "code.proposed with_check: SELECT app.is_admin",
  // What is changed here is a good change: features/coding tries the others.
  "code.decided with_check:",
  "coding.taken_off with_check:",
  // What a row becomes is not tried here; consents.server.test.ts and studies.server.test.ts send what is refused.
  "research_consent.ended with_check:",
  "study.ending with_check:",
  "release_plan.changed with_check:",
  // Asked of the row as it was and as it becomes.
  "study.ending qual: ( SELECT app.principal()",
  "release_plan.changed qual: SELECT app.is_releasing()",
];
