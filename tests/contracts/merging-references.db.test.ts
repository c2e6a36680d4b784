import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { type Access, buildAccess } from "../builders/fixtures-access";
import { buildNamed } from "../builders/merging";
import { plantRows } from "../builders/row-ground";
import { createTestDatabase, type TestDatabase, testServer, withDatabase } from "../setup/database";
import { MERGED_REFERENCES, type Merged } from "./merging.table";

let db: TestDatabase;
let access: Access;
let client: Client;
let people: { kept: string; merged: string };

beforeAll(async () => {
  db = await createTestDatabase();
  access = await buildAccess(db);
  const kept = (await buildNamed(access.place, "Kept Person")).id;
  people = { kept, merged: (await buildNamed(access.place, "Merged Person", { role: "officer" })).id };
  await closeDatabase();
  client = new Client({ connectionString: withDatabase(testServer().adminUrl, db.name) });
  await client.connect();
  await plantRows(client, access);
});
afterAll(async () => {
  await client.end();
  await db.drop();
});

type Place = { place: string; name: string };

/** Every column that names one by a foreign key, and those whose name says so without one. */
async function columnsNaming(target: Merged): Promise<string[]> {
  const { rows } = await client.query<{ at: string }>(
    `select s.relname || '.' || a.attname as at from pg_constraint c join pg_class s on s.oid = c.conrelid
       join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
       where c.contype = 'f' and c.confrelid = $1::regclass
     union select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not a.attisdropped
         and a.atttypid = 'uuid'::regtype and a.attname ~ $2
         and not exists (select 1 from pg_constraint f where f.conrelid = c.oid and a.attnum = any (f.conkey) and f.contype = 'f')
     order by 1`,
    [target, target === "person" ? "person|contact" : "organisation|council|partnership"],
  );
  return rows.map(({ at }) => at);
}

async function movedPlaces(target: Merged): Promise<Place[]> {
  const { rows } = await client.query<Place>(
    "select place::text, name from app.references_to($1::regclass) order by 1, 2",
    [target],
  );
  return rows;
}

const countOf = async ({ place, name }: Place, id: string) =>
  (await client.query<{ n: number }>(`select count(*)::int as n from ${place} where ${name} = $1`, [id]))
    .rows[0]?.n ?? 0;

/** How many rows of each column name the two. */
async function namesOf(places: readonly Place[], pair: { kept: string; merged: string }) {
  const counts: Record<string, [kept: number, merged: number]> = {};
  for (const at of places)
    counts[`${at.place}.${at.name}`] = [await countOf(at, pair.kept), await countOf(at, pair.merged)];
  return counts;
}

/** Makes one row of every column name the one that is to go, past every constraint. */
async function nameEverywhere(places: readonly Place[], merged: string): Promise<void> {
  await client.query("set local session_replication_role = replica");
  for (const { place, name } of places)
    await client.query(
      `update ${place} set ${name} = $1 where ctid = (select min(ctid) from ${place} where ${name} is distinct from $1)`,
      [merged],
    );
  await client.query("set local session_replication_role = origin");
}

async function inTransaction(work: () => Promise<void>): Promise<void> {
  await client.query("begin");
  try {
    await work();
  } finally {
    await client.query("rollback");
  }
}

const enter = (user: string) => client.query("select * from app.enter($1, current_date)", [`user:${user}`]);

describe.each(["person", "organisation"] as const)("what names a %s", (target) => {
  it("is all thought of: a new column fails here until somebody says what a merging does with it", async () => {
    expect(await columnsNaming(target)).toEqual(Object.keys(MERGED_REFERENCES[target]).sort());
  });

  it("moves by the catalogue, but for what tells of mergings themselves", async () => {
    const moved = (await movedPlaces(target)).map(
      ({ place, name }) => `${place.replaceAll('"', "")}.${name}`,
    );
    const wanted = Object.entries(MERGED_REFERENCES[target]).flatMap(([at, how]) =>
      how === "stays" ? [] : [at],
    );
    expect(moved.sort()).toEqual(wanted.sort());
  });
});

describe("a merging, with a row in every table", () => {
  it("leaves nothing that names the person who went, and gives it all back", async () => {
    await inTransaction(async () => {
      const places = await movedPlaces("person");
      await nameEverywhere(places, people.merged);
      const before = await namesOf(places, people);
      for (const [at, [, merged]] of Object.entries(before))
        expect(merged, `${at} was named`).toBeGreaterThan(0);
      const { place, users } = access;
      await enter(users["community editor"].id);
      const merging = newId();
      const answer = await client.query(
        "select problem from app.merge_people($1, $2, $3, $4, $5, '{name}', now())",
        [...[merging, place.area.id, place.area.partnershipId, people.kept, people.merged]],
      );
      expect(answer.rows.filter(({ problem }) => problem !== null)).toEqual([]);
      for (const [at, [kept, merged]] of Object.entries(await namesOf(places, people))) {
        expect(merged, `${at} moved`).toBe(0);
        expect(kept, `${at} is kept`).toBeGreaterThan(0);
      }
      const undone = await client.query("select problem, stays from app.undo_merging($1, now())", [merging]);
      expect(undone.rows[0]).toEqual({ problem: null, stays: 0 });
      expect(await namesOf(places, people)).toEqual(before);
    });
  });

  it("leaves nothing that names the organisation that went, and gives it all back", async () => {
    await inTransaction(async () => {
      const pair = { kept: newId(), merged: newId() };
      for (const [slug, id] of Object.entries(pair))
        await client.query(
          "insert into organisation (id, slug, name, short_name, kinds) values ($1, $2, $2, $2, '{council,partnership}')",
          [id, slug],
        );
      const places = await movedPlaces("organisation");
      await nameEverywhere(places, pair.merged);
      const before = await namesOf(places, pair);
      for (const [at, [, merged]] of Object.entries(before))
        expect(merged, `${at} was named`).toBeGreaterThan(0);
      await enter(access.users.admin.id);
      const merging = newId();
      const answer = await client.query(
        "select app.merge_organisations($1, $2, $3, '{name}', now()) as problem",
        [...[merging, pair.kept, pair.merged]],
      );
      expect(answer.rows).toEqual([{ problem: null }]);
      for (const [at, [, merged]] of Object.entries(await namesOf(places, pair)))
        expect(merged, `${at} moved`).toBe(0);
      const undone = await client.query("select problem, stays from app.undo_merging($1, now())", [merging]);
      expect(undone.rows[0]).toEqual({ problem: null, stays: 0 });
      expect(await namesOf(places, pair)).toEqual(before);
    });
  });
});
