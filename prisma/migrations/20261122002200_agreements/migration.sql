-- Agreements (memoranda of understanding) with their versions, clauses, signatures and reviews; proposals; and files on
-- records of any kind. Everything is seen with the record it belongs to, a file also by its own level.

-- CreateEnum
CREATE TYPE "mou_kind" AS ENUM ('partnership', 'programme');

-- CreateEnum
CREATE TYPE "mou_party" AS ENUM ('community', 'council', 'programme');

-- CreateEnum
CREATE TYPE "mou_heading" AS ENUM ('roles', 'priorities', 'flex', 'communication', 'liabilities', 'data_protection', 'review', 'duration');

-- CreateEnum
CREATE TYPE "review_outcome" AS ENUM ('kept', 'to_change', 'to_end');

-- CreateEnum
CREATE TYPE "proposal_about" AS ENUM ('date', 'goal', 'agreement', 'way_of_working');

-- CreateEnum
CREATE TYPE "proposal_answer" AS ENUM ('accepted', 'declined');

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "level" "level" NOT NULL,
    "organisation_id" UUID NOT NULL,
    "side" "side" NOT NULL,
    "author_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "attached_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mou" (
    "record_id" UUID NOT NULL,
    "kind" "mou_kind" NOT NULL,
    "other_parties" TEXT,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "review_on" DATE,
    "replaces_id" UUID,
    "end_on" DATE,
    "end_asked_on" DATE,
    "end_asked_by_side" "side",
    "end_reason" TEXT,
    "end_agreed_on" DATE,
    "signed_copy_id" UUID,

    CONSTRAINT "mou_pkey" PRIMARY KEY ("record_id")
);

-- CreateTable
CREATE TABLE "mou_version" (
    "id" UUID NOT NULL,
    "mou_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "by_side" "side" NOT NULL,
    "drafted_on" DATE NOT NULL,
    "proposed_on" DATE,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "review_on" DATE,
    "agreed_by_community_on" DATE,
    "agreed_by_other_on" DATE,
    "set_aside_on" DATE,

    CONSTRAINT "mou_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mou_clause" (
    "version_id" UUID NOT NULL,
    "heading" "mou_heading" NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "mou_clause_pkey" PRIMARY KEY ("version_id","heading")
);

-- CreateTable
CREATE TABLE "mou_signatory" (
    "id" UUID NOT NULL,
    "mou_id" UUID NOT NULL,
    "party" "mou_party" NOT NULL,
    "person_id" UUID,
    "name" TEXT,
    "signed_on" DATE NOT NULL,

    CONSTRAINT "mou_signatory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mou_review" (
    "id" UUID NOT NULL,
    "mou_id" UUID NOT NULL,
    "due_on" DATE,
    "started_on" DATE NOT NULL,
    "started_by_side" "side" NOT NULL,
    "done_on" DATE,
    "done_by_side" "side",
    "outcome" "review_outcome",
    "note" TEXT,
    "next_review_on" DATE,
    "agreed_on" DATE,

    CONSTRAINT "mou_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clause_link" (
    "id" UUID NOT NULL,
    "mou_id" UUID NOT NULL,
    "heading" "mou_heading" NOT NULL,
    "linked_id" UUID NOT NULL,
    "linked_by_side" "side" NOT NULL,
    "linked_on" DATE NOT NULL,
    "unlinked_on" DATE,

    CONSTRAINT "clause_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal" (
    "record_id" UUID NOT NULL,
    "to_side" "side" NOT NULL,
    "about" "proposal_about" NOT NULL,
    "detail" TEXT,
    "about_id" UUID,
    "version_id" UUID,
    "answered_on" DATE,
    "answer" "proposal_answer",
    "answer_text" TEXT,
    "withdrawn_on" DATE,
    "withdrawn_reason" TEXT,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("record_id")
);

-- CreateIndex
CREATE INDEX "attachment_record_id_idx" ON "attachment"("record_id");

-- CreateIndex
CREATE INDEX "attachment_organisation_id_idx" ON "attachment"("organisation_id");

-- CreateIndex
CREATE INDEX "attachment_author_id_idx" ON "attachment"("author_id");

-- CreateIndex
CREATE INDEX "mou_replaces_id_idx" ON "mou"("replaces_id");

-- CreateIndex
CREATE INDEX "mou_signed_copy_id_idx" ON "mou"("signed_copy_id");

-- CreateIndex
CREATE UNIQUE INDEX "mou_version_mou_id_number_key" ON "mou_version"("mou_id", "number");

-- CreateIndex
CREATE INDEX "mou_signatory_mou_id_idx" ON "mou_signatory"("mou_id");

-- CreateIndex
CREATE INDEX "mou_signatory_person_id_idx" ON "mou_signatory"("person_id");

-- CreateIndex
CREATE INDEX "mou_review_mou_id_idx" ON "mou_review"("mou_id");

-- CreateIndex
CREATE INDEX "clause_link_mou_id_idx" ON "clause_link"("mou_id");

-- CreateIndex
CREATE INDEX "clause_link_linked_id_idx" ON "clause_link"("linked_id");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_version_id_key" ON "proposal"("version_id");

-- CreateIndex
CREATE INDEX "proposal_about_id_idx" ON "proposal"("about_id");

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mou" ADD CONSTRAINT "mou_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mou" ADD CONSTRAINT "mou_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "mou"("record_id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mou" ADD CONSTRAINT "mou_signed_copy_id_fkey" FOREIGN KEY ("signed_copy_id") REFERENCES "attachment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mou_version" ADD CONSTRAINT "mou_version_mou_id_fkey" FOREIGN KEY ("mou_id") REFERENCES "mou"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mou_clause" ADD CONSTRAINT "mou_clause_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "mou_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mou_signatory" ADD CONSTRAINT "mou_signatory_mou_id_fkey" FOREIGN KEY ("mou_id") REFERENCES "mou"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mou_signatory" ADD CONSTRAINT "mou_signatory_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mou_review" ADD CONSTRAINT "mou_review_mou_id_fkey" FOREIGN KEY ("mou_id") REFERENCES "mou"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clause_link" ADD CONSTRAINT "clause_link_mou_id_fkey" FOREIGN KEY ("mou_id") REFERENCES "mou"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clause_link" ADD CONSTRAINT "clause_link_linked_id_fkey" FOREIGN KEY ("linked_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_about_id_fkey" FOREIGN KEY ("about_id") REFERENCES "record"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "mou_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ---- Who may see and change which row -----------------------------------------------------------------------------------

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['attachment', 'mou', 'mou_version', 'mou_clause', 'mou_signatory', 'mou_review', 'clause_link', 'proposal'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY maintenance ON %I TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance())', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO common_ground_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['mou record_id', 'mou_version mou_id', 'mou_signatory mou_id', 'mou_review mou_id', 'clause_link mou_id', 'proposal record_id'] LOOP
    EXECUTE format('CREATE POLICY seen ON %1$I FOR SELECT TO common_ground_app USING (EXISTS (SELECT 1 FROM record r WHERE r.id = %1$I.%2$I))',
      split_part(t, ' ', 1), split_part(t, ' ', 2));
    EXECUTE format('CREATE POLICY written ON %1$I FOR INSERT TO common_ground_app WITH CHECK (EXISTS (SELECT 1 FROM record r WHERE r.id = %1$I.%2$I AND r.area_id = ANY ((SELECT app.writing_areas())::uuid[])))',
      split_part(t, ' ', 1), split_part(t, ' ', 2));
    EXECUTE format('CREATE POLICY changed ON %1$I FOR UPDATE TO common_ground_app USING (EXISTS (SELECT 1 FROM record r WHERE r.id = %1$I.%2$I AND r.area_id = ANY ((SELECT app.writing_areas())::uuid[])))',
      split_part(t, ' ', 1), split_part(t, ' ', 2));
  END LOOP;
END $$;

-- The words of a version: seen with it; those of a draft are replaced when it is edited.
CREATE POLICY seen ON mou_clause FOR SELECT TO common_ground_app USING (EXISTS (SELECT 1 FROM mou_version v WHERE v.id = version_id));
CREATE POLICY written ON mou_clause FOR INSERT TO common_ground_app WITH CHECK (EXISTS (
  SELECT 1 FROM mou_version v JOIN record r ON r.id = v.mou_id
  WHERE v.id = version_id AND v.proposed_on IS NULL AND r.area_id = ANY ((SELECT app.writing_areas())::uuid[])
));
CREATE POLICY replaced ON mou_clause FOR DELETE TO common_ground_app USING (EXISTS (
  SELECT 1 FROM mou_version v JOIN record r ON r.id = v.mou_id
  WHERE v.id = version_id AND v.proposed_on IS NULL AND r.area_id = ANY ((SELECT app.writing_areas())::uuid[])
));
GRANT DELETE ON mou_clause TO common_ground_app;
REVOKE UPDATE ON mou_clause FROM common_ground_app;

-- A file: with its record, and a side's own with that side alone. Its metadata is changed (taken away) by who put it there.
CREATE POLICY seen ON attachment FOR SELECT TO common_ground_app USING (
  EXISTS (SELECT 1 FROM record r WHERE r.id = record_id)
  AND (level = 'shared' OR organisation_id = ANY ((SELECT app.organisations())::uuid[]))
);
CREATE POLICY written ON attachment FOR INSERT TO common_ground_app WITH CHECK (
  author_id = (SELECT app.user_id())
  AND organisation_id = ANY ((SELECT app.writing_organisations())::uuid[])
  AND level <> 'personal'
  AND EXISTS (
    SELECT 1 FROM record r WHERE r.id = record_id AND r.area_id = ANY ((SELECT app.writing_areas())::uuid[])
      AND (attachment.level = 'side' OR r.level = 'shared')
  )
);
CREATE POLICY changed ON attachment FOR UPDATE TO common_ground_app USING (
  organisation_id = ANY ((SELECT app.writing_organisations())::uuid[]) AND EXISTS (SELECT 1 FROM record r WHERE r.id = record_id)
);
-- The sweeper matches what lies on the disk with the rows there are.
CREATE POLICY swept ON attachment FOR SELECT TO common_ground_app USING ((SELECT app.principal()) = 'job:sweep-files');
