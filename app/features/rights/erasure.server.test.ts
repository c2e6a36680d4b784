import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAs } from "~/composition/execution.server";
import { redoErasures } from "~/platform/backup/erasure-log";
import { systemClock } from "~/platform/clock";
import { closeDatabase } from "~/platform/db.server";
import {
  columns,
  connect,
  doneIn,
  EMAIL,
  left,
  NAME,
  OLD_EMAIL,
  PHONE,
  superuser,
  WORDS,
} from "../../../tests/builders/erased";
import { type Access, buildAccess } from "../../../tests/builders/fixtures-access";
import { buildNamed } from "../../../tests/builders/merging";
import { buildUser, mustRun } from "../../../tests/builders/place";
import { plantRows } from "../../../tests/builders/row-ground";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { askErasure, askOwnErasure, decideErasure } from "./erasures.commands.server";
import { personalColumns } from "./personal-columns";

const by = { clock: systemClock };

let db: TestDatabase;
let older: TestDatabase;
let access: Access;
let client: Client;
let person: string;
let account: string;

beforeAll(async () => {
  db = await createTestDatabase();
  access = await buildAccess(db);
  person = (await buildNamed(access.place, `Cllr ${NAME}`)).id;
  account = (await buildUser("Thessaly Quorndon")).id;
  client = await superuser(db.name);
  await plantRows(client, access);
  await nameEverywhere();
});
afterAll(async () => {
  await client.end();
  await closeDatabase();
  await db.drop();
  await older?.drop();
});

/** Puts them into a row of every column that can hold them: by id, in words, as an account. */
async function nameEverywhere(): Promise<void> {
  await client.query("update person set email = $2, phone = $3 where id = $1", [person, EMAIL, PHONE]);
  await client.query("update person_change set what = 'email', before = $2, person_id = $1", [
    person,
    OLD_EMAIL,
  ]);
  await client.query("update partnership_review set submitted_on = '2026-01-01', body = '{}'");
  const { rows } = await client.query<{ place: string; name: string }>(
    `select place::text, name from app.references_to('person') where place <> '"user"'::regclass`,
  );
  for (const { place, name } of rows)
    await client.query(`update ${place} set ${name} = $1 where ctid = (select min(ctid) from ${place})`, [
      person,
    ]);
  await client.query(`update "user" set person_id = $1, email = 'account@quorndon.example' where id = $2`, [
    person,
    account,
  ]);
  const types = new Map(
    (await columns(client, ".")).map(({ place, name, type }) => [
      `${place.replaceAll('"', "")}.${name}`,
      type,
    ]),
  );
  for (const { table, column } of personalColumns().filter(({ erasure }) => erasure === "take out")) {
    const value =
      types.get(`${table}.${column}`) === "jsonb"
        ? JSON.stringify({ said: [WORDS], "7": { by: NAME } })
        : WORDS;
    await client.query(
      `update "${table}" t set ${column} = $1 where ctid = (select ctid from "${table}" t
         where ${await areaOf(table)} = $2 order by ${column} is null, ctid desc limit 1)`,
      [value, access.place.area.id],
    );
  }
  for (const table of [
    "account",
    "session",
    "second_factor",
    "recovery_code",
    "passkey",
    "api_token",
    "idempotency_key",
  ])
    await client.query(`update "${table}" set user_id = $1 where ctid = (select min(ctid) from "${table}")`, [
      account,
    ]);
  await client.query("update session set user_agent = $1 where user_id = $2", [WORDS, account]);
  await client.query("update passkey set name = $1 where user_id = $2", [WORDS, account]);
  await client.query("update verification set value = $1 where ctid = (select min(ctid) from verification)", [
    JSON.stringify({ user: account, email: EMAIL }),
  ]);
  await client.query(
    "update idempotency_key set result = $1 where ctid = (select max(ctid) from idempotency_key)",
    [JSON.stringify({ name: NAME })],
  );
  await client.query(
    "update import_draft set body = $1, area_id = $2 where ctid = (select min(ctid) from import_draft)",
    [Buffer.from(`name;mail\n${NAME};${EMAIL}`), access.place.area.id],
  );
  await client.query(
    "update invitation set name = $1, email = $2, person_id = $3 where ctid = (select min(ctid) from invitation)",
    [...[NAME, EMAIL, person]],
  );
  await client.query(
    "update event set actor_id = $1, browser = 'Hers', client_address = '192.0.2.0/24' where ctid = (select min(ctid) from event)",
    [account],
  );
}

/** Of which area a row is, as the database works it out. */
async function areaOf(table: string): Promise<string> {
  const { rows } = await client.query<{ sql: string | null }>(`select app.area_of($1::regclass) as sql`, [
    `"${table}"`,
  ]);
  return rows[0]?.sql ?? "null::uuid";
}

async function counts(of: Client): Promise<Record<string, number>> {
  const tables = [...new Set((await columns(client, ".")).map(({ place }) => place))];
  const all: Record<string, number> = {};
  for (const place of tables)
    all[place] = (await of.query<{ n: number }>(`select count(*)::int as n from ${place}`)).rows[0]?.n ?? 0;
  return all;
}

/** All that a score is made of, and the scores, byte by byte. */
async function figures(of: Client): Promise<unknown> {
  const { rows } = await of.query(
    `select (select md5(string_agg(f::text, '|' order by f.id)) from scoring_fact f) as facts,
       (select md5(string_agg(s::text, '|' order by s.relationship_id, s.method_id)) from score_state s) as scores,
       (select md5(string_agg(a::text, '|' order by a.seat_id)) from check_in_answer a where not a.is_draft) as answers`,
  );
  return rows[0];
}

async function nameOf(table: "person" | "user", id: string): Promise<string | undefined> {
  const { rows } = await client.query<{ name: string }>(`select name from "${table}" where id = $1`, [id]);
  return rows[0]?.name;
}

const lead = () => access.users["community lead"];
const area = () => access.place.area.slug;

describe("erasing somebody", () => {
  it("is asked for by a lead whose organisation holds them, and by nobody else", async () => {
    const input = { area: area(), id: person, reason: "asked" };
    const tries = await Promise.all(
      (["community editor", "other council", "admin"] as const).map((who) =>
        runAs(access.users[who], askErasure, input, by),
      ),
    );
    expect(tries.map(({ status }) => status)).toEqual(["forbidden", "absent", "absent"]);
    expect(await runAs(lead(), askErasure, { ...input, reason: "spite" }, by)).toMatchObject({
      status: "invalid",
    });
    expect(await runAs(lead(), askErasure, input, by)).toMatchObject({ status: "done" });
    expect(await runAs(lead(), askErasure, input, by)).toMatchObject({ status: "invalid" });
  });

  it("leaves nothing of them in any column, and every count and score as it was; done again, neither", async () => {
    await Promise.all([client.end(), closeDatabase()]);
    older = await createTestDatabase({ like: db });
    client = await superuser(db.name);
    const before = { counts: await counts(client), figures: await figures(client), left: await left(client) };
    expect(before.left.length).toBeGreaterThan(60);

    const { rows } = await client.query<{ id: string }>(
      "select id from erasure where done_on is null and person_id = $1",
      [person],
    );
    const decide = { id: rows[0]?.id, answer: "carry-out", sure: "yes" };
    expect(await runAs(lead(), decideErasure, decide, by)).toMatchObject({ status: "absent" });
    expect(await runAs(access.users.admin, decideErasure, { ...decide, sure: undefined }, by)).toMatchObject({
      status: "invalid",
    });
    expect(await runAs(access.users.admin, decideErasure, decide, by)).toMatchObject({ status: "done" });
    // The account is not of what a lead asks for: whose it is asks.
    expect(await nameOf("user", account)).toBe("Thessaly Quorndon");
    const own = await mustRun({ ...lead(), id: account }, askOwnErasure, {}, by);
    await mustRun(access.users.admin, decideErasure, { id: own.id, answer: "carry-out", sure: "yes" }, by);

    expect(await left(client)).toEqual([]);
    expect(await figures(client)).toEqual(before.figures);
    const after = await counts(client);
    const gone = Object.keys(after).filter((table) => (after[table] ?? 0) < (before.counts[table] ?? 0));
    const mayGo = new Set(
      personalColumns()
        .filter(({ erasure }) => erasure === "delete row")
        .map(({ table }) => table),
    );
    expect(gone.filter((table) => !mayGo.has(table) && table !== "check_in_answer")).toEqual([]);
    expect(after.meeting_attendance).toBe(before.counts.meeting_attendance);

    const [again, erasures] = [await superuser(older.name), await doneIn(db)];
    expect((await left(again)).length).toBe(before.left.length);
    const owner = await connect(older.ownerUrl);
    expect(await redoErasures(owner, erasures)).toBe(2);
    expect(await redoErasures(owner, erasures)).toBe(0);
    expect(await left(again)).toEqual([]);
    expect(await figures(again)).toEqual(before.figures);
    await Promise.all([owner.end(), again.end()]);
  });
});

describe("words that mean somebody else", () => {
  it("are left alone where a lead has looked", async () => {
    const { rows } = await client.query<{ id: string }>(
      "select record_id as id from note order by 1 limit 2",
    );
    const [kept, cut] = rows.map(({ id }) => id);
    await client.query("begin");
    await client.query("select set_config('app.principal', 'maintenance', true)");
    await client.query("update note set text = 'Met Zeb Quuxworth' where record_id in ($1, $2)", [kept, cut]);
    const alone = [{ place: "note", name: "text", key: { record_id: kept } }];
    await client.query("select app.cut_names('{Zeb Quuxworth}', null, '{}', $1)", [JSON.stringify(alone)]);
    const after = await client.query(
      "select text from note where record_id in ($1, $2) order by record_id = $1 desc",
      [kept, cut],
    );
    await client.query("rollback");
    expect(after.rows).toEqual([{ text: "Met Zeb Quuxworth" }, { text: "Met [erased]" }]);
  });
});
