-- What a side gathers to answer somebody who asks for information: which records, and of each what is said, left out or
-- withheld, and why. It holds no copy of any text: what goes out is made from the records as they are.

-- CreateEnum
CREATE TYPE "disclosure_law" AS ENUM ('information', 'environment', 'own_data');

-- CreateEnum
CREATE TYPE "disclosure_decision" AS ENUM ('included', 'withheld');

-- CreateTable
CREATE TABLE "disclosure" (
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "by_user_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "law" "disclosure_law" NOT NULL,
    "received_on" DATE NOT NULL,
    "asked" TEXT NOT NULL,
    "finished_on" DATE,
    "from_on" DATE,
    "to_on" DATE,
    "kinds" TEXT[],
    "words" TEXT,
    "relationship_id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "disclosure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "disclosure_item" (
    "id" UUID NOT NULL,
    "disclosure_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "decision" "disclosure_decision",
    "reason" TEXT,
    "redactions" JSONB NOT NULL,
    "number" INTEGER NOT NULL,
    "digest" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "disclosure_item_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "disclosure_area_id_organisation_id_idx" ON "disclosure"("area_id", "organisation_id");

-- CreateIndex
CREATE INDEX "disclosure_organisation_id_idx" ON "disclosure"("organisation_id");

-- CreateIndex
CREATE INDEX "disclosure_by_user_id_idx" ON "disclosure"("by_user_id");

-- CreateIndex
CREATE INDEX "disclosure_relationship_id_idx" ON "disclosure"("relationship_id");

-- CreateIndex
CREATE INDEX "disclosure_item_record_id_idx" ON "disclosure_item"("record_id");

-- CreateIndex
CREATE UNIQUE INDEX "disclosure_item_disclosure_id_record_id_key" ON "disclosure_item"("disclosure_id", "record_id");

-- AddForeignKey
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_relationship_id_fkey" FOREIGN KEY ("relationship_id") REFERENCES "relationship"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosure_item" ADD CONSTRAINT "disclosure_item_disclosure_id_fkey" FOREIGN KEY ("disclosure_id") REFERENCES "disclosure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosure_item" ADD CONSTRAINT "disclosure_item_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE disclosure ADD CONSTRAINT disclosure_days CHECK (from_on IS NULL OR to_on IS NULL OR from_on <= to_on);
-- What is withheld is withheld for a reason; what was decided was decided on the words as they were.
ALTER TABLE disclosure_item ADD CONSTRAINT disclosure_item_reason CHECK ((decision = 'withheld') = (reason IS NOT NULL) OR decision IS NULL);
ALTER TABLE disclosure_item ADD CONSTRAINT disclosure_item_decided CHECK ((decision IS NULL) = (decided_at IS NULL) AND (decision IS NULL) = (digest IS NULL));

-- ---- Who may see and change which row: leads of the organisation that prepares it, and nobody else ---------------------

ALTER TABLE disclosure ENABLE ROW LEVEL SECURITY;
ALTER TABLE disclosure FORCE ROW LEVEL SECURITY;
ALTER TABLE disclosure_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE disclosure_item FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON disclosure TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance());
CREATE POLICY maintenance ON disclosure_item TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance());
GRANT SELECT, INSERT, UPDATE ON disclosure, disclosure_item TO common_ground_app;

CREATE POLICY seen ON disclosure FOR SELECT TO common_ground_app USING (
  area_id = ANY ((SELECT app.leading_areas())::uuid[]) AND organisation_id = ANY ((SELECT app.leading_organisations())::uuid[])
);
CREATE POLICY written ON disclosure FOR INSERT TO common_ground_app WITH CHECK (
  by_user_id = (SELECT app.user_id())
  AND area_id = ANY ((SELECT app.leading_areas())::uuid[]) AND organisation_id = ANY ((SELECT app.leading_organisations())::uuid[])
);
CREATE POLICY changed ON disclosure FOR UPDATE TO common_ground_app USING (
  area_id = ANY ((SELECT app.leading_areas())::uuid[]) AND organisation_id = ANY ((SELECT app.leading_organisations())::uuid[])
);

-- An item is of a bundle one sees, and of a record of its area one sees; what its author alone sees is in no bundle.
CREATE POLICY seen ON disclosure_item FOR SELECT TO common_ground_app USING (
  EXISTS (SELECT FROM disclosure d WHERE d.id = disclosure_id)
);
CREATE POLICY written ON disclosure_item FOR INSERT TO common_ground_app WITH CHECK (
  EXISTS (SELECT FROM disclosure d JOIN record r ON r.id = record_id WHERE d.id = disclosure_id AND r.area_id = d.area_id AND r.level <> 'personal')
);
CREATE POLICY changed ON disclosure_item FOR UPDATE TO common_ground_app USING (
  EXISTS (SELECT FROM disclosure d WHERE d.id = disclosure_id)
);

-- Which bundle an item is of, and of which record, stays; what may be changed of it is what was decided.
REVOKE UPDATE ON disclosure, disclosure_item FROM common_ground_app;
GRANT UPDATE (finished_on, revision) ON disclosure TO common_ground_app;
GRANT UPDATE (decision, reason, redactions, digest, decided_at, revision) ON disclosure_item TO common_ground_app;
