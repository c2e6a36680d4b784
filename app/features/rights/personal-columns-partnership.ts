import type { TableMap } from "./treatments";

/** What a partnership keeps for itself, column by column. */
export const PARTNERSHIP_TABLES = {
  partnership_member: {
    kept: "partnership",
    whose: "person_id",
    called: "name",
    traits: "family other_offices public_office party",
    facts: "role lives_here voting paid kin related_to form_signed_on starts_on ends_on",
    nothing: "id area_id revision recorded_at removed_at",
  },
  partnership_policy: {
    kept: "partnership",
    words: "title note",
    nothing: "id area_id about adopted_on review_on ends_on revision recorded_at removed_at",
  },
  partnership_interest: {
    kept: "partnership",
    facts: "member_id starts_on ends_on",
    traits: "body nature note",
    nothing: "id area_id revision recorded_at removed_at",
  },
  partnership_decision: {
    kept: "partnership",
    words: "title body note votes",
    nothing: "id area_id meeting_id about decided_on how told_on revision recorded_at removed_at",
  },
  partnership_plan: {
    kept: "partnership",
    words: "text",
    nothing: "id area_id kind agreed_on until revision recorded_at removed_at",
  },
  partnership_mending: {
    kept: "partnership",
    words: "doing who",
    nothing: "id area_id check_id by_on revision recorded_at removed_at",
  },
  partnership_review: {
    kept: "partnership",
    words: "answers submitted_by body",
    nothing: "id area_id year submitted_on revision recorded_at",
  },
} as const satisfies Record<string, TableMap>;

/** The log, and what was imported. */
export const FORM_TABLES = {
  event: {
    kept: "audit",
    byWhom: "actor_id",
    traces: "data",
    whence: "client_address browser",
    nothing: `id at principal command area_id relationship_id organisation_id side level subject_id request_id via`,
  },
  break_glass: {
    kept: "audit",
    byWhom: "asked_by_id confirmed_by_id ended_by_id",
    words: "reason",
    nothing: "id area_id asked_at confirmed_at ends_at ended_at",
  },
  erasure: {
    kept: "audit",
    whose: "person_id",
    ofAccount: "user_id",
    byWhom: "asked_by_id decided_by_id",
    nothing:
      "id area_id organisation_id reason asked_on left_alone declined_on done_on told_on kept_for files",
  },
  disclosure: {
    kept: "records",
    byWhom: "by_user_id",
    words: "reference asked words",
    nothing: `id area_id organisation_id law received_on finished_on from_on to_on kinds relationship_id revision
      recorded_at`,
  },
  disclosure_item: {
    kept: "records",
    words: "reason redactions",
    nothing: "id disclosure_id record_id decision number digest decided_at revision",
  },
  import: {
    kept: "audit",
    byWhom: "by_user_id",
    words: "file_name",
    traces: "steps",
    nothing: "id what sha256 organisation_id area_id on applied_at counts reverted_at",
  },
  import_draft: {
    kept: "minutes",
    keys: "id by_user_id area_id what file_name sha256 body options expires_at",
  },
} as const satisfies Record<string, TableMap>;
