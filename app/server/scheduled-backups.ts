import { spawn } from "node:child_process";
import type { LastBackup } from "../platform/backup/last-backup.ts";
import { findLastBackup } from "../platform/backup/last-backup.ts";
import type { Environment } from "../platform/environment.server.ts";
import { getLog } from "../platform/log.server.ts";

const HOUR_MS = 3_600_000;
/** A server that was just started has better things to do. */
const FIRST_LOOK_MS = HOUR_MS / 6;
/** A backup that has never been restored is a hope: it is tried this often. */
const DRILL_HOURS = 7 * 24;

/** What is to be done now: a backup, a drill of the last one, or nothing. */
export function findDue(last: LastBackup | null, everyHours: number, now: Date): "backup" | "drill" | null {
  if (everyHours === 0) return null;
  const olderThan = (instant: string, hours: number) =>
    now.getTime() - Date.parse(instant) >= hours * HOUR_MS;
  if (last === null || olderThan(last.takenAt, everyHours)) return "backup";
  return last.drill === null || olderThan(last.drill.at, DRILL_HOURS) ? "drill" : null;
}

/** Takes backups by itself, each in a process of its own that is gone afterwards, and drills. Gives what ends it. */
export function startBackups({ BACKUP_DIR, BACKUP_HOURS }: Environment): () => void {
  const ending = new AbortController();
  let isBusy = false;
  const look = async () => {
    if (isBusy) return;
    isBusy = true;
    try {
      for (let due = await next(); due !== null && !ending.signal.aborted; due = await next())
        await run(due, ending.signal);
    } catch {
      if (!ending.signal.aborted) getLog().error("a backup could not be taken, or not be restored");
    } finally {
      isBusy = false;
    }
  };
  const next = async () => findDue(await findLastBackup(BACKUP_DIR), BACKUP_HOURS, new Date());
  const first = setTimeout(look, FIRST_LOOK_MS).unref();
  const timer = setInterval(look, HOUR_MS).unref();
  return () => {
    clearTimeout(first);
    clearInterval(timer);
    ending.abort();
  };
}

function run(due: "backup" | "drill", signal: AbortSignal): Promise<void> {
  const words = due === "backup" ? ["backup"] : ["backup", "--drill"];
  const args = ["--import", "tsx", "app/platform/backup/cli.ts", ...words];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: "ignore", signal });
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`${due} ended with ${code}`))));
  });
}
