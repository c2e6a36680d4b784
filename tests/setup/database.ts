import { createHash, randomBytes } from "node:crypto";
import { Client } from "pg";
import { type Embedded, startEmbedded } from "../../app/platform/database/embedded.ts";
import { migrate, readMigrations } from "../../app/platform/database/migrator.ts";
import { APP_ROLE, ensureDatabase, OWNER_ROLE } from "../../app/platform/database/roles.ts";

const DATA_DIR = ".cache/test-database";
const KEY = "COMMON_GROUND_TEST_SERVER";
const TEMPLATES_KEPT = 8;
const STALE_AFTER_MS = 60 * 60_000;

/** A database of a test file's own, migrated and empty. */
export type TestDatabase = { name: string; ownerUrl: string; appUrl: string; drop: () => Promise<void> };

type Server = Pick<Embedded, "adminUrl" | "ownerUrl" | "appUrl"> & { template: string };

/** Vitest's global setup: one server for the run, and one migrated template kept from run to run. */
export default async function setup(): Promise<() => Promise<void>> {
  // Speed over safety: what is in here is made anew whenever it is missing.
  const settings = {
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    max_connections: "300",
  };
  const server = await startEmbedded({ dataDir: DATA_DIR, settings });
  const template = await prepareTemplate(server);
  await sweep(server.adminUrl, template);
  const { adminUrl, ownerUrl, appUrl } = server;
  process.env[KEY] = JSON.stringify({ adminUrl, ownerUrl, appUrl, template } satisfies Server);
  return () => server.stop();
}

/** What a new database begins as: the migrated template unless told otherwise. */
type Beginning = { empty?: boolean; like?: Pick<TestDatabase, "name"> };

/**
 * Copies the template (some 50 ms). Call it in `beforeAll`, and `drop()` in `afterAll`. `empty`: no migrations; `like`: a
 * copy of another database of the file, which nobody may be connected to.
 */
export async function createTestDatabase({ empty = false, like }: Beginning = {}): Promise<TestDatabase> {
  const server = runningServer();
  const template = like?.name ?? (empty ? "template0" : server.template);
  const name = `test_${Date.now()}_${randomBytes(4).toString("hex")}`;
  // Neither the owner nor who may connect is copied from the template.
  await admin(server.adminUrl, [
    `create database ${name} template ${template} owner ${OWNER_ROLE}`,
    `revoke all on database ${name} from public`,
    `grant connect on database ${name} to ${APP_ROLE}`,
  ]);
  return {
    name,
    ownerUrl: withDatabase(server.ownerUrl, name),
    appUrl: withDatabase(server.appUrl, name),
    drop: () => admin(server.adminUrl, [`drop database if exists ${name} with (force)`]),
  };
}

/** The test server itself, its superuser included: for tests about roles and databases. */
export function testServer(): Pick<Embedded, "adminUrl" | "ownerUrl"> {
  return runningServer();
}

/** The same server and role, another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

function runningServer(): Server {
  const text = process.env[KEY];
  if (!text)
    throw new Error(`No test server: add tests/setup/database.ts to globalSetup in vitest.config.ts.`);
  return JSON.parse(text);
}

/** Built under another name and renamed when whole, by whoever comes first. */
async function prepareTemplate(server: Embedded): Promise<string> {
  const hash = createHash("sha256");
  for (const { name, checksum } of readMigrations("prisma/migrations")) hash.update(`${name} ${checksum}\n`);
  const template = `tpl_${hash.digest("hex").slice(0, 16)}`;
  const client = new Client({ connectionString: server.adminUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(7270736903)");
    const { rowCount } = await client.query("select from pg_database where datname = $1", [template]);
    if (rowCount) return template;
    await client.query("drop database if exists tpl_building with (force)");
    await ensureDatabase(server.adminUrl, "tpl_building");
    await migrate(withDatabase(server.ownerUrl, "tpl_building"));
    await client.query(`alter database tpl_building rename to ${template}`);
    return template;
  } finally {
    await client.end();
  }
}

/** Drops what killed runs left behind, and templates of migrations long edited. */
async function sweep(adminUrl: string, template: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    "select datname as name from pg_database order by oid",
  );
  const names = rows.map((row) => row.name);
  const templates = names.filter((name) => /^tpl_[0-9a-f]{16}$/.test(name) && name !== template);
  const stale = names.filter(
    (name) => Date.now() - Number(/^test_(\d+)_/.exec(name)?.[1] ?? Date.now()) > STALE_AFTER_MS,
  );
  const surplus = templates.slice(0, Math.max(0, templates.length - TEMPLATES_KEPT));
  for (const name of [...stale, ...surplus])
    await client.query(`drop database if exists ${name} with (force)`);
  await client.end();
}

async function admin(adminUrl: string, statements: string[]): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
