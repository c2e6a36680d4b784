import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { logMeetingWithPromises } from "~/composition/meetings.commands.server";
import { binRecord, restoreRecord } from "~/features/records/records.commands.server";
import { todayBy } from "~/platform/clock";
import { closeDatabase, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { buildRequest } from "../builders/asked-request";
import { buildPeople, shortestForm } from "../builders/meeting";
import { buildPlace, mustRun, type Place } from "../builders/place";
import { createTestDatabase, type TestDatabase } from "../setup/database";

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

/** How many entries that quote `words` this user reads, by row security alone. */
function quoted(user: { id: string }, words: string): Promise<number> {
  return inTransaction(`user:${user.id}`, todayBy(place.clock), async (tx) => {
    const entries = await tx.event.findMany({ select: { data: true } });
    return entries.filter(({ data }) => JSON.stringify(data).includes(words)).length;
  });
}

describe("entries about a record in the bin", () => {
  it("are gone for the other side, and there again with the record", async () => {
    const { community, councilSide, by, area } = place;
    const title = "CANARY request";
    const id = await buildRequest(community.editor, { area: area.slug, title }, by);
    expect(await quoted(councilSide.lead, title)).toBe(1);
    await mustRun(community.editor, binRecord, { id }, by);
    expect(await quoted(councilSide.lead, title)).toBe(0);
    expect(await quoted(community.reader, title)).toBe(2);
    await mustRun(community.editor, restoreRecord, { id }, by);
    expect(await quoted(councilSide.lead, title)).toBe(3);
  });

  it("are gone where a form that wrote it with others names it", async () => {
    const { community, councilSide, by } = place;
    await buildPeople(place);
    const title = "CANARY meeting";
    const { id } = await mustRun(
      community.editor,
      logMeetingWithPromises,
      { ...shortestForm(place), how: "in_person" as const, title },
      by,
    );
    expect(await quoted(councilSide.lead, title)).toBe(2);
    await mustRun(community.editor, binRecord, { id }, by);
    expect(await quoted(councilSide.lead, title)).toBe(0);
    expect(await quoted(community.lead, title)).toBe(3);
  });
});

describe("what refers to what an import made", () => {
  const asks = (userId: string, table: string, id: string) =>
    inTransaction(`user:${userId}`, todayBy(place.clock), async (tx) => {
      const rows = await tx.$queryRaw<{ place: string }[]>`
        SELECT app.built_on(${table}::regclass, ${[id]}::uuid[], NULL) AS place`;
      const [after] = await tx.$queryRaw<{ who: string }[]>`SELECT app.principal() AS who`;
      return { places: rows.map((row) => row.place), after: after?.who };
    });

  it("is said to who may take that import back, and to nobody else", async () => {
    const { admin, council, councilSide, community, outside } = place;
    const owner = new Client({ connectionString: db.ownerUrl });
    await owner.connect();
    await owner.query("select set_config('app.principal', 'maintenance', false)");
    const [list, person] = [newId(), newId()];
    await owner.query(
      `insert into import (id, what, file_name, sha256, organisation_id, by_user_id, applied_at, counts, steps)
       values ($1, 'people', 'list.csv', '', $2, $3, now(), '{}', '[]')`,
      [list, council.id, admin.id],
    );
    await owner.query(
      "insert into person (id, name, recorded_by_organisation_id, import_id) values ($1, 'Imported', $2, $3)",
      [person, council.id, list],
    );
    await owner.query(
      "insert into appointment (id, person_id, organisation_id, role, level) values ($1, $2, $3, 'councillor', 'elected')",
      [newId(), person, council.id],
    );
    await owner.end();
    const said = async (user: { id: string }) => (await asks(user.id, "person", person)).places;
    expect(await said(admin)).toEqual(["appointment"]);
    expect(await said(councilSide.editor)).toEqual(["appointment"]);
    for (const user of [councilSide.reader, community.lead, outside.councilLead])
      expect([user.name, await said(user)]).toEqual([user.name, []]);
    expect((await asks(admin.id, "person", person)).after).toBe(`user:${admin.id}`);
  });

  it("is not asked of any other table", async () => {
    await expect(asks(place.admin.id, "record", newId())).rejects.toThrow(/no import makes rows/);
  });
});
