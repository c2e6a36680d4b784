-- Codes for research (docs/decisions/0041): what researchers ask areas by, put by an area's members on their shared records.
-- The first codes come with the tracker: the themes of the programme's own research. More are proposed and decided on.

-- CreateEnum
CREATE TYPE "code_theme" AS ENUM ('change', 'influence', 'leadership', 'expectations', 'legacy', 'councillors', 'neighbourhood');

-- CreateEnum
CREATE TYPE "code_state" AS ENUM ('proposed', 'accepted', 'declined', 'retired');

-- CreateTable
CREATE TABLE "code" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "theme" "code_theme" NOT NULL,
    "label" TEXT NOT NULL,
    "says" TEXT NOT NULL,
    "state" "code_state" NOT NULL DEFAULT 'proposed',
    "proposed_by_id" UUID,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "accepted_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coding" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "code_id" UUID NOT NULL,
    "coded_by_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "side" "side" NOT NULL,
    "coded_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,

    CONSTRAINT "coding_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "code_slug_key" ON "code"("slug");

-- CreateIndex
CREATE INDEX "code_proposed_by_id_idx" ON "code"("proposed_by_id");

-- CreateIndex
CREATE INDEX "coding_record_id_idx" ON "coding"("record_id");

-- CreateIndex
CREATE INDEX "coding_code_id_idx" ON "coding"("code_id");

-- CreateIndex
CREATE INDEX "coding_organisation_id_idx" ON "coding"("organisation_id");

-- CreateIndex
CREATE INDEX "coding_coded_by_id_idx" ON "coding"("coded_by_id");

-- AddForeignKey
ALTER TABLE "code" ADD CONSTRAINT "code_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "code" ADD CONSTRAINT "code_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coding" ADD CONSTRAINT "coding_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coding" ADD CONSTRAINT "coding_code_id_fkey" FOREIGN KEY ("code_id") REFERENCES "code"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coding" ADD CONSTRAINT "coding_coded_by_id_fkey" FOREIGN KEY ("coded_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coding" ADD CONSTRAINT "coding_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coding" ADD CONSTRAINT "coding_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A record has a code once, whichever side put it there.
CREATE UNIQUE INDEX coding_once ON coding (record_id, code_id) WHERE ended_at IS NULL;
ALTER TABLE coding ADD CONSTRAINT coding_ended CHECK (ended_at IS NOT NULL OR ended_by_id IS NULL);

-- ---- The codes that come with the tracker ------------------------------------------------------------------------------

INSERT INTO code (id, slug, theme, label, says, state, proposed_at, accepted_at)
SELECT ('00000000-0000-7000-8000-0000c0de' || lpad(to_hex(place), 4, '0'))::uuid, slug, theme::code_theme, label, says,
  'accepted', '2026-11-22T00:00:00Z', '2026-11-22T00:00:00Z'
FROM (VALUES
  (1, 'change-physical', 'change', 'Physical change', 'Something that can be seen or touched has changed: a building, a street, a park.'),
  (2, 'change-soft', 'change', 'Soft change', 'People think or feel differently about their place, or about each other.'),
  (3, 'change-small', 'change', 'Small change', 'A small grant or activity made a difference to one person or a few.'),
  (4, 'change-of-plan', 'change', 'Change of plan', 'The partnership worked out, among itself or with others, how its plans should change.'),
  (5, 'influence-money', 'influence', 'Money as leverage', 'The partnership’s own money helped it to be taken seriously, or drew in other money.'),
  (6, 'influence-heard', 'influence', 'A say in a decision', 'What residents said changed what the council or another body decided.'),
  (7, 'influence-distant', 'influence', 'Decided far away', 'The decision was made too far away, or on too large a scale, for the area to reach.'),
  (8, 'influence-overlooked', 'influence', 'An overlooked place', 'People say that their place is forgotten or passed over.'),
  (9, 'leadership-shared', 'leadership', 'Led together', 'Residents took the decision or the lead as a group.'),
  (10, 'leadership-deferred', 'leadership', 'Left to professionals', 'Residents could have decided, and followed paid people in the room.'),
  (11, 'leadership-hats', 'leadership', 'More than one hat', 'Somebody acted here as a resident and in another role at once.'),
  (12, 'expectations-high', 'expectations', 'High hopes', 'More was hoped for than the money or the time can do.'),
  (13, 'expectations-modest', 'expectations', 'Modest means', 'Somebody recalled how little there is for each resident, or how short the time is.'),
  (14, 'legacy-organisation', 'legacy', 'A body that goes on', 'A step towards an organisation that lasts after the programme.'),
  (15, 'legacy-place', 'legacy', 'A place that stays', 'A building, a space or a thing that stays after the programme.'),
  (16, 'legacy-people', 'legacy', 'People who carry on', 'People gained the confidence or the skills to act long after the programme.'),
  (17, 'legacy-ending', 'legacy', 'What ends with the money', 'Something that stops, or may stop, when the programme does.'),
  (18, 'councillors-kept-out', 'councillors', 'Councillors kept out', 'Councillors have no part in how the partnership decides.'),
  (19, 'councillors-advising', 'councillors', 'Councillors advise', 'Councillors come and advise, and do not vote.'),
  (20, 'councillors-shared-vote', 'councillors', 'One vote between councillors', 'The area’s councillors share one vote in the partnership.'),
  (21, 'councillors-voting', 'councillors', 'Councillors vote', 'Councillors vote in the partnership, each for themselves.'),
  (22, 'councillors-chairing', 'councillors', 'A councillor in the chair', 'A councillor chairs the partnership, or this meeting of it.'),
  (23, 'workers-remain', 'neighbourhood', 'Council workers still here', 'The council still has community workers in the area, or one came.'),
  (24, 'workers-gone', 'neighbourhood', 'Council workers gone', 'The council no longer has community workers in the area, or one left.'),
  (25, 'neighbours-new', 'neighbourhood', 'New neighbours', 'People have moved here: new communities, or new homes.'),
  (26, 'neighbours-commuting', 'neighbourhood', 'Living here, working elsewhere', 'Many people here work elsewhere and are little seen by day.')
) AS first(place, slug, theme, label, says);

-- ---- Who may ------------------------------------------------------------------------------------------------------------

ALTER TABLE code ENABLE ROW LEVEL SECURITY;
ALTER TABLE code FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON code TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance());
GRANT SELECT, INSERT, UPDATE (label, says, theme, state, decided_by_id, accepted_at, ended_at, reason, revision) ON code TO common_ground_app;
-- The code book is everybody's who has an account; what is only proposed is its proposer's and the admins'.
CREATE POLICY seen ON code FOR SELECT TO common_ground_app USING (
  (state IN ('accepted', 'retired') AND (SELECT app.user_id()) IS NOT NULL)
  OR proposed_by_id = (SELECT app.user_id()) OR (SELECT app.is_admin())
);
CREATE POLICY releasing ON code FOR SELECT TO common_ground_app USING ((SELECT app.is_releasing()));
CREATE POLICY proposed ON code FOR INSERT TO common_ground_app WITH CHECK (
  proposed_by_id = (SELECT app.user_id()) AND state = 'proposed' AND decided_by_id IS NULL
  AND ((SELECT app.is_admin()) OR EXISTS (SELECT 1 FROM study s WHERE app.in_study(s.id)))
);
CREATE POLICY decided ON code FOR UPDATE TO common_ground_app USING ((SELECT app.is_admin()))
  WITH CHECK (decided_by_id = (SELECT app.user_id()));

-- A code put on a record is seen with the record, while that is shared and in no bin; each side takes off what it put there.
ALTER TABLE coding ENABLE ROW LEVEL SECURITY;
ALTER TABLE coding FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON coding TO common_ground_owner USING (app.is_maintenance()) WITH CHECK (app.is_maintenance());
GRANT SELECT, INSERT, UPDATE (ended_at, ended_by_id) ON coding TO common_ground_app;
CREATE POLICY not_by_link ON coding AS RESTRICTIVE TO common_ground_app USING ((SELECT app.principal()) NOT LIKE 'link:%');
CREATE POLICY seen ON coding FOR SELECT TO common_ground_app USING (
  EXISTS (SELECT 1 FROM record r WHERE r.id = record_id AND r.level = 'shared' AND r.binned_at IS NULL)
);
CREATE POLICY put ON coding FOR INSERT TO common_ground_app WITH CHECK (
  coded_by_id = (SELECT app.user_id()) AND ended_at IS NULL
  AND organisation_id = ANY ((SELECT app.writing_organisations())::uuid[])
  AND EXISTS (SELECT 1 FROM record r WHERE r.id = record_id AND r.level = 'shared' AND r.binned_at IS NULL
    AND r.area_id = ANY ((SELECT app.writing_areas())::uuid[]))
  AND EXISTS (SELECT 1 FROM code c WHERE c.id = code_id AND c.state = 'accepted')
);
CREATE POLICY taken_off ON coding FOR UPDATE TO common_ground_app USING (
  ended_at IS NULL AND organisation_id = ANY ((SELECT app.writing_organisations())::uuid[])
  AND EXISTS (SELECT 1 FROM record r WHERE r.id = record_id AND r.area_id = ANY ((SELECT app.writing_areas())::uuid[]))
) WITH CHECK (ended_at IS NOT NULL AND ended_by_id = (SELECT app.user_id()));

-- ---- What a release counts ---------------------------------------------------------------------------------------------

-- Which shared records of a relationship had which code at an instant, of what had happened by a day: ids and no more.
CREATE FUNCTION app.research_codings(for_relationship uuid, on_day date, at timestamptz)
RETURNS TABLE (record_id uuid, slug text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT r.id, c.slug
  FROM relationship own JOIN record r ON r.area_id = own.area_id
    AND (r.relationship_id IS NULL OR r.relationship_id = ANY (app.parts_of(own.id, on_day)))
  JOIN coding k ON k.record_id = r.id JOIN code c ON c.id = k.code_id
  WHERE own.id = for_relationship AND app.is_releasing()
    AND r.level = 'shared' AND r.occurred_on <= on_day
    AND (r.binned_at IS NULL OR at < r.binned_at)
    AND (r.voided_on IS NULL OR (at AT TIME ZONE 'Europe/London')::date < r.voided_on)
    AND k.coded_at <= at AND (k.ended_at IS NULL OR at < k.ended_at)
    AND c.accepted_at <= at AND (c.ended_at IS NULL OR at < c.ended_at)
  ORDER BY r.id, c.slug
$$;

GRANT SELECT (id, area_id, relationship_id, level, occurred_on, binned_at, voided_on) ON record TO common_ground_scorer;
GRANT SELECT (record_id, code_id, coded_at, ended_at) ON coding TO common_ground_scorer;
GRANT SELECT (id, slug, accepted_at, ended_at) ON code TO common_ground_scorer;
CREATE POLICY functions ON coding FOR SELECT TO common_ground_scorer USING (true);
CREATE POLICY functions ON code FOR SELECT TO common_ground_scorer USING (true);
GRANT EXECUTE ON FUNCTION app.is_releasing() TO common_ground_scorer;

GRANT CREATE ON SCHEMA app TO common_ground_scorer;
ALTER FUNCTION app.research_codings(uuid, date, timestamptz) OWNER TO common_ground_scorer;
REVOKE CREATE ON SCHEMA app FROM common_ground_scorer;
REVOKE ALL ON FUNCTION app.research_codings(uuid, date, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.research_codings(uuid, date, timestamptz) TO common_ground_app, common_ground_scorer;
