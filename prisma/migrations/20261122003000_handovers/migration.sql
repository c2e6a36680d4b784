-- Handovers: a post that changes hands, and what moved from who leaves to who follows.

-- CreateEnum
CREATE TYPE "handover_why" AS ENUM ('new_job', 'other_team', 'reorganised', 'term_over', 'poll', 'retired', 'leave', 'stepped_down', 'other');

-- CreateTable
CREATE TABLE "handover" (
    "record_id" UUID NOT NULL,
    "of_side" "side" NOT NULL,
    "appointment_id" UUID NOT NULL,
    "outgoing_id" UUID NOT NULL,
    "incoming_id" UUID,
    "why" "handover_why" NOT NULL,
    "notified_on" DATE NOT NULL,
    "effective_on" DATE NOT NULL,
    "note" TEXT,
    "prepared_on" DATE,
    "accepted_on" DATE,
    "completed_on" DATE,
    "met_at_id" UUID,
    "brief_read_on" DATE,
    "timeline_shared_on" DATE,
    "commitments_moved_on" DATE,
    "introductions_made_on" DATE,
    "first_meeting_on" DATE,
    "withdrawn_on" DATE,
    "withdrawn_note" TEXT,

    CONSTRAINT "handover_pkey" PRIMARY KEY ("record_id")
);

-- CreateTable
CREATE TABLE "handover_item" (
    "id" UUID NOT NULL,
    "handover_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "batch" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "moved_on" DATE NOT NULL,
    "moved_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_on" DATE,

    CONSTRAINT "handover_item_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "handover_appointment_id_idx" ON "handover"("appointment_id");

-- CreateIndex
CREATE INDEX "handover_outgoing_id_idx" ON "handover"("outgoing_id");

-- CreateIndex
CREATE INDEX "handover_incoming_id_idx" ON "handover"("incoming_id");

-- CreateIndex
CREATE INDEX "handover_met_at_id_idx" ON "handover"("met_at_id");

-- CreateIndex
CREATE INDEX "handover_item_handover_id_idx" ON "handover_item"("handover_id");

-- CreateIndex
CREATE INDEX "handover_item_item_id_idx" ON "handover_item"("item_id");

-- CreateIndex
CREATE INDEX "handover_item_from_id_idx" ON "handover_item"("from_id");

-- CreateIndex
CREATE INDEX "handover_item_to_id_idx" ON "handover_item"("to_id");

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_appointment_id_fkey" FOREIGN KEY ("appointment_id") REFERENCES "appointment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_outgoing_id_fkey" FOREIGN KEY ("outgoing_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_incoming_id_fkey" FOREIGN KEY ("incoming_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_met_at_id_fkey" FOREIGN KEY ("met_at_id") REFERENCES "meeting"("record_id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_item" ADD CONSTRAINT "handover_item_handover_id_fkey" FOREIGN KEY ("handover_id") REFERENCES "handover"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_item" ADD CONSTRAINT "handover_item_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_item" ADD CONSTRAINT "handover_item_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_item" ADD CONSTRAINT "handover_item_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---- Who may see and change which row -----------------------------------------------------------------------------------

ALTER TABLE handover ENABLE ROW LEVEL SECURITY;
ALTER TABLE handover FORCE ROW LEVEL SECURITY;
ALTER TABLE handover_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE handover_item FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON handover TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance());
CREATE POLICY maintenance ON handover_item TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance());
GRANT SELECT, INSERT, UPDATE ON handover TO common_ground_app;
GRANT SELECT, INSERT, UPDATE ON handover_item TO common_ground_app;

CREATE POLICY seen ON handover FOR SELECT TO common_ground_app USING (EXISTS (SELECT 1 FROM record r WHERE r.id = handover.record_id));
CREATE POLICY written ON handover FOR INSERT TO common_ground_app WITH CHECK (EXISTS (SELECT 1 FROM record r WHERE r.id = handover.record_id AND r.area_id = ANY ((SELECT app.writing_areas())::uuid[])));
CREATE POLICY changed ON handover FOR UPDATE TO common_ground_app USING (EXISTS (SELECT 1 FROM record r WHERE r.id = handover.record_id AND r.area_id = ANY ((SELECT app.writing_areas())::uuid[])));

-- A thing that moved: for whoever sees both the handover and the thing, as one may be about a council that is not theirs.
CREATE POLICY seen ON handover_item FOR SELECT TO common_ground_app USING (
  EXISTS (SELECT 1 FROM record r WHERE r.id = handover_item.handover_id)
  AND EXISTS (SELECT 1 FROM record r WHERE r.id = handover_item.item_id)
);
CREATE POLICY written ON handover_item FOR INSERT TO common_ground_app WITH CHECK (
  EXISTS (
    SELECT 1 FROM record h JOIN record i ON i.id = handover_item.item_id AND i.area_id = h.area_id
    WHERE h.id = handover_item.handover_id AND h.area_id = ANY ((SELECT app.writing_areas())::uuid[])
  )
);
CREATE POLICY changed ON handover_item FOR UPDATE TO common_ground_app USING (
  EXISTS (
    SELECT 1 FROM record h JOIN record i ON i.id = handover_item.item_id AND i.area_id = h.area_id
    WHERE h.id = handover_item.handover_id AND h.area_id = ANY ((SELECT app.writing_areas())::uuid[])
  )
);
