import { afterAll, beforeAll, expect, test } from "vitest";
import { KINDS } from "~/features/evidence/kinds";
import { assessPerson } from "~/features/people/assessments.commands.server";
import { clockAt, todayBy } from "~/platform/clock";
import { closeDatabase } from "~/platform/db.server";
import { buildRequest } from "../../tests/builders/asked-request";
import { buildEntry } from "../../tests/builders/entry";
import { buildHeld, buildPeople } from "../../tests/builders/meeting";
import { buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { buildProject } from "../../tests/builders/plan";
import { buildPromise } from "../../tests/builders/promise";
import { readAs } from "../../tests/builders/reading";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { findActions } from "./actions.server";
import type { SignedIn } from "./execution.server";

let database: TestDatabase;
let place: Place;
const later = clockAt("2026-12-01T12:00:00Z");
// Before everything else there is, so that what begins with the first record would show it.
const early = { clock: clockAt("2021-01-05T12:00:00Z") };

beforeAll(async () => {
  database = await createTestDatabase();
  place = await buildPlace(database);
  const { area, council, community, councilSide, by } = place;
  const where = { area: area.slug, council: council.slug };
  await buildHeld(place, community.editor, await buildPeople(place));
  await buildRequest(community.editor, where, by);
  await buildProject(community.editor, where, by);
  await buildPromise(councilSide.editor, where, by);
});
afterAll(async () => {
  await closeDatabase();
  await database.drop();
});

const waiting = (user: SignedIn) =>
  readAs(user, place.area.slug, later, async (tx, actor) => {
    const found = await findActions(tx, actor, place.council.relationshipId, todayBy(later));
    return found?.theirs;
  });

test("what waits for the other side is the same with and without what either side keeps to itself", async () => {
  const { area, community, councilSide } = place;
  const readers = [community.lead, councilSide.lead];
  const before = await Promise.all(readers.map(waiting));
  expect(before.every((list) => (list?.length ?? 0) > 3)).toBe(true);

  const kinds = KINDS.filter(({ level }) => level !== "shared");
  expect(kinds.length).toBeGreaterThan(2);
  const { people } = await readAs(community.lead, area.slug, later, async (tx) => ({
    people: await tx.person.findMany({ select: { id: true } }),
  }));
  for (const user of [community.editor, councilSide.editor]) {
    for (const { id } of kinds) {
      const where = { area: area.slug, council: place.council.slug };
      await buildEntry(user, id, where, early).catch(() => null);
    }
    for (const { id } of people) {
      const view = { interest: 4, influence: 4, stance: "for_it", ally: "yes", wantedDays: 1 } as const;
      await mustRun(user, assessPerson, { ...view, area: area.slug, id, on: "2026-01-01" }, place.by);
    }
  }
  const own = await readAs(community.lead, area.slug, later, (tx) =>
    tx.record.count({ where: { level: { not: "shared" } } }),
  );
  expect(own).toBeGreaterThan(1);
  expect(await Promise.all(readers.map(waiting))).toEqual(before);
});
