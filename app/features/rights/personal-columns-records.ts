import type { TableMap } from "./treatments";

/** What happens between the two sides, column by column. */
export const RECORD_TABLES = {
  record: {
    kept: "records",
    byWhom: "author_id",
    words: "title void_reason",
    nothing: `id kind area_id relationship_id organisation_id side level occurred_on recorded_on recorded_at updated_at
      revision opened_by_other_at binned_at void_asked_on void_asked_by_side voided_on contested_on contested_by_side
      settled_on`,
  },
  reply: {
    kept: "records",
    byWhom: "author_id",
    whose: "by_person_id",
    words: "text",
    nothing: "id record_id organisation_id side disputes at",
  },
  note: { kept: "private", whose: "person_id", words: "text", nothing: "record_id about_id" },
  attachment: {
    kept: "records",
    byWhom: "author_id",
    words: "name",
    nothing: "id record_id level organisation_id side type bytes sha256 attached_at removed_at",
  },
  meeting: {
    kept: "records",
    words: "place purpose went_well went_badly",
    nothing: `record_id status how starts_at duration_minutes formal tone cancelled_by_side notice_days rebooked_on
      rebooked_as_id series_id`,
  },
  meeting_project: { kept: "records", nothing: "meeting_id project_id" },
  meeting_series: {
    kept: "records",
    words: "place",
    nothing: "record_id unit every how starts_at until rhythm_from",
  },
  meeting_attendance: {
    kept: "records",
    whose: "person_id",
    facts: "side capacity attendance",
    nothing: "id meeting_id",
  },
  meeting_decision: {
    kept: "records",
    words: "text abstained",
    nothing: `id meeting_id position how residents_for residents_against councillors_for councillors_against others_for
      others_against key joint_work`,
  },
  meeting_action: {
    kept: "records",
    whose: "person_id",
    words: "text",
    nothing: "id meeting_id position side due_on commitment_id",
  },
  meeting_external_id: { kept: "records", words: "value", nothing: "id meeting_id import_id" },
  minutes: {
    kept: "records",
    words: "text council_dissent community_dissent",
    nothing:
      "id meeting_id version drafted_by_side drafted_on sent_on agreed_by_council_on agreed_by_community_on",
  },
  commitment: {
    kept: "records",
    whose: "by_person_id to_person_id",
    words: "detail done_note told_note not_kept_note withdrawn_note",
    nothing: `record_id by_side size meeting_id due_on done_on done_said_on confirmed_on told_on told_said_on not_kept_on
      withdrawn_on disowned_on`,
  },
  commitment_redating: {
    kept: "records",
    words: "reason declined_reason",
    nothing: "id commitment_id proposed_by_side proposed_on new_due_on agreed_on declined_on withdrawn_on",
  },
  day_move: {
    kept: "records",
    words: "reason declined_reason",
    nothing:
      "id record_id proposed_by_side proposed_on from_on to_on alone agreed_on declined_on withdrawn_on",
  },
  request: {
    kept: "records",
    whose: "to_person_id",
    words: "detail holding_text answer_text",
    nothing:
      "record_id to_side meeting_id asked_on target_on holding_on answered_on answer judgement judged_on withdrawn_on",
  },
  referral: { kept: "records", whose: "to_person_id", words: "to_team note", nothing: "id request_id on" },
  project: {
    kept: "records",
    whose: "lead_person_id",
    words: "aim responsibility closed_note decision_from case_text",
    nothing: `record_id lead lead_named_on residents_lead started_on ends_on ends_by_side ends_agreed_on stage closed_on
      involves decision_since scope_fixed_on scope_fixed_by_side scope_agreed_on`,
  },
  project_team: { kept: "records", words: "name adds", nothing: "id project_id position" },
  project_block: {
    kept: "records",
    words: "text cleared_note",
    nothing: "id project_id since by_side request_id cleared_on",
  },
  project_skill_gap: {
    kept: "records",
    words: "skill filled_note",
    nothing: "id project_id opened_on filled_on",
  },
  project_lead_change: {
    kept: "records",
    whose: "to_person_id",
    words: "reason decision_text",
    nothing: "id project_id on from_lead to_lead by_side decided meeting_id",
  },
  milestone: {
    kept: "records",
    whose: "council_person_id community_person_id",
    words: "evidence done_note acknowledged_note dropped_note let_go_reason",
    nothing: `record_id project_id parent_id owner due_on early_win due_diligence done_on acknowledged_on dropped_on
      let_go_asked_by_side let_go_asked_on withdrawn_on`,
  },
  rhythm: {
    kept: "records",
    words: "declined_reason",
    nothing:
      "record_id ideal_gap_days longest_gap_days agreed_by_council_on agreed_by_community_on declined_on",
  },
  evidence: {
    kept: "records",
    words: "fields answer_words",
    nothing:
      "record_id kind answer_by_side proposed_on proposed_by_side answered_on answered_by_side outcome",
  },
  evidence_link: { kept: "records", whose: "person_id", nothing: "evidence_id field about_id" },
  aim: {
    kept: "records",
    words: "detail acknowledged_words answer_words",
    nothing: "record_id owner_side acknowledged_on answered_on answer",
  },
  mou: {
    kept: "records",
    words: "other_parties end_reason",
    nothing: `record_id kind starts_on ends_on review_on replaces_id end_on end_asked_on end_asked_by_side end_agreed_on
      signed_copy_id`,
  },
  mou_version: {
    kept: "records",
    nothing: `id mou_id number by_side drafted_on proposed_on starts_on ends_on review_on agreed_by_community_on
      agreed_by_other_on set_aside_on`,
  },
  mou_clause: { kept: "records", words: "text", nothing: "version_id heading" },
  mou_signatory: { kept: "records", whose: "person_id", words: "name", nothing: "id mou_id party signed_on" },
  mou_review: {
    kept: "records",
    words: "note",
    nothing: `id mou_id due_on started_on started_by_side done_on done_by_side outcome next_review_on agreed_on`,
  },
  clause_link: {
    kept: "records",
    nothing: "id mou_id heading linked_id linked_by_side linked_on unlinked_on",
  },
  proposal: {
    kept: "records",
    words: "detail answer_text withdrawn_reason",
    nothing: "record_id to_side about about_id version_id answered_on answer withdrawn_on",
  },
  handover: {
    kept: "records",
    whose: "outgoing_id incoming_id",
    facts: "why",
    words: "note withdrawn_note",
    nothing: `record_id of_side appointment_id notified_on effective_on prepared_on accepted_on completed_on met_at_id
      brief_read_on timeline_shared_on commitments_moved_on introductions_made_on first_meeting_on withdrawn_on`,
  },
  handover_item: {
    kept: "records",
    whose: "from_id to_id",
    nothing: "id handover_id item_id batch role moved_on moved_at undone_on",
  },
  coding: {
    kept: "records",
    byWhom: "coded_by_id ended_by_id",
    nothing: "id record_id code_id organisation_id side coded_at ended_at",
  },
  code: {
    kept: "records",
    byWhom: "proposed_by_id decided_by_id",
    words: "label says reason",
    nothing: "id slug theme state proposed_at accepted_at ended_at revision",
  },
  action_state: {
    kept: "records",
    byWhom: "by_user_id",
    words: "reason",
    nothing: `id area_id relationship_id organisation_id side action_id answer evidence_key commitment_id answered_on
      component_before component_lo component_hi ended_on taken_back_on`,
  },
} as const satisfies Record<string, TableMap>;
