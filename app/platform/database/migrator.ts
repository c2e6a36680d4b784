import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { errorCode, StartFailure } from "./failure.ts";
import { installQueue } from "./queue.ts";
import { APP_ROLE } from "./roles.ts";

/** The number Prisma's own engine locks, so that the two never migrate at the same time. */
const PRISMA_LOCK = 72_707_369;

/** Prisma's table, as its engine writes it. */
const PRISMA_TABLE = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

/** One folder of prisma/migrations. */
export type Migration = { name: string; sql: string; checksum: string };

type Row = { migration_name: string; checksum: string; finished: boolean };

/** Reads the migrations in a folder, in the order they apply. */
export function readMigrations(dir: string): Migration[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(dir, entry.name, "migration.sql")))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(dir, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/**
 * Applies what is missing, each with its row in one transaction: a migration is there in full or not at all. `upTo`: the
 * last to be applied, for a database that is to be as it once was.
 */
export async function migrate(
  ownerUrl: string,
  dir = "prisma/migrations",
  upTo?: string,
): Promise<{ applied: string[] }> {
  const migrations = readMigrations(dir).filter(({ name }) => upTo === undefined || name <= upTo);
  const client = new Client({ connectionString: ownerUrl, application_name: "common-ground migrator" });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [PRISMA_LOCK]);
    const pending = pendingOf(migrations, await appliedRows(client));
    for (const migration of pending) await apply(client, migration);
    await installQueue(client, ownerUrl);
    return { applied: pending.map((migration) => migration.name) };
  } finally {
    await client.end();
  }
}

/** The migrations that a database has, in the order they apply. */
export async function findApplied(client: Client): Promise<Pick<Migration, "name" | "checksum">[]> {
  const { rows } = await client.query(
    `select migration_name as name, checksum from _prisma_migrations
     where finished_at is not null and rolled_back_at is null order by migration_name collate "C"`,
  );
  return rows;
}

/** What a database still lacks; any role that may read Prisma's table can ask. */
export async function findPending(url: string, dir = "prisma/migrations"): Promise<string[]> {
  const client = new Client({ connectionString: url, application_name: "common-ground migrator" });
  await client.connect();
  try {
    const known = await client.query("select to_regclass('_prisma_migrations') as found");
    const rows = known.rows[0]?.found === null ? [] : await readRows(client);
    return pendingOf(readMigrations(dir), rows).map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

/** `if not exists` needs the right to create even where it creates nothing, so look first. */
async function appliedRows(client: Client): Promise<Row[]> {
  const { rows } = await client.query("select to_regclass('_prisma_migrations') as found");
  if (rows[0]?.found === null) await createTable(client);
  return readRows(client);
}

async function createTable(client: Client): Promise<void> {
  await client.query(PRISMA_TABLE);
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [APP_ROLE]);
  // The application reads it to answer /readyz.
  if (rowCount) await client.query(`grant select on _prisma_migrations to ${APP_ROLE}`);
}

async function readRows(client: Client): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `select migration_name, checksum, finished_at is not null as finished from _prisma_migrations
     where rolled_back_at is null order by started_at`,
  );
  return rows;
}

function pendingOf(migrations: Migration[], rows: Row[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of rows) {
    const migration = known.get(row.migration_name);
    if (!migration)
      throw new StartFailure(
        `The database has the migration ${row.migration_name}, which this version does not know: start the newer version.`,
      );
    if (!row.finished)
      throw new StartFailure(
        `The migration ${row.migration_name} failed half way under another tool: mend the database, then "npx prisma migrate resolve".`,
      );
    if (row.checksum !== migration.checksum)
      throw new StartFailure(
        `The migration ${row.migration_name} was edited after it was applied: put it back as it was and write a new one.`,
      );
  }
  const applied = new Set(rows.map((row) => row.migration_name));
  return migrations.filter((migration) => !applied.has(migration.name));
}

/**
 * The file goes to the server whole: splitting at semicolons breaks comments, literals and function bodies.
 * A file beginning `-- no-transaction` (for CREATE INDEX CONCURRENTLY) must hold one statement only.
 */
async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  const together = !/^\s*-- no-transaction\b/.test(sql);
  const started = new Date();
  try {
    if (together) await client.query("begin");
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       values ($1, $2, clock_timestamp(), $3, $4, 1)`,
      [randomUUID(), checksum, name, started],
    );
    if (together) await client.query("commit");
    await client.query("reset all");
  } catch (error) {
    if (together) await client.query("rollback").catch(() => undefined);
    const detail = error instanceof Error ? error.message : String(error);
    throw new StartFailure(
      `The migration ${name} failed and left nothing behind: ${detail} (${errorCode(error)})`,
      { cause: error },
    );
  }
}
