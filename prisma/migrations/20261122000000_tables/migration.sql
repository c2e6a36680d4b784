-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "organisation_kind" AS ENUM ('partnership', 'council', 'parish_council', 'lto', 'resident_group', 'agency', 'business', 'programme');

-- CreateEnum
CREATE TYPE "tier" AS ENUM ('county', 'district', 'unitary', 'metropolitan', 'london_borough', 'combined', 'strategic', 'city_corporation');

-- CreateEnum
CREATE TYPE "area_lifecycle" AS ENUM ('active', 'closing', 'closed', 'legacy');

-- CreateEnum
CREATE TYPE "side" AS ENUM ('council', 'community');

-- CreateEnum
CREATE TYPE "access_role" AS ENUM ('reader', 'editor', 'lead', 'admin', 'researcher');

-- CreateEnum
CREATE TYPE "post_level" AS ENUM ('elected', 'senior', 'officer', 'front_line', 'community');

-- CreateEnum
CREATE TYPE "level" AS ENUM ('shared', 'side', 'personal');

-- CreateEnum
CREATE TYPE "meeting_status" AS ENUM ('planned', 'held', 'cancelled', 'no_reply');

-- CreateEnum
CREATE TYPE "meeting_how" AS ENUM ('in_person', 'call', 'video', 'e_mail_exchange', 'visit', 'social', 'public_event');

-- CreateEnum
CREATE TYPE "meeting_tone" AS ENUM ('warm', 'businesslike', 'tense');

-- CreateEnum
CREATE TYPE "attendance_state" AS ENUM ('attended', 'apologies', 'absent');

-- CreateEnum
CREATE TYPE "decision_how" AS ENUM ('consensus', 'vote');

-- CreateEnum
CREATE TYPE "commitment_size" AS ENUM ('small', 'large');

-- CreateEnum
CREATE TYPE "request_answer" AS ENUM ('yes', 'no', 'partly');

-- CreateEnum
CREATE TYPE "request_judgement" AS ENUM ('straight', 'partly', 'not_straight');

-- CreateEnum
CREATE TYPE "action_answer" AS ENUM ('accepted', 'dismissed', 'done');

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "deactivated_at" TIMESTAMPTZ(3),
    "person_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "kinds" "organisation_kind"[],
    "tier" "tier",
    "gss_code" TEXT,
    "code" TEXT,
    "region" TEXT,
    "starts_on" DATE,
    "ends_on" DATE,
    "county_id" UUID,
    "area_id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_succession" (
    "id" UUID NOT NULL,
    "predecessor_id" UUID NOT NULL,
    "successor_id" UUID NOT NULL,
    "takes_over_on" DATE NOT NULL,

    CONSTRAINT "organisation_succession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "area" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "code" TEXT,
    "name" TEXT NOT NULL,
    "wave" INTEGER,
    "region" TEXT,
    "rural_urban" TEXT,
    "deprivation_quintile" INTEGER,
    "population" INTEGER,
    "partnership_id" UUID NOT NULL,
    "lifecycle" "area_lifecycle" NOT NULL DEFAULT 'active',
    "steward_id" UUID,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "relationship" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "council_id" UUID NOT NULL,
    "starts_on" DATE,
    "ends_on" DATE,
    "request_working_days" INTEGER NOT NULL DEFAULT 20,
    "communication" TEXT,
    "takes_over_from_id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "relationship_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" "access_role" NOT NULL,
    "side" "side",
    "area_id" UUID,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "erased_at" TIMESTAMPTZ(3),
    "recorded_by_organisation_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_external_id" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "person_external_id_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_change" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "on" DATE NOT NULL,
    "what" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,
    "import_id" UUID,

    CONSTRAINT "person_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointment" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "area_id" UUID,
    "relationship_id" UUID,
    "role" TEXT NOT NULL,
    "topic" TEXT,
    "level" "post_level" NOT NULL,
    "ward" TEXT,
    "party" TEXT,
    "cabinet_post" TEXT,
    "is_lead" BOOLEAN NOT NULL DEFAULT false,
    "checked_on" DATE,
    "starts_on" DATE,
    "ends_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "area_id" UUID NOT NULL,
    "relationship_id" UUID,
    "organisation_id" UUID NOT NULL,
    "side" "side" NOT NULL,
    "author_id" UUID NOT NULL,
    "level" "level" NOT NULL,
    "title" TEXT NOT NULL,
    "occurred_on" DATE NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "opened_by_other_at" TIMESTAMPTZ(3),
    "binned_at" TIMESTAMPTZ(3),
    "void_asked_on" DATE,
    "void_asked_by_side" "side",
    "void_reason" TEXT,
    "voided_on" DATE,
    "contested_on" DATE,
    "contested_by_side" "side",
    "settled_on" DATE,

    CONSTRAINT "record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reply" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "side" "side" NOT NULL,
    "text" TEXT NOT NULL,
    "disputes" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "note" (
    "record_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "about_id" UUID,
    "person_id" UUID,

    CONSTRAINT "note_pkey" PRIMARY KEY ("record_id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "record_id" UUID NOT NULL,
    "status" "meeting_status" NOT NULL,
    "how" "meeting_how" NOT NULL,
    "starts_at" TEXT,
    "duration_minutes" INTEGER,
    "place" TEXT,
    "purpose" TEXT,
    "formal" BOOLEAN NOT NULL DEFAULT false,
    "went_well" TEXT,
    "went_badly" TEXT,
    "tone" "meeting_tone",
    "cancelled_by_side" "side",
    "notice_days" INTEGER,
    "rebooked_on" DATE,
    "rebooked_as_id" UUID,
    "series_id" UUID,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("record_id")
);

-- CreateTable
CREATE TABLE "meeting_series" (
    "record_id" UUID NOT NULL,
    "unit" TEXT NOT NULL,
    "every" INTEGER NOT NULL,
    "how" "meeting_how" NOT NULL,
    "starts_at" TEXT,
    "place" TEXT,
    "until" DATE,

    CONSTRAINT "meeting_series_pkey" PRIMARY KEY ("record_id")
);

-- CreateTable
CREATE TABLE "meeting_attendance" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "side" "side" NOT NULL,
    "capacity" TEXT NOT NULL,
    "attendance" "attendance_state" NOT NULL,

    CONSTRAINT "meeting_attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_decision" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "how" "decision_how" NOT NULL,
    "residents_for" INTEGER,
    "residents_against" INTEGER,
    "councillors_for" INTEGER,
    "councillors_against" INTEGER,
    "others_for" INTEGER,
    "others_against" INTEGER,
    "abstained" TEXT,
    "key" BOOLEAN NOT NULL DEFAULT false,
    "joint_work" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "meeting_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_action" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "side" "side",
    "person_id" UUID,
    "due_on" DATE,
    "commitment_id" UUID,

    CONSTRAINT "meeting_action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "drafted_by_side" "side" NOT NULL,
    "drafted_on" DATE NOT NULL,
    "sent_on" DATE,
    "agreed_by_council_on" DATE,
    "agreed_by_community_on" DATE,
    "council_dissent" TEXT,
    "community_dissent" TEXT,

    CONSTRAINT "minutes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commitment" (
    "record_id" UUID NOT NULL,
    "by_side" "side" NOT NULL,
    "by_person_id" UUID,
    "to_person_id" UUID,
    "detail" TEXT,
    "size" "commitment_size" NOT NULL DEFAULT 'small',
    "meeting_id" UUID,
    "due_on" DATE NOT NULL,
    "done_on" DATE,
    "done_said_on" DATE,
    "done_note" TEXT,
    "confirmed_on" DATE,
    "told_on" DATE,
    "told_said_on" DATE,
    "told_note" TEXT,
    "not_kept_on" DATE,
    "not_kept_note" TEXT,
    "withdrawn_on" DATE,
    "withdrawn_note" TEXT,
    "disowned_on" DATE,

    CONSTRAINT "commitment_pkey" PRIMARY KEY ("record_id")
);

-- CreateTable
CREATE TABLE "commitment_redating" (
    "id" UUID NOT NULL,
    "commitment_id" UUID NOT NULL,
    "proposed_by_side" "side" NOT NULL,
    "proposed_on" DATE NOT NULL,
    "new_due_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "agreed_on" DATE,
    "declined_on" DATE,
    "declined_reason" TEXT,

    CONSTRAINT "commitment_redating_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request" (
    "record_id" UUID NOT NULL,
    "to_side" "side" NOT NULL,
    "to_person_id" UUID,
    "detail" TEXT,
    "meeting_id" UUID,
    "asked_on" DATE NOT NULL,
    "target_on" DATE NOT NULL,
    "holding_on" DATE,
    "holding_text" TEXT,
    "answered_on" DATE,
    "answer" "request_answer",
    "answer_text" TEXT,
    "judgement" "request_judgement",
    "judged_on" DATE,
    "withdrawn_on" DATE,

    CONSTRAINT "request_pkey" PRIMARY KEY ("record_id")
);

-- CreateTable
CREATE TABLE "referral" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "on" DATE NOT NULL,
    "to_person_id" UUID,
    "to_team" TEXT,
    "note" TEXT,

    CONSTRAINT "referral_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rhythm" (
    "record_id" UUID NOT NULL,
    "ideal_gap_days" INTEGER NOT NULL,
    "longest_gap_days" INTEGER NOT NULL,
    "agreed_by_council_on" DATE,
    "agreed_by_community_on" DATE,
    "declined_on" DATE,
    "declined_reason" TEXT,

    CONSTRAINT "rhythm_pkey" PRIMARY KEY ("record_id")
);

-- CreateTable
CREATE TABLE "scoring_fact" (
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "relationship_id" UUID,
    "type" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "known_from" TIMESTAMPTZ(3) NOT NULL,
    "known_until" TIMESTAMPTZ(3),

    CONSTRAINT "scoring_fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "score_state" (
    "relationship_id" UUID NOT NULL,
    "method_id" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "state" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "score_state_pkey" PRIMARY KEY ("relationship_id","method_id")
);

-- CreateTable
CREATE TABLE "action_state" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "relationship_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "side" "side" NOT NULL,
    "action_id" TEXT NOT NULL,
    "answer" "action_answer" NOT NULL,
    "reason" TEXT,
    "evidence_key" TEXT NOT NULL,
    "commitment_id" UUID,
    "by_user_id" UUID NOT NULL,
    "answered_on" DATE NOT NULL,
    "component_before" DOUBLE PRECISION,
    "ended_on" DATE,

    CONSTRAINT "action_state_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "principal" TEXT NOT NULL,
    "actor_id" UUID,
    "command" TEXT NOT NULL,
    "area_id" UUID,
    "relationship_id" UUID,
    "organisation_id" UUID,
    "side" "side",
    "level" "level" NOT NULL,
    "subject_id" UUID,
    "data" JSONB NOT NULL,
    "request_id" TEXT,
    "client_address" TEXT,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "user_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "command" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("user_id","key","command","input_hash")
);

-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "organisation_id" UUID,
    "on" DATE,
    "by_user_id" UUID NOT NULL,
    "applied_at" TIMESTAMPTZ(3) NOT NULL,
    "counts" JSONB NOT NULL,
    "steps" JSONB NOT NULL,
    "reverted_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "user_person_id_key" ON "user"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_provider_id_account_id_key" ON "account"("provider_id", "account_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "rate_limit_key_key" ON "rate_limit"("key");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_slug_key" ON "organisation"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_code_key" ON "organisation"("code");

-- CreateIndex
CREATE INDEX "organisation_county_id_idx" ON "organisation"("county_id");

-- CreateIndex
CREATE INDEX "organisation_area_id_idx" ON "organisation"("area_id");

-- CreateIndex
CREATE INDEX "organisation_succession_successor_id_idx" ON "organisation_succession"("successor_id");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_succession_predecessor_id_successor_id_key" ON "organisation_succession"("predecessor_id", "successor_id");

-- CreateIndex
CREATE UNIQUE INDEX "area_slug_key" ON "area"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "area_code_key" ON "area"("code");

-- CreateIndex
CREATE UNIQUE INDEX "area_partnership_id_key" ON "area"("partnership_id");

-- CreateIndex
CREATE INDEX "area_steward_id_idx" ON "area"("steward_id");

-- CreateIndex
CREATE INDEX "relationship_council_id_idx" ON "relationship"("council_id");

-- CreateIndex
CREATE INDEX "relationship_takes_over_from_id_idx" ON "relationship"("takes_over_from_id");

-- CreateIndex
CREATE UNIQUE INDEX "relationship_area_id_council_id_key" ON "relationship"("area_id", "council_id");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE INDEX "membership_organisation_id_idx" ON "membership"("organisation_id");

-- CreateIndex
CREATE INDEX "membership_area_id_idx" ON "membership"("area_id");

-- CreateIndex
CREATE INDEX "person_recorded_by_organisation_id_idx" ON "person"("recorded_by_organisation_id");

-- CreateIndex
CREATE INDEX "person_name_id_idx" ON "person"("name", "id");

-- CreateIndex
CREATE INDEX "person_external_id_person_id_idx" ON "person_external_id"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_external_id_organisation_id_value_key" ON "person_external_id"("organisation_id", "value");

-- CreateIndex
CREATE INDEX "person_change_person_id_idx" ON "person_change"("person_id");

-- CreateIndex
CREATE INDEX "person_change_import_id_idx" ON "person_change"("import_id");

-- CreateIndex
CREATE INDEX "appointment_person_id_idx" ON "appointment"("person_id");

-- CreateIndex
CREATE INDEX "appointment_organisation_id_idx" ON "appointment"("organisation_id");

-- CreateIndex
CREATE INDEX "appointment_area_id_idx" ON "appointment"("area_id");

-- CreateIndex
CREATE INDEX "appointment_relationship_id_idx" ON "appointment"("relationship_id");

-- CreateIndex
CREATE INDEX "record_area_id_kind_occurred_on_id_idx" ON "record"("area_id", "kind", "occurred_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "record_area_id_occurred_on_id_idx" ON "record"("area_id", "occurred_on" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "record_relationship_id_idx" ON "record"("relationship_id");

-- CreateIndex
CREATE INDEX "record_organisation_id_idx" ON "record"("organisation_id");

-- CreateIndex
CREATE INDEX "record_author_id_idx" ON "record"("author_id");

-- CreateIndex
CREATE INDEX "reply_record_id_idx" ON "reply"("record_id");

-- CreateIndex
CREATE INDEX "reply_author_id_idx" ON "reply"("author_id");

-- CreateIndex
CREATE INDEX "reply_organisation_id_idx" ON "reply"("organisation_id");

-- CreateIndex
CREATE INDEX "note_about_id_idx" ON "note"("about_id");

-- CreateIndex
CREATE INDEX "note_person_id_idx" ON "note"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_rebooked_as_id_key" ON "meeting"("rebooked_as_id");

-- CreateIndex
CREATE INDEX "meeting_series_id_idx" ON "meeting"("series_id");

-- CreateIndex
CREATE INDEX "meeting_attendance_person_id_idx" ON "meeting_attendance"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_attendance_meeting_id_person_id_key" ON "meeting_attendance"("meeting_id", "person_id");

-- CreateIndex
CREATE INDEX "meeting_decision_meeting_id_idx" ON "meeting_decision"("meeting_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_action_commitment_id_key" ON "meeting_action"("commitment_id");

-- CreateIndex
CREATE INDEX "meeting_action_meeting_id_idx" ON "meeting_action"("meeting_id");

-- CreateIndex
CREATE INDEX "meeting_action_person_id_idx" ON "meeting_action"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_meeting_id_version_key" ON "minutes"("meeting_id", "version");

-- CreateIndex
CREATE INDEX "commitment_meeting_id_idx" ON "commitment"("meeting_id");

-- CreateIndex
CREATE INDEX "commitment_by_person_id_idx" ON "commitment"("by_person_id");

-- CreateIndex
CREATE INDEX "commitment_to_person_id_idx" ON "commitment"("to_person_id");

-- CreateIndex
CREATE INDEX "commitment_redating_commitment_id_idx" ON "commitment_redating"("commitment_id");

-- CreateIndex
CREATE INDEX "request_to_person_id_idx" ON "request"("to_person_id");

-- CreateIndex
CREATE INDEX "request_meeting_id_idx" ON "request"("meeting_id");

-- CreateIndex
CREATE INDEX "referral_request_id_idx" ON "referral"("request_id");

-- CreateIndex
CREATE INDEX "referral_to_person_id_idx" ON "referral"("to_person_id");

-- CreateIndex
CREATE INDEX "scoring_fact_source_id_idx" ON "scoring_fact"("source_id");

-- CreateIndex
CREATE INDEX "scoring_fact_area_id_relationship_id_idx" ON "scoring_fact"("area_id", "relationship_id");

-- CreateIndex
CREATE INDEX "scoring_fact_relationship_id_idx" ON "scoring_fact"("relationship_id");

-- CreateIndex
CREATE UNIQUE INDEX "action_state_commitment_id_key" ON "action_state"("commitment_id");

-- CreateIndex
CREATE INDEX "action_state_relationship_id_side_idx" ON "action_state"("relationship_id", "side");

-- CreateIndex
CREATE INDEX "action_state_area_id_idx" ON "action_state"("area_id");

-- CreateIndex
CREATE INDEX "event_area_id_at_idx" ON "event"("area_id", "at" DESC);

-- CreateIndex
CREATE INDEX "event_subject_id_idx" ON "event"("subject_id");

-- CreateIndex
CREATE INDEX "event_actor_id_idx" ON "event"("actor_id");

-- CreateIndex
CREATE INDEX "import_by_user_id_idx" ON "import"("by_user_id");

-- AddForeignKey
ALTER TABLE "user" ADD CONSTRAINT "user_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_county_id_fkey" FOREIGN KEY ("county_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_succession" ADD CONSTRAINT "organisation_succession_predecessor_id_fkey" FOREIGN KEY ("predecessor_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_succession" ADD CONSTRAINT "organisation_succession_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area" ADD CONSTRAINT "area_partnership_id_fkey" FOREIGN KEY ("partnership_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area" ADD CONSTRAINT "area_steward_id_fkey" FOREIGN KEY ("steward_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relationship" ADD CONSTRAINT "relationship_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relationship" ADD CONSTRAINT "relationship_council_id_fkey" FOREIGN KEY ("council_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relationship" ADD CONSTRAINT "relationship_takes_over_from_id_fkey" FOREIGN KEY ("takes_over_from_id") REFERENCES "relationship"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_recorded_by_organisation_id_fkey" FOREIGN KEY ("recorded_by_organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_external_id" ADD CONSTRAINT "person_external_id_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_external_id" ADD CONSTRAINT "person_external_id_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_change" ADD CONSTRAINT "person_change_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_change" ADD CONSTRAINT "person_change_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_relationship_id_fkey" FOREIGN KEY ("relationship_id") REFERENCES "relationship"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record" ADD CONSTRAINT "record_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record" ADD CONSTRAINT "record_relationship_id_fkey" FOREIGN KEY ("relationship_id") REFERENCES "relationship"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record" ADD CONSTRAINT "record_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record" ADD CONSTRAINT "record_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reply" ADD CONSTRAINT "reply_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reply" ADD CONSTRAINT "reply_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reply" ADD CONSTRAINT "reply_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_about_id_fkey" FOREIGN KEY ("about_id") REFERENCES "record"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_rebooked_as_id_fkey" FOREIGN KEY ("rebooked_as_id") REFERENCES "meeting"("record_id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "meeting_series"("record_id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_series" ADD CONSTRAINT "meeting_series_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_attendance" ADD CONSTRAINT "meeting_attendance_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_attendance" ADD CONSTRAINT "meeting_attendance_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_decision" ADD CONSTRAINT "meeting_decision_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_action" ADD CONSTRAINT "meeting_action_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_action" ADD CONSTRAINT "meeting_action_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_action" ADD CONSTRAINT "meeting_action_commitment_id_fkey" FOREIGN KEY ("commitment_id") REFERENCES "commitment"("record_id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_by_person_id_fkey" FOREIGN KEY ("by_person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_to_person_id_fkey" FOREIGN KEY ("to_person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("record_id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment_redating" ADD CONSTRAINT "commitment_redating_commitment_id_fkey" FOREIGN KEY ("commitment_id") REFERENCES "commitment"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_to_person_id_fkey" FOREIGN KEY ("to_person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("record_id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "request"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_to_person_id_fkey" FOREIGN KEY ("to_person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rhythm" ADD CONSTRAINT "rhythm_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scoring_fact" ADD CONSTRAINT "scoring_fact_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scoring_fact" ADD CONSTRAINT "scoring_fact_relationship_id_fkey" FOREIGN KEY ("relationship_id") REFERENCES "relationship"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_state" ADD CONSTRAINT "score_state_relationship_id_fkey" FOREIGN KEY ("relationship_id") REFERENCES "relationship"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_state" ADD CONSTRAINT "action_state_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_state" ADD CONSTRAINT "action_state_relationship_id_fkey" FOREIGN KEY ("relationship_id") REFERENCES "relationship"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_state" ADD CONSTRAINT "action_state_commitment_id_fkey" FOREIGN KEY ("commitment_id") REFERENCES "commitment"("record_id") ON DELETE SET NULL ON UPDATE CASCADE;
