-- Where a council's people sign in (docs/decisions/0034): set by programme admins, read by signing in. The secret by which
-- this tracker is known there is sealed: a copy of the database alone is known nowhere.

-- CreateTable
CREATE TABLE "single_sign_on" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "client_secret" TEXT NOT NULL,
    "domains" TEXT[],
    "required" BOOLEAN NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "single_sign_on_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "single_sign_on_organisation_id_idx" ON "single_sign_on"("organisation_id");

-- AddForeignKey
ALTER TABLE "single_sign_on" ADD CONSTRAINT "single_sign_on_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE single_sign_on ENABLE ROW LEVEL SECURITY;
ALTER TABLE single_sign_on FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON single_sign_on TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance());
CREATE POLICY auth ON single_sign_on FOR SELECT TO common_ground_app USING ((SELECT app.is_auth()));
CREATE POLICY admin ON single_sign_on TO common_ground_app USING ((SELECT app.is_admin())) WITH CHECK ((SELECT app.is_admin()));
GRANT SELECT, INSERT, UPDATE, DELETE ON single_sign_on TO common_ground_app;
