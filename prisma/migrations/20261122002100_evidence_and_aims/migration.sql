-- What helps and what hinders, of many small kinds in one table; and what each side is trying to achieve.

CREATE TYPE "aim_answer" AS ENUM ('confirmed', 'corrected', 'not_quite');

CREATE TABLE "evidence" (
    "record_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "answer_by_side" "side",
    "proposed_on" DATE,
    "proposed_by_side" "side",
    "answered_on" DATE,
    "answered_by_side" "side",
    "outcome" TEXT,
    "answer_words" TEXT,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("record_id")
);

CREATE TABLE "evidence_link" (
    "evidence_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "person_id" UUID,
    "about_id" UUID,

    CONSTRAINT "evidence_link_pkey" PRIMARY KEY ("evidence_id","field")
);

CREATE TABLE "aim" (
    "record_id" UUID NOT NULL,
    "owner_side" "side" NOT NULL,
    "detail" TEXT,
    "acknowledged_on" DATE,
    "acknowledged_words" TEXT,
    "answered_on" DATE,
    "answer" "aim_answer",
    "answer_words" TEXT,

    CONSTRAINT "aim_pkey" PRIMARY KEY ("record_id")
);

CREATE INDEX "evidence_kind_idx" ON "evidence"("kind");
CREATE INDEX "evidence_link_person_id_idx" ON "evidence_link"("person_id");
CREATE INDEX "evidence_link_about_id_idx" ON "evidence_link"("about_id");

ALTER TABLE "evidence" ADD CONSTRAINT "evidence_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_link" ADD CONSTRAINT "evidence_link_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("record_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_link" ADD CONSTRAINT "evidence_link_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "evidence_link" ADD CONSTRAINT "evidence_link_about_id_fkey" FOREIGN KEY ("about_id") REFERENCES "record"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "aim" ADD CONSTRAINT "aim_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Each seen with its record, written where one may write.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['evidence record_id', 'evidence_link evidence_id', 'aim record_id'] LOOP
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

-- Links are replaced when the entry is edited; the event keeps what stood there.
GRANT DELETE ON evidence_link TO common_ground_app;
CREATE POLICY replaced ON evidence_link FOR DELETE TO common_ground_app USING (
  EXISTS (SELECT 1 FROM record r WHERE r.id = evidence_link.evidence_id AND r.area_id = ANY ((SELECT app.writing_areas())::uuid[]))
);
