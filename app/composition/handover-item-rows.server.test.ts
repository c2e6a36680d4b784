import { afterAll, beforeAll, expect, test } from "vitest";
import { prepareHandover } from "~/features/handovers/prepare-handover.commands.server";
import { closeDatabase } from "~/platform/db.server";
import { buildHandover, buildPost } from "../../tests/builders/leaver";
import { buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { buildPromise } from "../../tests/builders/promise";
import { readAs } from "../../tests/builders/reading";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import type { SignedIn } from "./execution.server";
import { moveOpenItems } from "./move-items.commands.server";

let db: TestDatabase;
let place: Place;

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { county: true });
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

test("of a handover both councils see, each sees what moved of its own alone, by row security too", async () => {
  const { area, council, community, councilSide, county, by, clock } = place;
  const member = await buildPost(place, community.editor, { role: "member" });
  const next = await buildPost(place, community.editor, { role: "chair" });
  await buildPromise(community.editor, { area: area.slug, council: council.slug, byPersonId: member.id }, by);
  const id = await buildHandover(place, community.editor, { ...member, incomingId: next.id });
  await mustRun(community.editor, prepareHandover, { id, note: "Call Joe.", on: "today" }, by);
  await mustRun(community.editor, moveOpenItems, { id }, by);
  const seenBy = (user: SignedIn) =>
    readAs(user, area.slug, clock, async (tx) => ({
      handover: await tx.handover.count({ where: { recordId: id } }),
      items: await tx.handoverItem.count({ where: { handoverId: id } }),
    }));
  expect(await seenBy(councilSide.reader)).toEqual({ handover: 1, items: 1 });
  expect(await seenBy(county?.users.reader ?? community.reader)).toEqual({ handover: 1, items: 0 });
});
