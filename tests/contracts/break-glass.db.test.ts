import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { noteOpening, openableIn } from "~/composition/access-trail.server";
import { findAreaAudit } from "~/composition/audit-page.server";
import { findGlassTold } from "~/composition/break-glass.server";
import { runAs, type SignedIn } from "~/composition/execution.server";
import {
  askBreakGlass,
  confirmBreakGlass,
  endBreakGlass,
} from "~/features/audit/break-glass.commands.server";
import { giveMembership } from "~/features/identity/accounts.commands.server";
import { toActor } from "~/features/identity/actor";
import { isPartnerships } from "~/features/partnership/partnership.policy";
import { recordNote } from "~/features/records/notes.commands.server";
import { replyToRecord } from "~/features/records/records.commands.server";
import { clockAt, todayBy } from "~/platform/clock";
import { closeDatabase, inTransaction } from "~/platform/db.server";
import { ReadScope } from "~/platform/read-scope.server";
import { buildRequest } from "../builders/asked-request";
import { buildPlace, buildUser, mustRun, type Place } from "../builders/place";
import { readAs } from "../builders/reading";
import { createTestDatabase, type TestDatabase } from "../setup/database";

let db: TestDatabase;
let place: Place;
let second: SignedIn;
let owner: Client;
let request: string;

beforeAll(async () => {
  db = await createTestDatabase();
  // The database holds to its own clock, so that this one goes by it too.
  place = await buildPlace(db, { county: true, clock: clockAt(new Date()) });
  const { admin, by, area, community, councilSide } = place;
  second = await buildUser("Sal Second");
  owner = new Client({ connectionString: db.ownerUrl });
  await owner.connect();
  await owner.query("select set_config('app.principal', 'maintenance', false)");
  const { rows } = await owner.query("select organisation_id from membership where role = 'admin'");
  const programme = rows[0]?.organisation_id;
  await mustRun(
    admin,
    giveMembership,
    { userId: second.id, organisationId: programme, role: "admin", startsOn: "2020-01-01" },
    by,
  );
  request = await buildRequest(
    community.editor,
    { area: area.slug, council: place.council.slug, title: "CANARY shared" },
    by,
  );
  for (const [user, level] of [
    [community.editor, "side"],
    [community.editor, "personal"],
    [councilSide.editor, "side"],
    [councilSide.editor, "personal"],
  ] as const)
    await mustRun(user, recordNote, { id: request, level, text: `CANARY ${level}` }, by);
});
beforeEach(() => owner.query("delete from break_glass"));
afterAll(async () => {
  await owner.end();
  await closeDatabase();
  await db.drop();
});

const REASON = "Somebody may be in danger, and the police ask";

async function ask(): Promise<string> {
  const input = { areaId: place.area.id, reason: REASON };
  return (await mustRun(place.admin, askBreakGlass, input, place.by)).id;
}

async function open(): Promise<string> {
  const id = await ask();
  await mustRun(second, confirmBreakGlass, { id }, place.by);
  return id;
}

/** How many rows of everything that holds content this user reads, by row security alone. */
async function reads(user: { id: string }): Promise<Record<string, string[]>> {
  return inTransaction(`user:${user.id}`, todayBy(place.clock), async (tx) => {
    const found: Record<string, string[]> = {};
    const tables = await tx.$queryRaw<{ name: string; key: string }[]>`
      SELECT c.relname AS name, a.attname AS key FROM pg_class c
      JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary AND i.indnkeyatts = 1
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND has_table_privilege(c.oid, 'SELECT') ORDER BY 1`;
    for (const { name, key } of tables) {
      const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
        `SELECT "${key}"::text AS id FROM public."${name}"`,
      );
      found[name] = rows.map(({ id }) => id);
    }
    return found;
  });
}

/** The same of records, by their titles and words. */
const recordsOf = (user: { id: string }) =>
  inTransaction(`user:${user.id}`, todayBy(place.clock), (tx) =>
    tx.record.findMany({ orderBy: { id: "asc" }, select: { level: true, kind: true } }),
  );

describe("break-glass", () => {
  it("opens nothing until a second admin confirms, who is not the one who asked", async () => {
    const id = await ask();
    expect(await recordsOf(place.admin)).toEqual([]);
    expect((await runAs(place.admin, confirmBreakGlass, { id }, place.by)).status).toBe("forbidden");
    expect((await runAs(place.community.lead, confirmBreakGlass, { id }, place.by)).status).toBe("absent");
    expect(await recordsOf(place.admin)).toEqual([]);
    await mustRun(second, confirmBreakGlass, { id }, place.by);
    expect(await recordsOf(place.admin)).toEqual([{ level: "shared", kind: "request" }]);
    expect(await recordsOf(second)).toEqual([]);
    expect((await runAs(second, confirmBreakGlass, { id }, place.by)).status).toBe("invalid");
  });

  it("cannot be confirmed by the one who asked, whatever a statement sends", async () => {
    const id = await ask();
    const confirm = (user: SignedIn, by: SignedIn) =>
      inTransaction(`user:${user.id}`, todayBy(place.clock), (tx) =>
        tx.breakGlass.updateMany({
          where: { id },
          data: { confirmedById: by.id, confirmedAt: new Date(), endsAt: new Date("2999-01-01") },
        }),
      );
    await expect(confirm(place.admin, place.admin)).rejects.toThrow(/another admin/);
    await expect(confirm(place.admin, second)).rejects.toThrow(/another admin/);
    expect(await confirm(place.community.lead, second)).toEqual({ count: 0 });
    expect(await confirm(second, second)).toEqual({ count: 1 });
    const { rows } = await owner.query(
      "select ends_at - confirmed_at = interval '60 minutes' as is from break_glass",
    );
    expect(rows).toEqual([{ is: true }]);
  });

  it("shows what both sides share, and nothing of one side's or a person's own, in any table", async () => {
    const closed = await reads(place.admin);
    await open();
    const glass = await reads(place.admin);
    const [community, council] = [await reads(place.community.reader), await reads(place.councilSide.reader)];
    const opened = Object.entries(glass).flatMap(([table, ids]) =>
      ids.filter((id) => !closed[table]?.includes(id)).map((id) => ({ table, id })),
    );
    expect(opened).toContainEqual({ table: "record", id: request });
    const beyond = opened.filter(
      ({ table, id }) => !community[table]?.includes(id) || !council[table]?.includes(id),
    );
    expect(
      beyond.filter(({ table }) => !["user", "membership", "event", "break_glass"].includes(table)),
    ).toEqual([]);
    const words = await inTransaction(`user:${place.admin.id}`, todayBy(place.clock), (tx) =>
      tx.event.findMany({ where: { areaId: place.area.id }, select: { level: true, data: true } }),
    );
    expect(
      words.filter(({ level, data }) => level !== "shared" && JSON.stringify(data).includes("CANARY")),
    ).toEqual([]);
  });

  it("lets nothing be written: to a command the area is not there, and row security takes no row", async () => {
    await open();
    const { admin, by } = place;
    expect((await runAs(admin, replyToRecord, { id: request, text: "A word" }, by)).status).toBe("absent");
    expect((await runAs(admin, recordNote, { id: request, level: "personal", text: "x" }, by)).status).toBe(
      "absent",
    );
    const changed = await inTransaction(`user:${admin.id}`, todayBy(place.clock), (tx) =>
      tx.record.updateMany({ where: { id: request }, data: { title: "Changed" } }),
    );
    expect(changed).toEqual({ count: 0 });
  });

  it("ends after an hour by the database's clock, and when it is ended", async () => {
    await open();
    await owner.query(
      "update break_glass set confirmed_at = now() - interval '61 minutes', ends_at = now() - interval '1 minute'",
    );
    expect(await recordsOf(place.admin)).toEqual([]);
    await owner.query("delete from break_glass");
    const id = await open();
    expect(await recordsOf(place.admin)).toHaveLength(1);
    await mustRun(second, endBreakGlass, { id }, place.by);
    expect(await recordsOf(place.admin)).toEqual([]);
    expect((await runAs(place.admin, endBreakGlass, { id }, place.by)).status).toBe("invalid");
  });

  it("is for reading the pages of that area alone: everywhere else its reader stands as before", async () => {
    await open();
    const standsFor = async (path: string, method = "GET") => {
      const asked = new Request(`http://localhost:3000${path}`, { method });
      const scope = new ReadScope(`user:${place.admin.id}`, todayBy(place.clock), openableIn(asked));
      const rows = await scope.look();
      const read = await scope.run(async (_, stands) => stands);
      await scope.close();
      expect(toActor(place.admin, read).stands).toEqual(toActor(place.admin, rows).stands);
      return toActor(place.admin, rows).stands.map(({ areaSlug, role, glass }) => ({
        areaSlug,
        role,
        glass,
      }));
    };
    const reader = [{ areaSlug: "oakfield", role: "reader", glass: true }];
    expect(await standsFor("/areas/oakfield/requests")).toEqual(reader);
    expect(await standsFor("/areas/oakfield.data")).toEqual(reader);
    expect(await standsFor("/areas/oakfield/requests", "HEAD")).toEqual(reader);
    for (const method of ["POST", "PUT", "PATCH", "DELETE"])
      expect(await standsFor("/areas/oakfield/requests", method)).toEqual([]);
    for (const path of ["/", "/search?q=CANARY", "/council", "/areas/elsewhere", "/admin"])
      expect(await standsFor(path), path).toEqual([]);
    expect(isPartnerships({ side: "community", glass: true })).toBe(false);
  });

  it("is told to the leads of both sides: by mail, with each page that is opened, and on the area's page", async () => {
    const { admin, community, councilSide, county, clock } = place;
    await owner.query("delete from graphile_worker._private_jobs");
    await open();
    const asked = new Request(`http://localhost:3000/areas/oakfield/requests/${request}`);
    const scope = new ReadScope(`user:${admin.id}`, todayBy(clock), openableIn(asked));
    const from = { clock, requestId: null, clientAddress: null, browser: "A browser" };
    await noteOpening({ request: asked, visit: { user: admin, scope }, ...from });
    await scope.close();
    for (const lead of [community.lead, councilSide.lead, county?.users.lead ?? community.lead]) {
      const lines = await readAs(lead, "oakfield", clock, async (tx, actor) => {
        const reading = { tx, today: todayBy(clock), now: clock.now() };
        const filter = { what: "opened", from: null, to: null, page: 1 } as const;
        return (await findAreaAudit(actor, reading, filter)).lines.map(({ said }) => said);
      });
      expect(lines.slice(0, 3), lead.name).toEqual([
        `opened /areas/oakfield/requests/${request} by break-glass`,
        "confirmed that an admin may read what both sides of Oakfield share, for an hour",
        `asked to read what both sides of Oakfield share, by break-glass: ${REASON}`,
      ]);
      const told = await readAs(lead, "oakfield", clock, (tx, actor) => findGlassTold(tx, actor));
      expect(told).toMatchObject([{ reason: REASON }]);
    }
    expect(
      await readAs(community.editor, "oakfield", clock, (tx, actor) => findGlassTold(tx, actor)),
    ).toEqual([]);
    const { rows } = await owner.query(
      "select payload ->> 'user' as user from graphile_worker._private_jobs where payload ->> 'what' = 'break-glass'",
    );
    expect(rows.map((row) => row.user).sort()).toEqual(
      [community.lead.id, councilSide.lead.id, county?.users.lead.id].sort(),
    );
  });

  it("is asked for by admins alone, with a reason, and not where they are a member", async () => {
    const { admin, community, by, area } = place;
    const input = { areaId: area.id, reason: REASON };
    expect((await runAs(community.lead, askBreakGlass, input, by)).status).toBe("absent");
    expect(await runAs(admin, askBreakGlass, { ...input, reason: "Because" }, by)).toMatchObject({
      status: "invalid",
      fields: { reason: [/./] },
    });
    expect(await runAs(admin, askBreakGlass, { ...input, areaId: "" }, by)).toMatchObject({
      status: "invalid",
      fields: { areaId: ["Choose the area"] },
    });
  });
});
