import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findContactsWithoutPost } from "~/features/people/contacts-without-post.queries.server";
import { CONTACT_DAYS, ENDING, RETENTION } from "~/features/retention/schedule";
import { RETENTION_CLASSES } from "~/features/rights/treatments";
import { addDays, startOfDay } from "~/platform/calendar/day";
import { todayBy } from "~/platform/clock";
import { closeDatabase, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { endedRows } from "../../tests/builders/ended-rows";
import { buildPost } from "../../tests/builders/leaver";
import { buildPlace, type Place } from "../../tests/builders/place";
import { readAs } from "../../tests/builders/reading";
import { stoppedClock } from "../../tests/setup/clock";
import { createTestDatabase, type TestDatabase, testServer, withDatabase } from "../../tests/setup/database";
import type { SignedIn } from "./execution.server";
import { applyRetention, countDue } from "./retention.server";

const clock = stoppedClock();
const TODAY = todayBy(clock);
let db: TestDatabase;
let place: Place;
let client: Client;
let ground: ReturnType<typeof endedRows>;

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { clock });
  client = new Client({ connectionString: withDatabase(testServer().adminUrl, db.name) });
  await client.connect();
  // Rows are planted one by one, without what they would hang on.
  await client.query("set session_replication_role = replica");
  ground = endedRows(client, place);
});
afterAll(async () => {
  await client.end();
  await closeDatabase();
  await db.drop();
});
// Whatever one test left does not count in the next.
beforeEach(() => applyRetention(clock));

/** Rows of every table; of files those that are there. */
async function count(): Promise<Record<string, number>> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
     where schemaname = 'public' or tablename = '_private_jobs'`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of rows) {
    const there = name === "public.attachment" ? "where removed_at is null" : "";
    const { rows: found } = await client.query(`select count(*)::int as n from ${name} ${there}`);
    counts[name.replace("public.", "")] = found[0]?.n;
  }
  return counts;
}

function changes(before: Record<string, number>, after: Record<string, number>) {
  const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
  return Object.fromEntries(changed.map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)]));
}

/** The last instant of the day on which something must have ended to go today; and the first after it. */
function edges(days: number) {
  const day = addDays(TODAY, -days);
  const next = startOfDay(addDays(day, 1)).getTime();
  return {
    goes: [new Date(next - 1).toISOString(), day] as const,
    stays: [new Date(next).toISOString(), addDays(day, 1)] as const,
  };
}

const going = ENDING.filter(({ does }) => does === "goes");
const LOGGED = { event: 2, "graphile_worker._private_jobs": 1 };

describe("what goes by itself", () => {
  it("has a way to plant each, and every sort of table has a rule", () => {
    expect(Object.keys(ground.planted).sort()).toEqual(going.map(({ id }) => id).sort());
    expect(RETENTION_CLASSES.filter((one) => !RETENTION.some((rule) => rule.of === one))).toEqual([]);
  });

  it.each(going)(
    "$id: goes on its day, and a day before it stays; nothing else changes",
    async ({ id, days }) => {
      const parts = ground.planted[id] ?? [];
      const { goes, stays } = edges(days);
      for (const [, plant] of parts) await plant(...stays);
      const without = await count();
      expect((await countDue(clock)).filter(({ rows, rule }) => rows > 0 && rule.does === "goes")).toEqual(
        [],
      );
      expect(changes(without, await count())).toEqual({});
      for (const [, plant] of parts) await plant(...goes);
      const before = await count();
      const due = (await countDue(clock)).filter(({ rows, rule }) => rows > 0 && rule.does === "goes");
      expect(due.map(({ rule, rows }) => [rule.id, rows])).toEqual([[id, parts.length]]);
      expect(changes(before, await count())).toEqual({});
      await applyRetention(clock);
      const taken: Record<string, number> = { ...(id === "bin" ? { request: -1 } : {}) };
      for (const [table] of parts) taken[table] = -1;
      const wanted: Record<string, number> = { ...taken };
      for (const [table, more] of Object.entries(LOGGED)) wanted[table] = (wanted[table] ?? 0) + more;
      const found = changes(before, await count());
      // Files of what went are swept once: one job waits, however often it was asked for.
      expect({ ...found, page_change: undefined }).toEqual(
        Object.fromEntries(
          Object.entries({ ...wanted, page_change: undefined }).filter(([, more]) => more !== 0),
        ),
      );
      expect(await applyRetention(clock)).toEqual(going.map((rule) => ({ rule, rows: 0 })));
    },
  );

  it("leaves in the bin what something else names", async () => {
    const { goes } = edges(180);
    const about = await ground.binned(goes[0], false);
    const note = newId();
    await ground.insert("note", { record_id: note, text: "About it", about_id: about });
    const bin = async () => (await applyRetention(clock)).find(({ rule }) => rule.id === "bin")?.rows;
    expect(await bin()).toBe(0);
    await client.query("delete from note where record_id = $1", [note]);
    expect(await bin()).toBe(1);
  });

  it("is whole rules, whatever stops it", async () => {
    for (const { id, days } of going)
      for (const [, plant] of ground.planted[id] ?? []) await plant(...edges(days).goes);
    let asked = 0;
    const now = () => {
      asked += 1;
      // Of each rule the clock is asked for its day and for its instant.
      if (asked > 9) throw new Error("killed");
      return clock.now();
    };
    await expect(applyRetention({ ...clock, now })).rejects.toThrow("killed");
    const left = (await countDue(clock)).filter(({ rule }) => rule.does === "goes");
    const rows = left.map((one) => one.rows);
    const first = rows.findIndex((one) => one > 0);
    expect(first).toBeGreaterThan(0);
    expect(rows.slice(0, first)).toEqual(rows.slice(0, first).map(() => 0));
    expect(left.slice(first).map(({ rule, rows: one }) => [rule.id, one])).toEqual(
      left.slice(first).map(({ rule }) => [rule.id, ground.planted[rule.id]?.length]),
    );
  });

  it("is told in the log by rule and number alone", async () => {
    for (const [, plant] of ground.planted.sessions ?? []) await plant(...edges(30).goes);
    const told = async () =>
      (
        await client.query(
          "select id, command, data, principal, actor_id from event where command like 'retention.%'",
        )
      ).rows;
    const before = new Set((await told()).map(({ id }) => id));
    await applyRetention(clock);
    const fresh = (await told()).filter(({ id }) => !before.has(id)).map(({ id: _, ...row }) => row);
    const job = { principal: "job:retention", actor_id: null };
    expect(fresh).toEqual([
      { command: "retention.applied", data: { rule: "sessions", rows: 1 }, ...job },
      { command: "retention.run", data: { rows: 1 }, ...job },
    ]);
  });
});

describe("what is listed", () => {
  it("is people with contact details and no post for two years, and none of them goes", async () => {
    const { community } = place;
    const due = async () => (await countDue(clock)).find(({ rule }) => rule.id === "contacts")?.rows;
    const before = (await due()) ?? 0;
    const { id } = await buildPost(place, community.editor, { phone: "01632 960 001" });
    await client.query("update person set created_at = '2020-01-01' where id = $1", [id]);
    expect(await due()).toBe(before);
    const end = (day: string) =>
      client.query("update appointment set ends_on = $2 where person_id = $1", [id, day]);
    await end(addDays(TODAY, -729));
    expect(await due()).toBe(before);
    await end(addDays(TODAY, -730));
    expect(await due()).toBe(before + 1);
    // The side that may read them is told who they are, and another area is not.
    const listed = (user: SignedIn, area: string) =>
      readAs(user, area, clock, (tx, actor) =>
        findContactsWithoutPost(tx, actor, addDays(TODAY, -CONTACT_DAYS)),
      );
    const { outside, area } = place;
    expect((await listed(community.lead, area.slug)).map((one) => one.id)).toContain(id);
    expect((await listed(outside.communityLead, outside.area.slug)).map((one) => one.id)).not.toContain(id);
    await end(addDays(TODAY, -729));
    expect((await listed(community.lead, area.slug)).map((one) => one.id)).not.toContain(id);
    await end(addDays(TODAY, -730));
    await applyRetention(clock);
    expect(await due()).toBe(before + 1);
  });
});

describe("who may", () => {
  const retain = (who: Parameters<typeof inTransaction>[0], rule: string, before: string) =>
    inTransaction(who, TODAY, (tx) =>
      tx.$queryRawUnsafe(`select app.retain('${rule}', '${before}', true, '${newId()}', now())`),
    );

  it("is the job of that name alone, for what ended, by these rules", async () => {
    await expect(retain(`user:${place.admin.id}`, "sessions", "2020-01-01")).rejects.toThrow(/nobody asks/);
    await expect(retain("job:retention", "sessions", "2026-10-03")).rejects.toThrow(/before its day/);
    await expect(retain("job:retention", "records", "2020-01-01")).rejects.toThrow(/no such rule/);
    await expect(retain("job:retention", "contacts", "2020-01-01")).rejects.toThrow(/only listed/);
    const forget = inTransaction("job:retention", TODAY, (tx) =>
      tx.$queryRawUnsafe(`select app.forget_row('record', 'id', '${newId()}')`),
    );
    await expect(forget).rejects.toThrow(/permission denied/);
  });
});
