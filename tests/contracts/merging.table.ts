/**
 * What a merging does with a column: the row names the other; two rows are put together where both have one; it is refused
 * where both have one; it tells of mergings and stays.
 */
type How = "moves" | "joins" | "one" | "stays";

export type Merged = "person" | "organisation";

const people: Record<string, How> = {
  "appointment.person_id": "joins",
  "assessment.person_id": "moves",
  "check_in_seat.person_id": "moves",
  "check_in_voice.person_id": "moves",
  "commitment.by_person_id": "moves",
  "commitment.to_person_id": "moves",
  "engagement.by_person_id": "moves",
  "engagement.person_id": "moves",
  "erasure.person_id": "stays",
  "evidence_link.person_id": "moves",
  "handover.incoming_id": "moves",
  "handover.outgoing_id": "moves",
  "handover_item.from_id": "moves",
  "handover_item.to_id": "moves",
  "invitation.person_id": "moves",
  "link.person_id": "moves",
  "meeting_action.person_id": "moves",
  "meeting_attendance.person_id": "joins",
  "merging.kept_person_id": "stays",
  "merging.merged_person_id": "stays",
  "milestone.community_person_id": "moves",
  "milestone.council_person_id": "moves",
  "mou_signatory.person_id": "moves",
  "note.person_id": "moves",
  "partnership_member.person_id": "moves",
  "person.merged_into_id": "stays",
  "person_change.person_id": "moves",
  "person_external_id.person_id": "moves",
  "project.lead_person_id": "moves",
  "project_lead_change.to_person_id": "moves",
  "referral.to_person_id": "moves",
  "reply.by_person_id": "moves",
  "request.to_person_id": "moves",
  "told_apart.first_person_id": "stays",
  "told_apart.second_person_id": "stays",
  "user.person_id": "one",
};

/** Three of them name an organisation without a foreign key. */
const organisations: Record<string, How> = {
  "action_state.organisation_id": "moves",
  "appointment.organisation_id": "moves",
  "area.partnership_id": "one",
  "area.steward_id": "moves",
  "assessment.organisation_id": "moves",
  "attachment.organisation_id": "moves",
  "check_in.organisation_id": "moves",
  "check_in_seat.organisation_id": "moves",
  "coding.organisation_id": "moves",
  "disclosure.organisation_id": "moves",
  "election.organisation_id": "moves",
  "engagement.organisation_id": "moves",
  "erasure.organisation_id": "moves",
  "event.organisation_id": "moves",
  "import.organisation_id": "moves",
  "invitation.organisation_id": "moves",
  "link.made_by_organisation_id": "moves",
  "link.organisation_id": "moves",
  "membership.organisation_id": "moves",
  "merging.kept_organisation_id": "stays",
  "merging.merged_organisation_id": "stays",
  "merging.organisation_id": "moves",
  "organisation.county_id": "moves",
  "organisation.merged_into_id": "stays",
  "organisation_succession.predecessor_id": "joins",
  "organisation_succession.successor_id": "joins",
  "person.recorded_by_organisation_id": "moves",
  "person_external_id.organisation_id": "joins",
  "record.organisation_id": "moves",
  "relationship.council_id": "one",
  "reply.organisation_id": "moves",
  "research_consent.organisation_id": "moves",
  "single_sign_on.organisation_id": "moves",
  "study.organisation_id": "moves",
  "told_apart.first_organisation_id": "stays",
  "told_apart.organisation_id": "moves",
  "told_apart.second_organisation_id": "stays",
};

/**
 * Every column that names a person or an organisation, and what a merging does with it. The functions go by the catalogue
 * (app.references_to), so a new one moves; a line here says that somebody has thought about it. One with a rule of
 * uniqueness needs a way to put two rows together first (app.join_…), or a reason to refuse (app.two_people,
 * app.two_organisations).
 */
export const MERGED_REFERENCES: Record<Merged, Record<string, How>> = {
  person: people,
  organisation: organisations,
};
