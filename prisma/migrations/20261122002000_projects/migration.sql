-- Joint work: projects, their milestones, and every day that was moved.

-- CreateEnum
CREATE TYPE "side_or_joint" AS ENUM ('council', 'community', 'joint');

-- CreateEnum
CREATE TYPE "project_stage" AS ENUM ('idea', 'agreed', 'under_way', 'paused', 'finished', 'stopped');

-- CreateEnum
CREATE TYPE "project_need" AS ENUM ('money', 'land', 'staff');

-- CreateTable
CREATE TABLE "project" (
    "record_id" UUID NOT NULL,
    "aim" TEXT NOT NULL,
    "lead" "side_or_joint",
    "lead_person_id" UUID,
    "lead_named_on" DATE,
    "residents_lead" BOOLEAN,
    "responsibility" TEXT,
    "started_on" DATE NOT NULL,
    "ends_on" DATE,
    "ends_by_side" "side",
    "ends_agreed_on" DATE,
    "stage" "project_stage" NOT NULL,
    "closed_on" DATE,
    "closed_note" TEXT,
    "involves" "project_need"[],
    "decision_from" TEXT,
    "decision_since" DATE,
    "case_text" TEXT,
    "scope_fixed_on" DATE,
    "scope_fixed_by_side" "side",
    "scope_agreed_on" DATE,

    CONSTRAINT "project_pkey" PRIMARY KEY ("record_id")
);

-- CreateTable
CREATE TABLE "project_team" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "adds" TEXT,

    CONSTRAINT "project_team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_block" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "by_side" "side" NOT NULL,
    "request_id" UUID,
    "cleared_on" DATE,
    "cleared_note" TEXT,

    CONSTRAINT "project_block_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_skill_gap" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "skill" TEXT NOT NULL,
    "opened_on" DATE NOT NULL,
    "filled_on" DATE,
    "filled_note" TEXT,

    CONSTRAINT "project_skill_gap_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_lead_change" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "on" DATE NOT NULL,
    "from_lead" "side_or_joint",
    "to_lead" "side_or_joint",
    "to_person_id" UUID,
    "by_side" "side" NOT NULL,
    "reason" TEXT,
    "decided" BOOLEAN NOT NULL DEFAULT false,
    "decision_text" TEXT,
    "meeting_id" UUID,

    CONSTRAINT "project_lead_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone" (
    "record_id" UUID NOT NULL,
    "project_id" UUID,
    "parent_id" UUID,
    "owner" "side_or_joint" NOT NULL,
    "council_person_id" UUID,
    "community_person_id" UUID,
    "due_on" DATE NOT NULL,
    "evidence" TEXT,
    "early_win" BOOLEAN NOT NULL DEFAULT false,
    "due_diligence" BOOLEAN NOT NULL DEFAULT false,
    "done_on" DATE,
    "done_note" TEXT,
    "acknowledged_on" DATE,
    "acknowledged_note" TEXT,
    "dropped_on" DATE,
    "dropped_note" TEXT,
    "let_go_asked_by_side" "side",
    "let_go_asked_on" DATE,
    "let_go_reason" TEXT,
    "withdrawn_on" DATE,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("record_id")
);

-- CreateTable
CREATE TABLE "day_move" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "proposed_by_side" "side" NOT NULL,
    "proposed_on" DATE NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "alone" BOOLEAN NOT NULL DEFAULT false,
    "agreed_on" DATE,
    "declined_on" DATE,
    "declined_reason" TEXT,

    CONSTRAINT "day_move_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "project_lead_person_id_idx" ON "project"("lead_person_id");

-- CreateIndex
CREATE INDEX "project_team_project_id_idx" ON "project_team"("project_id");

-- CreateIndex
CREATE INDEX "project_block_project_id_idx" ON "project_block"("project_id");

-- CreateIndex
CREATE INDEX "project_block_request_id_idx" ON "project_block"("request_id");

-- CreateIndex
CREATE INDEX "project_skill_gap_project_id_idx" ON "project_skill_gap"("project_id");

-- CreateIndex
CREATE INDEX "project_lead_change_project_id_idx" ON "project_lead_change"("project_id");

-- CreateIndex
CREATE INDEX "project_lead_change_to_person_id_idx" ON "project_lead_change"("to_person_id");

-- CreateIndex
CREATE INDEX "project_lead_change_meeting_id_idx" ON "project_lead_change"("meeting_id");

-- CreateIndex
CREATE INDEX "milestone_project_id_idx" ON "milestone"("project_id");

-- CreateIndex
CREATE INDEX "milestone_parent_id_idx" ON "milestone"("parent_id");

-- CreateIndex
CREATE INDEX "milestone_council_person_id_idx" ON "milestone"("council_person_id");

-- CreateIndex
CREATE INDEX "milestone_community_person_id_idx" ON "milestone"("community_person_id");

-- CreateIndex
CREATE INDEX "day_move_record_id_idx" ON "day_move"("record_id");

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_lead_person_id_fkey" FOREIGN KEY ("lead_person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_team" ADD CONSTRAINT "project_team_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_block" ADD CONSTRAINT "project_block_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_block" ADD CONSTRAINT "project_block_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "request"("record_id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_skill_gap" ADD CONSTRAINT "project_skill_gap_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_lead_change" ADD CONSTRAINT "project_lead_change_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_lead_change" ADD CONSTRAINT "project_lead_change_to_person_id_fkey" FOREIGN KEY ("to_person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_lead_change" ADD CONSTRAINT "project_lead_change_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("record_id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("record_id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "milestone"("record_id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_council_person_id_fkey" FOREIGN KEY ("council_person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_community_person_id_fkey" FOREIGN KEY ("community_person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "day_move" ADD CONSTRAINT "day_move_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---- Constraints Prisma does not model --------------------------------------------------------------------------------

ALTER TABLE project ADD CONSTRAINT project_days CHECK (ends_on IS NULL OR started_on <= ends_on);
ALTER TABLE milestone ADD CONSTRAINT milestone_not_its_own_part CHECK (parent_id IS NULL OR parent_id <> record_id);

-- ---- Row security: each is seen with its record, written where one may write -------------------------------------------

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['project record_id', 'milestone record_id', 'project_team project_id', 'project_block project_id',
      'project_skill_gap project_id', 'project_lead_change project_id', 'day_move record_id'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', split_part(t, ' ', 1));
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', split_part(t, ' ', 1));
    EXECUTE format('CREATE POLICY maintenance ON %I TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance())', split_part(t, ' ', 1));
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO common_ground_app', split_part(t, ' ', 1));
    EXECUTE format('CREATE POLICY seen ON %1$I FOR SELECT TO common_ground_app USING (EXISTS (SELECT 1 FROM record r WHERE r.id = %1$I.%2$I))',
      split_part(t, ' ', 1), split_part(t, ' ', 2));
    EXECUTE format('CREATE POLICY written ON %1$I FOR INSERT TO common_ground_app WITH CHECK (EXISTS (SELECT 1 FROM record r WHERE r.id = %1$I.%2$I AND r.area_id = ANY ((SELECT app.writing_areas())::uuid[])))',
      split_part(t, ' ', 1), split_part(t, ' ', 2));
    EXECUTE format('CREATE POLICY changed ON %1$I FOR UPDATE TO common_ground_app USING (EXISTS (SELECT 1 FROM record r WHERE r.id = %1$I.%2$I AND r.area_id = ANY ((SELECT app.writing_areas())::uuid[])))',
      split_part(t, ' ', 1), split_part(t, ' ', 2));
  END LOOP;
END $$;
-- The teams of a project are replaced when it is edited; the event keeps what stood there.
GRANT DELETE ON project_team TO common_ground_app;
CREATE POLICY replaced ON project_team FOR DELETE TO common_ground_app USING (EXISTS (SELECT 1 FROM record r WHERE r.id = project_team.project_id AND r.area_id = ANY ((SELECT app.writing_areas())::uuid[])));
