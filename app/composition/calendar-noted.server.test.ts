import { afterAll, beforeAll, expect, test } from "vitest";
import { newToken } from "~/features/links/link-token.server";
import { clockAt } from "~/platform/clock";
import { closeDatabase } from "~/platform/db.server";
import { askFeed, buildFeed, findMembership } from "../../tests/builders/calendar-feed";
import { asMaintenance } from "../../tests/builders/fixtures-records";
import { buildPlace, type Place } from "../../tests/builders/place";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";

let db: TestDatabase;
let place: Place;

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

test("a calendar that is fetched is noted once a day, as a download of its owner's", async () => {
  const { reader } = place.community;
  const token = await buildFeed(reader, place.by);
  const membership = (await findMembership(reader, place.by)) ?? "";
  const noted = () =>
    asMaintenance(db.ownerUrl, async (client) => {
      const { rows } = await client.query(
        "select actor_id, level, area_id from event where command = 'access.exported' and principal = $1",
        [`feed:${membership}`],
      );
      return rows;
    });
  const before = (await noted()).length;
  for (const day of ["2026-11-02", "2026-11-02", "2026-11-03"])
    expect((await askFeed(token, { clock: clockAt(`${day}T09:00:00Z`) })).status).toBe(200);
  const rows = await noted();
  expect(rows).toHaveLength(before + 2);
  expect(rows.at(-1)).toEqual({ actor_id: reader.id, level: "personal", area_id: null });
  await askFeed(newToken(), place.by);
  expect(await noted()).toHaveLength(before + 2);
});
