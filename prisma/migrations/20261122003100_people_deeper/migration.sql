-- What one organisation thinks of a person, and what it means to do next with them: its own business, never shared.
-- Both are only ever added to: the newest line holds, the older ones say how it was seen before.

-- CreateEnum
CREATE TYPE "stance" AS ENUM ('against', 'doubtful', 'undecided', 'for_it', 'champion');

-- CreateTable
CREATE TABLE "assessment" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "by_user_id" UUID NOT NULL,
    "interest" INTEGER NOT NULL,
    "influence" INTEGER NOT NULL,
    "stance" "stance" NOT NULL,
    "ally" BOOLEAN NOT NULL DEFAULT false,
    "wanted_days" INTEGER,
    "note" TEXT,
    "assessed_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "engagement" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "by_user_id" UUID NOT NULL,
    "next" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "by_person_id" UUID,
    "done_on" DATE,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "engagement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "assessment_person_id_idx" ON "assessment"("person_id");

-- CreateIndex
CREATE INDEX "assessment_area_id_organisation_id_idx" ON "assessment"("area_id", "organisation_id");

-- CreateIndex
CREATE INDEX "assessment_organisation_id_idx" ON "assessment"("organisation_id");

-- CreateIndex
CREATE INDEX "assessment_by_user_id_idx" ON "assessment"("by_user_id");

-- CreateIndex
CREATE INDEX "engagement_person_id_idx" ON "engagement"("person_id");

-- CreateIndex
CREATE INDEX "engagement_area_id_organisation_id_idx" ON "engagement"("area_id", "organisation_id");

-- CreateIndex
CREATE INDEX "engagement_organisation_id_idx" ON "engagement"("organisation_id");

-- CreateIndex
CREATE INDEX "engagement_by_user_id_idx" ON "engagement"("by_user_id");

-- CreateIndex
CREATE INDEX "engagement_by_person_id_idx" ON "engagement"("by_person_id");

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement" ADD CONSTRAINT "engagement_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement" ADD CONSTRAINT "engagement_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement" ADD CONSTRAINT "engagement_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement" ADD CONSTRAINT "engagement_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "engagement" ADD CONSTRAINT "engagement_by_person_id_fkey" FOREIGN KEY ("by_person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE assessment ADD CONSTRAINT assessment_scales CHECK (interest BETWEEN 1 AND 5 AND influence BETWEEN 1 AND 5);
ALTER TABLE assessment ADD CONSTRAINT assessment_wanted CHECK (wanted_days IS NULL OR wanted_days BETWEEN 1 AND 730);

-- ---- Who may see and add which row ------------------------------------------------------------------------------------

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['assessment', 'engagement'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY maintenance ON %I TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance())', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO common_ground_app', t);
    EXECUTE format('CREATE POLICY seen ON %I FOR SELECT TO common_ground_app USING (area_id = ANY ((SELECT app.areas())::uuid[]) AND organisation_id = ANY ((SELECT app.organisations())::uuid[]))', t);
    EXECUTE format('CREATE POLICY written ON %I FOR INSERT TO common_ground_app WITH CHECK (area_id = ANY ((SELECT app.writing_areas())::uuid[]) AND organisation_id = ANY ((SELECT app.writing_organisations())::uuid[]) AND by_user_id = (SELECT app.user_id()))', t);
  END LOOP;
END $$;
