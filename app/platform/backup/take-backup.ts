import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { finished, pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { Client } from "pg";
import { type Pack, pack } from "tar-stream";
import { findApplied } from "../database/migrator.ts";
import { keptPath } from "../kept-path.ts";
import { type ArchivedFile, type ArchivedTable, ENTRY, FORM, type Manifest } from "./archive-form.ts";
import { requireMade } from "./emptiness.ts";
import { secretCheck } from "./secret-check.ts";
import { beginSnapshot, findTables, readTable, type Table, TableDigest } from "./tables.ts";
import { findJobs } from "./waiting-jobs.ts";

/** Rows are written in parts of this many bytes, so that no table has to fit into memory. */
const PART_BYTES = 4 * 1024 * 1024;

/** Where everything is, and where the archive goes. */
export type BackupPlan = { ownerUrl: string; dataDir: string; secret: string; target: string; now: Date };
export type Taken = { bytes: number; rows: number; tables: number; files: number; missing: number };

/**
 * Writes everything an instance holds into one archive: each table as of one instant, then the files their rows name.
 * The application goes on meanwhile. The archive appears under its name only once it is whole and on the disk.
 */
export async function takeBackup({ target, ...plan }: BackupPlan): Promise<Taken> {
  const part = `${target}.part`;
  const client = new Client({ connectionString: plan.ownerUrl, application_name: "common-ground backup" });
  await client.connect();
  try {
    await requireMade(client);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    const archive = pack();
    const writing = pipeline(archive, createGzip(), createWriteStream(part, { mode: 0o600 }));
    const manifest = await Promise.race([fill(archive, client, plan), writing.then(endedEarly)]);
    await writing;
    await settle(part, target);
    return { bytes: (await stat(target)).size, ...countsOf(manifest) };
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

function endedEarly(): never {
  throw new Error("The archive ended before everything was in it.");
}

/** On the disk first, then under its name. */
async function settle(part: string, target: string): Promise<void> {
  const handle = await open(part, "r+");
  await handle.sync();
  await handle.close();
  await rename(part, target);
}

function countsOf({ tables, files, missing }: Manifest): Omit<Taken, "bytes"> {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return { rows, tables: tables.length, files: files.length, missing: missing.length };
}

async function fill(archive: Pack, client: Client, plan: Omit<BackupPlan, "target">): Promise<Manifest> {
  await beginSnapshot(client);
  const head = { form: FORM, takenAt: plan.now.toISOString(), migrations: await findApplied(client) };
  await addText(archive, ENTRY.head, head);
  const tables: ArchivedTable[] = [];
  for (const table of await findTables(client)) tables.push(await addTable(archive, client, table));
  const { files, missing } = await addFiles(archive, client, plan.dataDir);
  const jobs = await findJobs(client);
  await addText(archive, ENTRY.jobs, jobs);
  await client.query("rollback");
  const manifest = {
    tables,
    files,
    missing,
    jobs: jobs.length,
    secretCheck: secretCheck(plan.secret, head.takenAt),
  };
  await addText(archive, ENTRY.manifest, manifest);
  archive.finalize();
  return manifest;
}

async function addTable(archive: Pack, client: Client, table: Table): Promise<ArchivedTable> {
  const digest = new TableDigest();
  let held: Buffer[] = [];
  let bytes = 0;
  let parts = 0;
  const write = async () => {
    await addContent(archive, ENTRY.part(table.name, parts++), Buffer.concat(held));
    held = [];
    bytes = 0;
  };
  for await (const chunk of readTable(client, table)) {
    digest.add(chunk);
    held.push(chunk);
    bytes += chunk.length;
    if (bytes >= PART_BYTES) await write();
  }
  if (bytes > 0 || parts === 0) await write();
  return { name: table.name, columns: table.columns, ...digest.end() };
}

/** The files that rows of the snapshot name. One taken away since lies nowhere any more: it is told, and no failure. */
async function addFiles(archive: Pack, client: Client, dataDir: string) {
  const { rows: tables } = await client.query("select to_regclass('public.attachment') is not null as made");
  if (tables[0]?.made !== true) return { files: [], missing: [] };
  const { rows } = await client.query<{ id: string; sha256: string }>(
    "select id, sha256 from attachment where removed_at is null order by id",
  );
  const files: ArchivedFile[] = [];
  const missing: { id: string; sha256: string }[] = [];
  for (const row of rows) {
    const bytes = await addFile(archive, dataDir, row);
    if (bytes === null) missing.push(row);
    else files.push({ ...row, bytes });
  }
  return { files, missing };
}

async function addFile(
  archive: Pack,
  dataDir: string,
  row: Pick<ArchivedFile, "id" | "sha256">,
): Promise<number | null> {
  const path =
    (await firstThere([keptPath(dataDir, row), ...(await leftAside(dataDir, row.sha256))])) ?? null;
  if (path === null) return null;
  const { size } = await stat(path);
  await pipeline(createReadStream(path), archive.entry({ name: ENTRY.file(row), size }));
  return size;
}

/** A row that was just written may have its file still where it came in. */
async function leftAside(dataDir: string, sha256: string): Promise<string[]> {
  const folder = join(dataDir, "files", "incoming");
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith(sha256)).map((name) => join(folder, name));
}

async function firstThere(paths: string[]): Promise<string | undefined> {
  for (const path of paths) if ((await stat(path).catch(() => null))?.isFile()) return path;
  return undefined;
}

function addText(archive: Pack, name: string, value: unknown): Promise<void> {
  return addContent(archive, name, Buffer.from(`${JSON.stringify(value)}\n`));
}

/** Waits until the archive has taken it in, so that what is read never runs ahead of what is written. */
async function addContent(archive: Pack, name: string, content: Buffer): Promise<void> {
  const entry = archive.entry({ name, size: content.length });
  const taken = finished(entry);
  entry.end(content);
  await taken;
}
