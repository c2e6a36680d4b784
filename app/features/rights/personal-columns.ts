import { CHECK_IN_TABLES } from "./personal-columns-check-ins";
import { FORM_TABLES, PARTNERSHIP_TABLES } from "./personal-columns-partnership";
import { RECORD_TABLES } from "./personal-columns-records";
import { RESEARCH_TABLES } from "./personal-columns-research";
import { type RetentionClass, type TableMap, TREATMENTS, type Treatment } from "./treatments";

const ACCOUNT_TABLES = {
  user: {
    kept: "account",
    ofAccount: "id",
    accountName: "name email",
    accountTraits: "image person_id",
    accountFacts: "email_verified deactivated_at created_at updated_at",
    nothing: "demo",
  },
  api_token: {
    kept: "account",
    keys: "id user_id name prefix token_hash may_write only_research area_id created_at last_day last_used_on revoked_at",
  },
  session: {
    kept: "minutes",
    signIn: "id user_id token expires_at ip_address user_agent created_at updated_at",
  },
  account: {
    kept: "account",
    signIn: `id user_id account_id provider_id access_token refresh_token id_token access_token_expires_at
      refresh_token_expires_at scope password created_at updated_at`,
  },
  second_factor: { kept: "account", signIn: "user_id secret confirmed_at last_step first_sign_in_at" },
  recovery_code: { kept: "account", signIn: "id user_id code_hash made_at used_at" },
  verification: { kept: "minutes", signIn: "id identifier value expires_at created_at updated_at" },
  rate_limit: { kept: "minutes", nothing: "id count last_request key" },
  passkey: {
    kept: "account",
    signIn: "id user_id name credential_id public_key counter added_at last_used_at",
  },
  calendar_feed: { kept: "account", keys: "membership_id token_hash made_at last_used_on ended_at" },
  membership: {
    kept: "account",
    ofAccount: "user_id",
    accountFacts: "organisation_id role side area_id starts_on ends_on created_at",
    nothing: "id",
  },
  invitation: {
    kept: "account",
    ofAccount: "accepted_by_id",
    byWhom: "invited_by_id",
    whose: "person_id",
    called: "name",
    reach: "email token_hash",
    nothing: "id organisation_id area_id role side invited_at expires_at accepted_at withdrawn_at",
  },
  idempotency_key: { kept: "technical", keys: "user_id key command input_hash result created_at" },
} as const satisfies Record<string, TableMap>;

const PLACE_TABLES = {
  organisation: {
    kept: "places",
    nothing: `id slug name short_name kinds tier gss_code code region starts_on ends_on county_id area_id revision created_at import_id
      merged_into_id`,
  },
  organisation_succession: {
    kept: "places",
    nothing: "id predecessor_id successor_id takes_over_on import_id",
  },
  area: {
    kept: "places",
    nothing: `id slug name code wave region rural_urban deprivation_quintile population partnership_id steward_id demo revision
      created_at import_id closing_on closes_on closed_on legacy_on`,
  },
  relationship: {
    kept: "places",
    words: "communication",
    nothing: `id area_id council_id starts_on ends_on request_working_days revision created_at taken_over_by_id import_id`,
  },
  election: {
    kept: "places",
    words: "source note",
    nothing: "id organisation_id poll_on kind notice_on revision recorded_at removed_at",
  },
  single_sign_on: {
    kept: "technical",
    nothing: "id organisation_id issuer client_id client_secret domains required set_at",
  },
  outside_answer: { kept: "technical", nothing: "key service status body fetched_at" },
  page_change: { kept: "technical", nothing: "scope changed_in" },
  scoring_fact: {
    kept: "figures",
    nothing: "id source_id area_id relationship_id type body known_from known_until",
  },
  score_state: { kept: "figures", nothing: "relationship_id method_id as_of state updated_at" },
  _prisma_migrations: {
    kept: "technical",
    nothing: `id checksum finished_at migration_name logs rolled_back_at started_at applied_steps_count`,
  },
} as const satisfies Record<string, TableMap>;

const PEOPLE_TABLES = {
  person: {
    kept: "register",
    whose: "id merged_into_id",
    called: "name",
    reach: "email phone",
    facts: "erased_at revision created_at",
    nothing: "recorded_by_organisation_id import_id",
  },
  person_external_id: { kept: "register", opinion: "id person_id organisation_id value import_id" },
  person_change: {
    kept: "register",
    whose: "person_id",
    facts: "on what",
    traits: "before after",
    nothing: "id import_id",
  },
  appointment: {
    kept: "register",
    whose: "person_id",
    facts: `organisation_id area_id relationship_id role level is_lead lead_filled_on checked_on starts_on ends_on`,
    traits: "topic ward party cabinet_post",
    nothing: "id revision created_at import_id",
  },
  assessment: {
    kept: "private",
    opinion: `id person_id area_id organisation_id by_user_id interest influence stance ally wanted_days assessed_on
      recorded_at`,
    words: "note",
  },
  engagement: {
    kept: "private",
    opinion: "id person_id area_id organisation_id by_user_id due_on by_person_id done_on recorded_at",
    words: "next",
  },
  merging: {
    kept: "register",
    whose: "kept_person_id merged_person_id",
    byWhom: "by_user_id undone_by_id",
    nothing: "id kept_organisation_id merged_organisation_id area_id organisation_id merged_at undone_at",
  },
  merging_step: {
    kept: "audit",
    traces: "before after",
    nothing: "id merging_id position place column_name key",
  },
  told_apart: {
    kept: "register",
    whose: "first_person_id second_person_id",
    byWhom: "by_user_id",
    nothing: "id first_organisation_id second_organisation_id area_id organisation_id told_at",
  },
  link: {
    kept: "register",
    whose: "person_id",
    byWhom: "made_by_id",
    nothing: `id token_hash area_id relationship_id record_id organisation_id side purpose way made_by_organisation_id made_at
      expires_on first_id sent_on opened_at used_at answer revoked_at`,
  },
} as const satisfies Record<string, TableMap>;

/** Every table of the database; tests/contracts/personal-columns.db.test.ts holds it against the database itself. */
const PERSONAL_TABLES: Readonly<Record<string, TableMap>> = {
  ...ACCOUNT_TABLES,
  ...PLACE_TABLES,
  ...PEOPLE_TABLES,
  ...RECORD_TABLES,
  ...CHECK_IN_TABLES,
  ...PARTNERSHIP_TABLES,
  ...FORM_TABLES,
  ...RESEARCH_TABLES,
};

/** What the map says about one column. */
type PersonalColumn = Treatment & { table: string; column: string; retention: RetentionClass };

const WAYS = Object.keys(TREATMENTS) as (keyof typeof TREATMENTS)[];

/** The map line by line: a line for every column of every table. */
export function personalColumns(): PersonalColumn[] {
  return Object.entries(PERSONAL_TABLES).flatMap(([table, map]) =>
    WAYS.flatMap((way) =>
      (map[way] ?? "")
        .split(/\s+/)
        .filter(Boolean)
        .map((column) => ({ table, column, retention: map.kept, ...TREATMENTS[way] })),
    ),
  );
}
