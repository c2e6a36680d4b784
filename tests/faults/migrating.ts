import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { startEmbedded } from "../../app/platform/database/embedded.ts";
import { migrate, readMigrations } from "../../app/platform/database/migrator.ts";
import { Instance } from "./instance.ts";
import type { Random } from "./random.ts";

export type Migrated = { kills: number; midst: number; problems: string[] };

/** One more migration than there is, slow enough to be killed in its midst: it makes, fills and fills again. */
const SLOW = "29990101000000_slow";
const SLOW_SQL = `CREATE TABLE faults_slow (id integer PRIMARY KEY, text text NOT NULL);
ALTER TABLE faults_slow ENABLE ROW LEVEL SECURITY;
ALTER TABLE faults_slow FORCE ROW LEVEL SECURITY;
CREATE POLICY maintenance ON faults_slow USING (true) WITH CHECK (true);
INSERT INTO faults_slow SELECT n, 'before' FROM generate_series(1, 20000) n;
SELECT pg_sleep(0.4);
UPDATE faults_slow SET text = 'after';
SELECT pg_sleep(0.4);
`;
const ROWS = 20_000;

/**
 * Starts the application on a database that is one migration behind, kills it (and PostgreSQL, every second time) at a
 * random moment, and starts it again: that start completes, with each migration there once and whole.
 */
export async function killMigrations(folder: string, random: Random, times: number): Promise<Migrated> {
  const found: Migrated = { kills: 0, midst: 0, problems: [] };
  const root = layFolder(join(folder, "application"));
  const migrations = join(root, "prisma/migrations");
  const last = readMigrations(migrations).at(-2)?.name ?? "";
  for (let time = 0; time < times; time += 1) {
    const dataDir = join(folder, `data-${time}`);
    await prepare(dataDir, migrations, last);
    const instance = await Instance.at(dataDir, root);
    try {
      instance.spawn();
      if (await killWithin(instance, dataDir, random, time % 2 === 1)) found.midst += 1;
      found.kills += 1;
      await instance.start();
      found.problems.push(
        ...(await incomplete(dataDir, migrations)).map((what) => `migration, kill ${time + 1}: ${what}`),
      );
    } finally {
      await instance.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  }
  return found;
}

/** The application as it is built, with one migration more. */
function layFolder(root: string): string {
  mkdirSync(join(root, "prisma"), { recursive: true });
  for (const name of ["build", "node_modules", "public"]) symlinkSync(resolve(name), join(root, name));
  cpSync("prisma/migrations", join(root, "prisma/migrations"), { recursive: true });
  mkdirSync(join(root, "prisma/migrations", SLOW));
  writeFileSync(join(root, "prisma/migrations", SLOW, "migration.sql"), SLOW_SQL);
  return root;
}

async function prepare(dataDir: string, migrations: string, last: string): Promise<void> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const embedded = await startEmbedded({ dataDir });
  try {
    await migrate(embedded.ownerUrl, migrations, last);
  } finally {
    await embedded.stop();
  }
}

/** Kills at a random moment from when the application has begun to migrate; says whether it was in the midst of it. */
async function killWithin(
  instance: Instance,
  dataDir: string,
  random: Random,
  both: boolean,
): Promise<boolean> {
  const watcher = await startEmbedded({ dataDir });
  const client = new Client({ connectionString: watcher.ownerUrl });
  client.on("error", () => undefined);
  let isWithin = false;
  try {
    await client.connect();
    const until = Date.now() + 60_000;
    while (!(await isMigrating(client)) && Date.now() < until) await sleep(5);
    await sleep(random.between(0, 900));
    isWithin = (await isMigrating(client)) && !(await isApplied(client));
  } finally {
    // Gone before the kill: who is there when PostgreSQL is killed starts it again.
    await client.end();
    await watcher.stop();
  }
  await instance.killApplication();
  if (both) await instance.killDatabase();
  return isWithin;
}

async function isMigrating(client: Client): Promise<boolean> {
  const { rowCount } = await client.query(
    "select from pg_stat_activity where application_name = 'common-ground migrator' and state <> 'idle'",
  );
  return rowCount !== 0;
}

async function isApplied(client: Client): Promise<boolean> {
  const { rowCount } = await client.query("select from _prisma_migrations where migration_name = $1", [SLOW]);
  return rowCount !== 0;
}

/** What the start after a kill has not completed. */
async function incomplete(dataDir: string, migrations: string): Promise<string[]> {
  const embedded = await startEmbedded({ dataDir });
  const client = new Client({ connectionString: embedded.ownerUrl });
  try {
    await client.connect();
    await client.query("select set_config('app.principal', 'maintenance', false)");
    const { rows } = await client.query<{ name: string }>(
      "select migration_name as name from _prisma_migrations where finished_at is not null order by 1",
    );
    const wanted = readMigrations(migrations).map(({ name }) => name);
    const filled = await client.query("select from faults_slow where text = 'after'");
    return [
      ...(JSON.stringify(rows.map(({ name }) => name)) === JSON.stringify(wanted)
        ? []
        : ["the migrations differ"]),
      ...(filled.rowCount === ROWS ? [] : [`${filled.rowCount} rows of ${ROWS} are as they should be`]),
    ];
  } finally {
    await client.end();
    await embedded.stop();
  }
}
