import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { findReleases } from "~/features/releases/published.queries.server";
import { clockAt, todayBy } from "~/platform/clock";
import { setConnection } from "~/platform/database/connection.server";
import { closeDatabase, inResearch } from "~/platform/db.server";
import { getLog } from "~/platform/log.server";
import { buildConsentingAreas, type Consenting } from "../../tests/builders/consenting-areas";
import { buildUser } from "../../tests/builders/place";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { draftRelease, publishDueReleases } from "./release.server";

const LATER = clockAt("2026-10-15T09:00:00Z");

let db: TestDatabase;
let made: Consenting;
let reader: string;

beforeAll(async () => {
  db = await createTestDatabase();
  setConnection(db.appUrl);
  reader = (await buildUser("Rhea Reader")).id;
  const consentedAt = "2026-05-01T12:00:00Z";
  made = await buildConsentingAreas(db.ownerUrl, {
    ...{ count: 12, by: reader, surveyedOn: "2026-06-10", consentedAt },
  });
});
afterAll(async () => {
  await made.end();
  await closeDatabase();
  await db.drop();
});

const published = async () =>
  (await inResearch(`user:${reader}`, todayBy(LATER), findReleases)).map(({ id, note }) => ({ id, note }));
const waiting = async () => {
  const { rows } = await made.client.query<{ id: string }>(
    "select id from release_plan where published_at is null order by id",
  );
  return rows.map(({ id }) => id);
};

test("a release that fails is said and kept for another day, and keeps no later one back", async () => {
  const noted = vi.spyOn(getLog(), "error").mockImplementation(() => undefined);
  await draftRelease(clockAt("2026-07-01T09:00:00Z"));
  await draftRelease(clockAt("2026-10-01T09:00:00Z"));
  await made.client.query("alter table research.release add constraint refused check (id <> '2026-Q2')");
  // Whoever runs it is told when all have been tried, so that the queue says it failed and tries again.
  await expect(publishDueReleases(LATER)).rejects.toThrow(/refused/);
  expect(await published()).toEqual([{ id: "2026-Q3", note: expect.stringContaining("Nothing earlier") }]);
  expect(await waiting()).toEqual(["2026-Q2"]);
  expect(noted.mock.calls).toEqual([[{ release: "2026-Q2" }, "a release could not be published"]]);

  await made.client.query("alter table research.release drop constraint refused");
  expect(await publishDueReleases(LATER)).toBe(1);
  expect((await published()).map(({ id }) => id)).toEqual(["2026-Q3", "2026-Q2"]);
  expect(await waiting()).toEqual([]);
  expect(await publishDueReleases(LATER)).toBe(0);
});
