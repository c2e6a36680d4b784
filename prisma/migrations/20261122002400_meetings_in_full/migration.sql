-- What projects a meeting talked of, and the day from which a series keeps a changed rhythm.

-- AlterTable
ALTER TABLE "meeting_series" ADD COLUMN     "rhythm_from" DATE;

-- CreateTable
CREATE TABLE "meeting_project" (
    "meeting_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,

    CONSTRAINT "meeting_project_pkey" PRIMARY KEY ("meeting_id","project_id")
);

-- CreateIndex
CREATE INDEX "meeting_project_project_id_idx" ON "meeting_project"("project_id");

-- AddForeignKey
ALTER TABLE "meeting_project" ADD CONSTRAINT "meeting_project_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_project" ADD CONSTRAINT "meeting_project_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who sees it: whoever sees both the meeting and the project. The links of a meeting are replaced as it is edited.
ALTER TABLE meeting_project ENABLE ROW LEVEL SECURITY;
ALTER TABLE meeting_project FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON meeting_project TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance());
GRANT SELECT, INSERT, DELETE ON meeting_project TO common_ground_app;
CREATE POLICY seen ON meeting_project FOR SELECT TO common_ground_app USING (
  EXISTS (SELECT 1 FROM record r WHERE r.id = meeting_project.meeting_id)
  AND EXISTS (SELECT 1 FROM record r WHERE r.id = meeting_project.project_id)
);
CREATE POLICY written ON meeting_project FOR INSERT TO common_ground_app WITH CHECK (
  EXISTS (
    SELECT 1 FROM record m JOIN record p ON p.id = meeting_project.project_id AND p.area_id = m.area_id
    WHERE m.id = meeting_project.meeting_id AND m.area_id = ANY ((SELECT app.writing_areas())::uuid[])
  )
);
CREATE POLICY replaced ON meeting_project FOR DELETE TO common_ground_app USING (
  EXISTS (SELECT 1 FROM record r WHERE r.id = meeting_project.meeting_id AND r.area_id = ANY ((SELECT app.writing_areas())::uuid[]))
);
