-- The partnership itself: who belongs to it, what it has agreed, what members have an interest in, what it decided and how,
-- its plan and its yearly review. Its own alone: the council reads none of it. So the rows hang on the area, and whoever
-- speaks for that area's partnership reads and writes them; there is no column that could name anybody else.

-- CreateEnum
CREATE TYPE "member_kin" AS ENUM ('not_asked', 'none', 'some');

-- CreateTable
CREATE TABLE "partnership_member" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "person_id" UUID,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "lives_here" BOOLEAN,
    "voting" BOOLEAN NOT NULL,
    "paid" BOOLEAN NOT NULL,
    "kin" "member_kin" NOT NULL,
    "family" TEXT,
    "related_to" UUID[],
    "other_offices" TEXT,
    "public_office" TEXT,
    "party" TEXT,
    "form_signed_on" DATE,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "partnership_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partnership_policy" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "about" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "adopted_on" DATE NOT NULL,
    "review_on" DATE,
    "ends_on" DATE,
    "note" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "partnership_policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partnership_interest" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "nature" TEXT NOT NULL,
    "note" TEXT,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "partnership_interest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partnership_decision" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "meeting_id" UUID,
    "title" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "body" TEXT,
    "decided_on" DATE NOT NULL,
    "how" TEXT,
    "votes" JSONB NOT NULL,
    "told_on" DATE,
    "note" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "partnership_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partnership_plan" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "agreed_on" DATE NOT NULL,
    "until" DATE,
    "text" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "partnership_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partnership_mending" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "check_id" TEXT NOT NULL,
    "doing" TEXT NOT NULL,
    "who" TEXT,
    "by_on" DATE NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "partnership_mending_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partnership_review" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "answers" JSONB NOT NULL,
    "submitted_by" TEXT,
    "submitted_on" DATE,
    "body" JSONB,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "partnership_review_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "partnership_member_area_id_idx" ON "partnership_member"("area_id");

-- CreateIndex
CREATE INDEX "partnership_member_person_id_idx" ON "partnership_member"("person_id");

-- CreateIndex
CREATE INDEX "partnership_policy_area_id_idx" ON "partnership_policy"("area_id");

-- CreateIndex
CREATE INDEX "partnership_interest_area_id_idx" ON "partnership_interest"("area_id");

-- CreateIndex
CREATE INDEX "partnership_interest_member_id_idx" ON "partnership_interest"("member_id");

-- CreateIndex
CREATE INDEX "partnership_decision_area_id_idx" ON "partnership_decision"("area_id");

-- CreateIndex
CREATE INDEX "partnership_decision_meeting_id_idx" ON "partnership_decision"("meeting_id");

-- CreateIndex
CREATE INDEX "partnership_plan_area_id_idx" ON "partnership_plan"("area_id");

-- CreateIndex
CREATE INDEX "partnership_mending_area_id_idx" ON "partnership_mending"("area_id");

-- CreateIndex
CREATE UNIQUE INDEX "partnership_review_area_id_year_key" ON "partnership_review"("area_id", "year");

-- AddForeignKey
ALTER TABLE "partnership_member" ADD CONSTRAINT "partnership_member_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_member" ADD CONSTRAINT "partnership_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_policy" ADD CONSTRAINT "partnership_policy_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_interest" ADD CONSTRAINT "partnership_interest_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_interest" ADD CONSTRAINT "partnership_interest_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "partnership_member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_decision" ADD CONSTRAINT "partnership_decision_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_decision" ADD CONSTRAINT "partnership_decision_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("record_id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_plan" ADD CONSTRAINT "partnership_plan_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_mending" ADD CONSTRAINT "partnership_mending_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partnership_review" ADD CONSTRAINT "partnership_review_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- How residents vote, and what party they are of, is nobody's to write down: a party goes with a public office.
ALTER TABLE partnership_member ADD CONSTRAINT partnership_member_party CHECK (party IS NULL OR public_office IS NOT NULL);
ALTER TABLE partnership_member ADD CONSTRAINT partnership_member_days CHECK (ends_on IS NULL OR starts_on <= ends_on);
ALTER TABLE partnership_member ADD CONSTRAINT partnership_member_family CHECK (kin = 'some' OR family IS NULL);
ALTER TABLE partnership_interest ADD CONSTRAINT partnership_interest_days CHECK (ends_on IS NULL OR starts_on <= ends_on);
ALTER TABLE partnership_review ADD CONSTRAINT partnership_review_whole CHECK ((submitted_on IS NULL) = (body IS NULL));

-- What was submitted stays as it was.
CREATE FUNCTION app.keep_submitted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.submitted_on IS NOT NULL AND NOT app.is_maintenance() THEN
    RAISE EXCEPTION 'a submitted review is not changed' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_submitted BEFORE UPDATE ON partnership_review FOR EACH ROW EXECUTE FUNCTION app.keep_submitted();
REVOKE ALL ON FUNCTION app.keep_submitted() FROM PUBLIC;

-- ---- Who may see and change which row ---------------------------------------------------------------------------------

DO $$
DECLARE
  t text;
  own CONSTANT text := 'EXISTS (SELECT FROM area a WHERE a.id = area_id AND a.partnership_id = ANY ((SELECT app.%s())::uuid[]))';
BEGIN
  FOREACH t IN ARRAY ARRAY[
    'partnership_member', 'partnership_policy', 'partnership_interest', 'partnership_decision', 'partnership_plan',
    'partnership_mending', 'partnership_review'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY maintenance ON %I TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO common_ground_app', t);
    EXECUTE format('CREATE POLICY seen ON %I FOR SELECT TO common_ground_app USING (%s)', t, format(own, 'organisations'));
    EXECUTE format('CREATE POLICY written ON %I FOR INSERT TO common_ground_app WITH CHECK (%s)', t, format(own, 'writing_organisations'));
    EXECUTE format('CREATE POLICY changed ON %I FOR UPDATE TO common_ground_app USING (%s)', t, format(own, 'writing_organisations'));
  END LOOP;
END $$;
