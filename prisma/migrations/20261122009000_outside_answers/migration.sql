-- What outside services answered, kept so that they are asked seldom and are not missed when they are away. No address of
-- anybody: the key of a postcode is a digest made with this installation's secret, and its answer names councils alone.

-- CreateTable
CREATE TABLE "outside_answer" (
    "key" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "outside_answer_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "outside_answer_service_fetched_at_idx" ON "outside_answer"("service", "fetched_at");

-- It is read and written by who asks outside services, and by nobody who is signed in.
ALTER TABLE outside_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE outside_answer FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON outside_answer TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance());
GRANT SELECT, INSERT, UPDATE, DELETE ON outside_answer TO common_ground_app;
CREATE POLICY asked ON outside_answer TO common_ground_app
  USING ((SELECT app.principal()) = 'job:outside') WITH CHECK ((SELECT app.principal()) = 'job:outside');
