import { mkdtempSync, rmSync } from "node:fs";
import { readdir, readFile, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { todayBy } from "~/platform/clock";
import { closeDatabase, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { enqueue } from "~/platform/jobs.server";
import { buildRequest } from "../../../tests/builders/asked-request.ts";
import { attachBytes } from "../../../tests/builders/attachment.ts";
import { buildPlace, type Place } from "../../../tests/builders/place.ts";
import { stoppedClock } from "../../../tests/setup/clock.ts";
import {
  createTestDatabase,
  type TestDatabase,
  testServer,
  withDatabase,
} from "../../../tests/setup/database.ts";
import { migrate, readMigrations } from "../database/migrator.ts";
import { keptPath } from "../kept-path.ts";
import { verifyArchive } from "./read-archive.ts";
import { restoreBackup } from "./restore-backup.ts";
import { LEFT_OUT } from "./tables.ts";
import { takeBackup } from "./take-backup.ts";

const folder = mkdtempSync(join(tmpdir(), "cg-backup-"));
const dataDir = join(folder, "from");
vi.mock(import("~/platform/environment.server"), async (load) => {
  const actual = await load();
  return { ...actual, getEnvironment: () => ({ ...actual.getEnvironment(), DATA_DIR: dataDir }) };
});

const clock = stoppedClock();
const by = { clock };
const secret = "what this instance signs with, for ever";
const erasures = { erasures: [], unsealed: 0 };
let db: TestDatabase;
let place: Place;
let archive: string;
let fileId: string;
const made: TestDatabase[] = [];

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { clock });
  const request = await buildRequest(place.community.editor, { area: place.area.slug }, by);
  fileId = await attachBytes(place.community.editor, request, by);
  await inTransaction("job:sweep-files", todayBy(clock), (tx) =>
    enqueue(tx, "sweep-files", {}, { key: "sweep" }),
  );
  // What is published for research lies in a schema of its own.
  await asSuperuser(db.name, (client) =>
    client.query(
      `insert into research.release (id, as_of, known_at, method, parameter_hash, published_at, note)
       values ('2026-Q2', '2026-06-30', '2026-07-01', 'm', 'h', '2026-07-15', 'n')`,
    ),
  );
  archive = await take("first");
});
afterAll(async () => {
  await closeDatabase();
  for (const each of [db, ...made]) await each.drop();
  rmSync(folder, { recursive: true });
});

async function take(name: string, ownerUrl = db.ownerUrl): Promise<string> {
  const target = join(folder, `${name}.tar.gz`);
  await takeBackup({ ownerUrl, dataDir, secret, target, now: clock.now() });
  return target;
}

/** An empty instance: a database and a folder of its own. */
async function instance({ tables = true } = {}) {
  const fresh = await createTestDatabase({ empty: !tables });
  made.push(fresh);
  return { ...fresh, dataDir: mkdtempSync(join(folder, "to-")) };
}

async function restoreInto(to: Awaited<ReturnType<typeof instance>>, from = archive) {
  return restoreBackup({ archive: from, ownerUrl: to.ownerUrl, dataDir: to.dataDir, secret, erasures });
}

/** Every row of every table, as the superuser sees them, whom no policy keeps from anything. */
async function contentOf(name: string): Promise<Record<string, string>> {
  return asSuperuser(name, async (client) => {
    const { rows } = await client.query<{ t: string }>(
      `select case nspname when 'public' then relname else nspname || '.' || relname end as t
       from pg_class c join pg_namespace n on n.oid = relnamespace
       where nspname in ('public', 'research') and relkind = 'r' order by 1`,
    );
    const content: Record<string, string> = {};
    for (const { t } of rows) {
      const { rows: all } = await client.query(
        `select array_agg(x::text order by x::text) as x from ${t.includes(".") ? t : `"${t}"`} x`,
      );
      content[t] = JSON.stringify(all[0]?.x ?? []);
    }
    return content;
  });
}

/** What guards the tables: triggers, references, forced row security, policies. */
async function guardsOf(name: string): Promise<unknown[]> {
  const { rows } = await asSuperuser(name, (client) =>
    client.query(
      `select tgrelid::regclass::text || tgname || tgenabled::text as g from pg_trigger where not tgisinternal
       union all select conrelid::regclass::text || pg_get_constraintdef(oid) || condeferrable from pg_constraint
       union all select relname || relrowsecurity || relforcerowsecurity from pg_class where relkind = 'r'
       union all select tablename || policyname || coalesce(qual, '') || coalesce(with_check, '') from pg_policies
       order by 1`,
    ),
  );
  return rows;
}

async function asSuperuser<T>(name: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: withDatabase(testServer().adminUrl, name) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function jobsOf(name: string): Promise<unknown[]> {
  const sql = "select task_identifier, run_at, key, max_attempts from graphile_worker.jobs order by key";
  return (await asSuperuser(name, (client) => client.query(sql))).rows;
}

describe("what is restored", () => {
  it.each([true, false])(
    "is what was backed up, row by row, with its guards (tables there before: %s)",
    async (tables) => {
      const to = await instance({ tables });
      const said = await restoreInto(to);
      const [before, after] = [await contentOf(db.name), await contentOf(to.name)];
      for (const name of Object.keys(LEFT_OUT)) {
        if (name !== "_prisma_migrations") expect(after[name], name).toBe("[]");
        delete before[name];
        delete after[name];
      }
      expect(after).toEqual(before);
      expect(before.request).not.toBe("[]");
      expect(await guardsOf(to.name)).toEqual(await guardsOf(db.name));
      expect(await jobsOf(to.name)).toEqual(await jobsOf(db.name));
      expect(await jobsOf(to.name)).toHaveLength(2);
      expect(said).toMatchObject({
        takenAt: clock.now().toISOString(),
        files: 1,
        missing: 0,
        sameSecret: true,
      });
      expect(said.rows).toBeGreaterThan(20);
    },
  );

  it("has the files, each where its row looks for it", async () => {
    const to = await instance();
    await restoreInto(to);
    const { files } = (await verifyArchive(archive)).manifest;
    expect(files.map(({ id }) => id)).toEqual([fileId]);
    for (const file of files) {
      const [there, here] = [keptPath(to.dataDir, file), keptPath(dataDir, file)];
      expect(await readFile(there)).toEqual(await readFile(here));
    }
  });

  it("is of one instant, however much is written meanwhile", async () => {
    const writing = Promise.all(
      Array.from({ length: 12 }, () => buildRequest(place.community.editor, { area: place.area.slug }, by)),
    );
    const during = await take("during");
    await writing;
    const to = await instance();
    await restoreInto(to, during);
    const counts = await asSuperuser(to.name, (client) =>
      client.query(
        `select (select count(*) from request) - (select count(*) from record where kind = 'request') as torn`,
      ),
    );
    expect(Number(counts.rows[0]?.torn)).toBe(0);
  });

  it("tells another secret from the same", async () => {
    const { ownerUrl, dataDir: to } = await instance();
    const said = await restoreBackup({
      archive,
      ownerUrl,
      dataDir: to,
      secret: "another secret altogether",
      erasures,
    });
    expect(said.sameSecret).toBe(false);
  });

  it("goes through the migrations that have been added since", async () => {
    const older = await instance({ tables: false });
    const names = readMigrations("prisma/migrations").map(({ name }) => name);
    await migrate(older.ownerUrl, "prisma/migrations", names[1]);
    const id = newId();
    await asSuperuser(older.name, (client) =>
      client.query(
        `insert into organisation (id, slug, name, short_name) values ($1, 'old', 'Old, \\ and tab\t', 'Old')`,
        [id],
      ),
    );
    const old = await take("older", older.ownerUrl);
    expect((await verifyArchive(old)).head.migrations).toHaveLength(2);
    const to = await instance({ tables: false });
    await restoreInto(to, old);
    expect(await guardsOf(to.name)).toEqual(await guardsOf(db.name));
    expect((await contentOf(to.name)).organisation).toContain(id);
  });
});

describe("a restore is refused, and nothing is left behind,", () => {
  const broken = async (change: (path: string) => Promise<void>) => {
    const path = join(folder, `${newId()}.tar.gz`);
    await writeFile(path, await readFile(archive));
    await change(path);
    return path;
  };
  const flip = async (path: string) => {
    const bytes = await readFile(path);
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 0xff;
    await writeFile(path, bytes);
  };

  it.each([
    [
      "half an archive",
      async (path: string) => truncate(path, Math.floor((await readFile(path)).length / 2)),
      /not a whole backup/,
    ],
    ["one with a byte changed", flip, /not a whole backup/],
    ["something else", async (path: string) => writeFile(path, "not an archive"), /not a whole backup/],
    ["no file at all", async (path: string) => rmSync(path), /There is no file/],
  ])("where there is %s", async (_what, change, message) => {
    const to = await instance();
    await expect(restoreInto(to, await broken(change))).rejects.toThrow(message);
    expect((await contentOf(to.name)).record).toBe("[]");
    expect(await readdir(to.dataDir)).toEqual([]);
  });

  it("where somebody has an account already", async () => {
    const again = { ...db, dataDir: mkdtempSync(join(folder, "to-")) };
    await expect(restoreInto(again)).rejects.toThrow(/restore into an empty one/);
  });

  it("where there are files already", async () => {
    const to = await instance();
    await expect(restoreInto({ ...to, dataDir })).rejects.toThrow(/There are files/);
    expect((await contentOf(to.name)).record).toBe("[]");
  });
});

describe("a backup", () => {
  it("holds every table, or says why not", async () => {
    const { tables } = (await verifyArchive(archive)).manifest;
    const all = Object.keys(await contentOf(db.name));
    expect([...tables.map(({ name }) => name), ...Object.keys(LEFT_OUT)].sort()).toEqual(all.sort());
  });

  it("is readable by nobody else, and not there until it is whole", async () => {
    const gone = join(folder, "gone.tar.gz");
    const plan = { ownerUrl: db.appUrl, dataDir, secret, target: gone, now: clock.now() };
    await expect(takeBackup(plan)).rejects.toThrow();
    expect((await readdir(folder)).filter((name) => name.startsWith("gone"))).toEqual([]);
  });

  it("is refused in words where nothing has been made yet", async () => {
    const { ownerUrl } = await instance({ tables: false });
    await expect(take("nothing", ownerUrl)).rejects.toThrow(/nothing to back up yet/);
    expect((await readdir(folder)).filter((name) => name.startsWith("nothing"))).toEqual([]);
  });

  it("is refused where a table would hide rows from it", async () => {
    const hiding = await instance();
    await asSuperuser(hiding.name, (client) =>
      client.query(
        "create table kept_from_it (id int primary key); alter table kept_from_it enable row level security",
      ),
    );
    await expect(take("hiding", hiding.ownerUrl)).rejects.toThrow(/kept_from_it hides rows/);
  });
});
