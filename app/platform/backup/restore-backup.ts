import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Client } from "pg";
import { StartFailure } from "../database/failure.ts";
import { findApplied, migrate, readMigrations } from "../database/migrator.ts";
import { keptPath } from "../kept-path.ts";
import type { Head } from "./archive-form.ts";
import { requireEmpty } from "./emptiness.ts";
import { type ErasureLog, redoErasures } from "./erasure-log.ts";
import { loadTables } from "./load-tables.ts";
import { type Archive, readArchive, verifyArchive } from "./read-archive.ts";
import { secretCheck } from "./secret-check.ts";
import { addJobs } from "./waiting-jobs.ts";

/** An empty database and a folder without files, to become what the archive holds; and who was erased since. */
export type RestorePlan = {
  archive: string;
  ownerUrl: string;
  dataDir: string;
  secret: string;
  erasures: ErasureLog;
};

/**
 * What was restored, how many were erased again, how many lines about it could not be checked, and whether this instance
 * signs with the secret of the one backed up.
 */
export type Restored = {
  takenAt: string;
  rows: number;
  files: number;
  missing: number;
  erased: number;
  unsealed: number;
  sameSecret: boolean;
};

/**
 * Makes an empty instance into the one an archive was taken of: the archive is read and checked whole before anything
 * is touched, tables are made by the migrations it names, loaded in one transaction and compared row by row, and the
 * newer migrations follow. Nothing is left behind where it fails.
 */
export async function restoreBackup({
  archive: path,
  ownerUrl,
  dataDir,
  secret,
  erasures,
}: RestorePlan): Promise<Restored> {
  const archive = await verifyArchive(path);
  requireKnown(archive.head);
  requireSealed(archive, secret, erasures);
  await requireNoFiles(dataDir);
  const aside = join(dataDir, `files.${process.pid}.restoring`);
  try {
    await unpackFiles(path, aside);
    const erased = await restoreTables(path, archive, { ownerUrl, erasures });
    await rm(join(dataDir, "files"), { recursive: true, force: true });
    await rename(join(aside, "files"), join(dataDir, "files"));
    return { ...summaryOf(archive, secret), erased, unsealed: erasures.unsealed };
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

function summaryOf({ head, manifest }: Archive, secret: string): Omit<Restored, "erased" | "unsealed"> {
  return {
    takenAt: head.takenAt,
    rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0),
    files: manifest.files.length,
    missing: manifest.missing.length,
    sameSecret: manifest.secretCheck === secretCheck(secret, head.takenAt),
  };
}

/** A log of erasures that somebody wrote into could erase anyone: under the same secret each line must be sealed. */
function requireSealed({ head, manifest }: Archive, secret: string, { unsealed }: ErasureLog): void {
  if (unsealed > 0 && manifest.secretCheck === secretCheck(secret, head.takenAt))
    throw new StartFailure(
      `${unsealed} lines of erasures.jsonl were not written by this instance: put back a good copy of it first.`,
    );
}

/** The archive's migrations must be the first of this version's, unchanged. */
function requireKnown({ migrations }: Head): void {
  const ours = readMigrations("prisma/migrations");
  const known = migrations.every(
    ({ name, checksum }, index) => ours[index]?.name === name && ours[index]?.checksum === checksum,
  );
  if (!known || migrations.length === 0)
    throw new StartFailure(
      "The backup was taken by a newer version of Common Ground, or another one: start that version.",
    );
}

async function requireNoFiles(dataDir: string): Promise<void> {
  const found = await readdir(join(dataDir, "files"), { recursive: true, withFileTypes: true }).catch(
    () => [],
  );
  if (found.some((entry) => entry.isFile()))
    throw new StartFailure(
      `There are files in ${join(dataDir, "files")} already: restore into an empty instance.`,
    );
}

async function unpackFiles(path: string, aside: string): Promise<void> {
  await mkdir(join(aside, "files"), { recursive: true, mode: 0o700 });
  await readArchive(path, {
    async file(file, content) {
      const target = keptPath(aside, file);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await pipeline(
        Readable.from(content),
        checking(file.sha256),
        createWriteStream(target, { mode: 0o600, flags: "wx" }),
      );
    },
  });
}

function checking(expected: string): Transform {
  const hash = createHash("sha256");
  return new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      done(hash.digest("hex") === expected ? null : new Error("a file is not what its name says"));
    },
  });
}

async function restoreTables(
  path: string,
  { head, manifest, jobs }: Archive,
  { ownerUrl, erasures }: Pick<RestorePlan, "ownerUrl" | "erasures">,
): Promise<number> {
  await requireEmpty(ownerUrl);
  await requireSameVersion(ownerUrl, head);
  await migrate(ownerUrl, "prisma/migrations", head.migrations.at(-1)?.name);
  await withClient(ownerUrl, (client) => loadTables(client, path, manifest.tables));
  await migrate(ownerUrl);
  await withClient(ownerUrl, (client) => addJobs(client, jobs));
  return withClient(ownerUrl, (client) => redoErasures(client, erasures.erasures));
}

/** Tables there already must be the archive's own. */
async function requireSameVersion(ownerUrl: string, { migrations }: Head): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query(
      "select to_regclass('public._prisma_migrations') is not null as made",
    );
    const applied = rows[0]?.made === true ? await findApplied(client) : [];
    if (applied.length > 0 && applied.at(-1)?.name !== migrations.at(-1)?.name)
      throw new StartFailure(
        "This database has the tables of another version than the backup: give it a database without tables.",
      );
  });
}

async function withClient<T>(connectionString: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString, application_name: "common-ground restore" });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
