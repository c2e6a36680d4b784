import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { Client } from "pg";
import { explain, StartFailure } from "../database/failure.ts";
import { getEnvironment, getSessionSecret } from "../environment.server.ts";
import { archiveName, findArchives, keepNewest } from "./archive-names.ts";
import { requireEmpty } from "./emptiness.ts";
import { findDoneErasures, noteErasures, readErasureLogs } from "./erasure-log.ts";
import { type Instance, openInstance } from "./instance.ts";
import { findLastBackup, noteBackup } from "./last-backup.ts";
import { verifyArchive } from "./read-archive.ts";
import { type Restored, restoreBackup } from "./restore-backup.ts";
import { takeBackup } from "./take-backup.ts";

const say = (message: string): void => {
  process.stdout.write(`${message}\n`);
};

/** `npm run backup [-- <file>]`: everything into one archive, while the tracker runs. */
async function backup(instance: Instance, file: string | undefined): Promise<void> {
  const { DATA_DIR: dataDir, BACKUP_DIR: folder, BACKUP_KEEP } = getEnvironment();
  const now = new Date();
  const target = resolve(file ?? join(folder, archiveName(now)));
  const started = performance.now();
  const taken = await takeBackup({ ...instance, dataDir, secret: getSessionSecret(), target, now });
  const seconds = secondsSince(started);
  say(
    `${target}\n${taken.rows} rows of ${taken.tables} tables and ${taken.files} files, ${size(taken.bytes)}, in ${seconds} s.`,
  );
  if (taken.missing > 0)
    say(`${taken.missing} files that rows name are not on the disk: they are not in it.`);
  await noteDone(instance, dirname(target));
  if (file !== undefined) return;
  await keepNewest(folder, BACKUP_KEEP);
  const drill = (await findLastBackup(folder))?.drill ?? null;
  const { bytes, rows, files } = taken;
  await noteBackup(folder, { takenAt: now.toISOString(), file: target, bytes, rows, files, seconds, drill });
}

/** `npm run backup -- --drill`: restores the newest backup beside the instance, checks it, and lets it go again. */
async function drill(instance: Instance): Promise<void> {
  const { BACKUP_DIR: folder } = getEnvironment();
  const last = await findLastBackup(folder);
  const archive = (await findArchives(folder))[0];
  if (!archive || !last)
    throw new StartFailure("There is no backup to restore yet: npm run backup takes one.");
  const started = performance.now();
  if (instance.beside === null) {
    await verifyArchive(archive);
    return say(`${archive} is whole. It was read and not restored: this database's owner makes no others.`);
  }
  const dataDir = await mkdtemp(join(tmpdir(), "common-ground-drill-"));
  const beside = await instance.beside();
  try {
    const secret = getSessionSecret();
    const erasures = await readErasureLogs([folder], secret);
    tell(await restoreBackup({ archive, ownerUrl: beside.ownerUrl, dataDir, secret, erasures }), started);
  } finally {
    await beside.drop();
    await rm(dataDir, { recursive: true, force: true });
  }
  await noteBackup(folder, {
    ...last,
    drill: { at: new Date().toISOString(), seconds: secondsSince(started) },
  });
  say("That was a drill: nothing of it is kept.");
}

/** `npm run restore -- <file>`: an empty instance becomes what the archive holds. */
async function restore(instance: Instance, file: string | undefined): Promise<void> {
  if (!file) throw new StartFailure("Say which: npm run restore -- <file>");
  const { DATA_DIR: dataDir, BACKUP_DIR } = getEnvironment();
  const secret = getSessionSecret();
  const archive = resolve(file);
  const erasures = await readErasureLogs([dirname(archive), BACKUP_DIR], secret);
  const plan = { archive, dataDir, secret, erasures };
  const started = performance.now();
  if (instance.beside === null) {
    const restored = await restoreBackup({ ...plan, ownerUrl: instance.ownerUrl });
    return tell(restored, started);
  }
  await requireEmpty(instance.ownerUrl);
  const beside = await instance.beside();
  try {
    const restored = await restoreBackup({ ...plan, ownerUrl: beside.ownerUrl });
    await beside.takeOver();
    tell(restored, started);
  } catch (error) {
    await beside.drop();
    throw error;
  }
}

/** Who was erased is noted beside each archive too, so that it goes where the archive goes. */
async function noteDone({ ownerUrl }: Instance, folder: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl, application_name: "common-ground backup" });
  await client.connect();
  try {
    await noteErasures(folder, await findDoneErasures(client), getSessionSecret());
  } finally {
    await client.end();
  }
}

function tell(
  { takenAt, rows, files, missing, erased, unsealed, sameSecret }: Restored,
  started: number,
): void {
  say(
    `Restored as of ${takenAt}: ${rows} rows and ${files} files, each compared, in ${secondsSince(started)} s.`,
  );
  if (missing > 0) say(`${missing} files were not on the disk when the backup was taken.`);
  say(
    erased > 0
      ? `${erased} erased since the backup were erased again.`
      : "Nobody was erased since the backup, as far as erasures.jsonl beside it tells.",
  );
  say(
    "Everybody signs in again. What was changed or taken away after the backup is as it was before: look through who may sign in.",
  );
  if (!sameSecret)
    say(
      "SESSION_SECRET is not the one of the instance that was backed up: set that one, or second factors are set up anew and the client secrets of councils’ single sign-on typed in anew.",
    );
  if (unsealed > 0)
    say(
      `${unsealed} lines of erasures.jsonl could not be checked: another secret sealed them, or somebody wrote into it. They were obeyed.`,
    );
}

function secondsSince(started: number): number {
  return Math.round((performance.now() - started) / 100) / 10;
}

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

async function main([command, ...rest]: string[]): Promise<void> {
  const instance = await openInstance(getEnvironment());
  try {
    if (command === "backup" && rest[0] === "--drill") await drill(instance);
    else if (command === "backup") await backup(instance, rest[0]);
    else if (command === "restore") await restore(instance, rest[0]);
    else
      throw new StartFailure("Use: npm run backup, npm run backup -- --drill, or npm run restore -- <file>");
  } finally {
    await instance.stop();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const known = explain(error, { path: process.cwd(), what: "This folder" });
  process.stderr.write(`${known?.message ?? (error instanceof Error ? error.stack : String(error))}\n`);
  process.exitCode = 1;
});
