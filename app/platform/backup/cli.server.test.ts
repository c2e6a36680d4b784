import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { closeDatabase } from "~/platform/db.server";
import { buildRequest } from "../../../tests/builders/asked-request.ts";
import { attachBytes } from "../../../tests/builders/attachment.ts";
import { buildPlace } from "../../../tests/builders/place.ts";
import { stoppedClock } from "../../../tests/setup/clock.ts";
import {
  createTestDatabase,
  type TestDatabase,
  testServer,
  withDatabase,
} from "../../../tests/setup/database.ts";
import { keptPath } from "../kept-path.ts";
import { verifyArchive } from "./read-archive.ts";

const folder = mkdtempSync(join(tmpdir(), "cg-backup-cli-"));
const dataDir = join(folder, "from");
vi.mock(import("~/platform/environment.server"), async (load) => {
  const actual = await load();
  return { ...actual, getEnvironment: () => ({ ...actual.getEnvironment(), DATA_DIR: dataDir }) };
});

const clock = stoppedClock();
let db: TestDatabase;
let empty: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
  empty = await createTestDatabase({ empty: true });
  const place = await buildPlace(db, { clock });
  const request = await buildRequest(place.community.editor, { area: place.area.slug }, { clock });
  await attachBytes(place.community.editor, request, { clock });
});
afterAll(async () => {
  await closeDatabase();
  for (const each of [db, empty]) await each.drop();
  rmSync(folder, { recursive: true });
});

type Ended = { code: number | null; said: string; failed: string };

/** Runs a command as an admin's shell does: how it ends, and what it says. */
function runOn(to: TestDatabase, files: string, ...words: string[]): Promise<Ended> {
  const env = {
    ...process.env,
    DATABASE_OWNER_URL: to.ownerUrl,
    DATABASE_URL: to.appUrl,
    DATA_DIR: files,
    SESSION_SECRET: "what this instance signs with, for ever",
  };
  const args = ["node_modules/tsx/dist/cli.mjs", "app/platform/backup/cli.ts", ...words];
  const child = spawn(process.execPath, args, { env });
  const end = { said: "", failed: "" };
  child.stdout.on("data", (part) => {
    end.said += part;
  });
  child.stderr.on("data", (part) => {
    end.failed += part;
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, ...end })));
}

/** Every row of some tables, past what any policy keeps from anybody. */
async function contentOf({ name }: TestDatabase): Promise<unknown> {
  const client = new Client({ connectionString: withDatabase(testServer().adminUrl, name) });
  await client.connect();
  const rows = (table: string) =>
    `(select array_agg(t::text order by t::text) from "${table}" t) as "${table}"`;
  const tables = ["user", "area", "record", "request", "event"].map(rows);
  try {
    return (await client.query(`select ${tables.join(", ")}`)).rows[0];
  } finally {
    await client.end();
  }
}

it("npm run backup writes one file, and npm run restore makes an empty instance of it, no other", async () => {
  const file = join(folder, "by-command.tar.gz");
  const taken = await runOn(db, dataDir, "backup", file);
  expect(taken).toMatchObject({ code: 0, failed: "" });
  expect(taken.said).toMatch(
    /^\S+by-command\.tar\.gz\n\d+ rows of \d+ tables and 1 files, \d+ kB, in [\d.]+ s\.\n$/,
  );
  const to = join(folder, "to");
  const refused = await runOn(db, to, "restore", file);
  expect(refused).toMatchObject({ code: 1, said: "" });
  expect(refused.failed).toMatch(/restore into an empty/);

  const restored = await runOn(empty, to, "restore", file);
  expect(restored).toMatchObject({ code: 0, failed: "" });
  expect(restored.said).toMatch(
    /^Restored as of \S+: \d+ rows and 1 files, each compared, in [\d.]+ s\.\nNobody was erased since .+\nEverybody signs in again\. .+\n$/,
  );
  const content = await contentOf(empty);
  expect(content).toEqual(await contentOf(db));
  expect(Object.values(content ?? {}).every(Boolean)).toBe(true);
  const { files } = (await verifyArchive(file)).manifest;
  expect(files.map((each) => existsSync(keptPath(to, each)))).toEqual([true]);
}, 180_000);
