import { mkdtempSync, rmSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAs } from "~/composition/execution.server";
import {
  type DoneErasure,
  findDoneErasures,
  noteErasures,
  readErasureLogs,
  redoErasures,
} from "~/platform/backup/erasure-log";
import { restoreBackup } from "~/platform/backup/restore-backup";
import { takeBackup } from "~/platform/backup/take-backup";
import { systemClock } from "~/platform/clock";
import { closeDatabase } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { type Access, buildAccess } from "../../../tests/builders/fixtures-access";
import { buildNamed } from "../../../tests/builders/merging";
import { buildPlace, buildUser, mustRun } from "../../../tests/builders/place";
import { plantRows } from "../../../tests/builders/row-ground";
import {
  createTestDatabase,
  type TestDatabase,
  testServer,
  withDatabase,
} from "../../../tests/setup/database";
import { recordPersonNote } from "../records/notes.commands.server";
import { askErasure, decideErasure } from "./erasures.commands.server";
import { personalColumns } from "./personal-columns";

const NAME = "Thessaly Quorndon";
const EMAIL = "thessaly@quorndon.example";
const OLD_EMAIL = "t.q.before@canary.example";
const PHONE = "020 7946 0123";
/** All of it as somebody would write it, in their own way. */
const WORDS = `Rang Cllr ${NAME.toUpperCase()} on +44 (0)20 7946-0123, wrote to ${EMAIL} and ${OLD_EMAIL}: thessaly  quorndon agrees.`;
const FOUND = /thessaly\s*quorndon|quorndon\.example|t\.q\.before|7946[ -]?0123/i;
const by = { clock: systemClock };
const secret = "what this instance signs with, for ever";
const folder = mkdtempSync(join(tmpdir(), "cg-erasure-"));

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
  rmSync(folder, { recursive: true });
});

const superuser = (name: string) => connect(withDatabase(testServer().adminUrl, name));

async function connect(connectionString: string): Promise<Client> {
  const made = new Client({ connectionString });
  await made.connect();
  return made;
}

async function doneIn({ ownerUrl }: TestDatabase): Promise<DoneErasure[]> {
  const owner = await connect(ownerUrl);
  const done = await findDoneErasures(owner);
  await owner.end();
  return done;
}

type Column = { place: string; name: string; type: string };

async function columns(type: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select c.oid::regclass::text as place, a.attname as name, format_type(a.atttypid, null) as type from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and format_type(a.atttypid, null) ~ $1 order by 1, 2`,
    [type],
  );
  return rows;
}

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
    (await columns(".")).map(({ place, name, type }) => [`${place.replaceAll('"', "")}.${name}`, type]),
  );
  for (const { table, column } of personalColumns().filter(({ erasure }) => erasure === "take out")) {
    const value =
      types.get(`${table}.${column}`) === "jsonb"
        ? JSON.stringify({ said: [WORDS], "7": { by: NAME } })
        : WORDS;
    await client.query(
      `update "${table}" set ${column} = $1 where ctid = (select ctid from "${table}" order by ${column} is null, ctid desc limit 1)`,
      [value],
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
  await client.query("update import_draft set body = $1 where ctid = (select min(ctid) from import_draft)", [
    Buffer.from(`name;mail\n${NAME};${EMAIL}`),
  ]);
  await client.query(
    "update invitation set name = $1, email = $2, person_id = $3 where ctid = (select min(ctid) from invitation)",
    [...[NAME, EMAIL, person]],
  );
  await client.query(
    "update event set actor_id = $1, browser = 'Hers', client_address = '192.0.2.0/24' where ctid = (select min(ctid) from event)",
    [account],
  );
}

/** Every column of words, JSON or bytes in which anything of them is left. */
async function left(of: Client): Promise<string[]> {
  const found: string[] = [];
  for (const { place, name, type } of await columns("text|json|bytea|character varying")) {
    const words = type === "bytea" ? `encode(${name}, 'escape')` : `"${name}"::text`;
    const { rows } = await of.query<{ n: number }>(
      `select count(*)::int as n from ${place} where ${words} ~* $1`,
      [FOUND.source],
    );
    if ((rows[0]?.n ?? 0) > 0) found.push(`${place}.${name}`);
  }
  return found;
}

async function counts(of: Client): Promise<Record<string, number>> {
  const tables = [...new Set((await columns(".")).map(({ place }) => place))];
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
    expect(await runAs(lead(), decideErasure, decide, by)).toMatchObject({ status: "forbidden" });
    expect(await runAs(access.users.admin, decideErasure, { ...decide, sure: undefined }, by)).toMatchObject({
      status: "invalid",
    });
    expect(await runAs(access.users.admin, decideErasure, decide, by)).toMatchObject({ status: "done" });

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
    expect(await redoErasures(owner, erasures)).toBe(1);
    expect(await redoErasures(owner, erasures)).toBe(0);
    expect(await left(again)).toEqual([]);
    expect(await figures(again)).toEqual(before.figures);
    await Promise.all([owner.end(), again.end()]);
  });
});

describe("a backup from before an erasure", () => {
  it("is put back with it done again, by a log that nobody else wrote into", async () => {
    const own = await createTestDatabase();
    const place = await buildPlace(own);
    const { id } = await buildNamed(place, NAME, { email: EMAIL });
    const note = { area: place.area.slug, id, level: "side", text: WORDS } as const;
    await mustRun(place.community.editor, recordPersonNote, note, place.by);
    const archive = join(folder, "before.tar.gz");
    const now = place.by.clock.now();
    await takeBackup({ ownerUrl: own.ownerUrl, dataDir: folder, secret, target: archive, now });
    const asked = { area: place.area.slug, id, reason: "asked" } as const;
    const erasure = await mustRun(place.community.lead, askErasure, asked, place.by);
    const decide = { id: erasure.id, answer: "carry-out", sure: "yes" } as const;
    await mustRun(place.admin, decideErasure, decide, place.by);

    const log = join(folder, "erasures.jsonl");
    await noteErasures(folder, await doneIn(own), secret);
    const written = await readFile(log, "utf8");
    expect(written).not.toMatch(FOUND);
    await writeFile(log, written.replaceAll(id, newId()));
    const to = await createTestDatabase({ empty: true });
    const plan = { archive, ownerUrl: to.ownerUrl, dataDir: join(folder, "to"), secret };
    const forged = await readErasureLogs([folder], secret);
    await expect(restoreBackup({ ...plan, erasures: forged })).rejects.toThrow("erasures.jsonl");
    await writeFile(log, written);
    const erasures = await readErasureLogs([folder, folder], secret);
    expect(await restoreBackup({ ...plan, erasures })).toMatchObject({ erased: 1 });
    const restored = await superuser(to.name);
    expect(await left(restored)).toEqual([]);
    await restored.end();
    await closeDatabase();
    await Promise.all([own.drop(), to.drop()]);
  });
});
