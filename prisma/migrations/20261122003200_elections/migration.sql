-- Elections of a council, so that its areas know when a pre-election period runs. A date is public; who keeps the list is
-- the programme, and the council itself.

-- CreateEnum
CREATE TYPE "election_kind" AS ENUM ('local', 'by_election', 'mayor', 'london_authority', 'parliament');

-- CreateTable
CREATE TABLE "election" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "poll_on" DATE NOT NULL,
    "kind" "election_kind" NOT NULL,
    "notice_on" DATE,
    "source" TEXT,
    "note" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "election_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "election_organisation_id_poll_on_idx" ON "election"("organisation_id", "poll_on");

-- AddForeignKey
ALTER TABLE "election" ADD CONSTRAINT "election_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE election ADD CONSTRAINT election_notice CHECK (notice_on IS NULL OR notice_on <= poll_on);

ALTER TABLE election ENABLE ROW LEVEL SECURITY;
ALTER TABLE election FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON election TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance());
GRANT SELECT, INSERT, UPDATE ON election TO common_ground_app;
CREATE POLICY seen ON election FOR SELECT TO common_ground_app USING (
  organisation_id = ANY ((SELECT app.register())::uuid[]) OR (SELECT app.is_admin())
);
CREATE POLICY written ON election FOR INSERT TO common_ground_app WITH CHECK (
  organisation_id = ANY ((SELECT app.writing_organisations())::uuid[]) OR (SELECT app.is_admin())
);
CREATE POLICY changed ON election FOR UPDATE TO common_ground_app USING (
  organisation_id = ANY ((SELECT app.writing_organisations())::uuid[]) OR (SELECT app.is_admin())
);
