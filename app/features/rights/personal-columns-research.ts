import type { TableMap } from "./treatments";

/** What is kept of who says yes to research, and of studies. */
export const RESEARCH_TABLES = {
  research_consent: {
    kept: "records",
    byWhom: "given_by_id ended_by_id",
    nothing: "id relationship_id organisation_id side scope given_at ended_at",
  },
  study: {
    kept: "records",
    byWhom: "created_by_id",
    words: "title purpose",
    nothing: `id slug organisation_id dimension starts_on ends_on key_hash ended_at revision created_at`,
  },
  study_member: {
    kept: "account",
    ofAccount: "user_id",
    byWhom: "added_by_id",
    accountFacts: "study_id starts_on ends_on added_at",
    nothing: "id",
  },
  release_plan: { kept: "figures", nothing: "id as_of known_at publishes_on published_at" },
} as const satisfies Record<string, TableMap>;
