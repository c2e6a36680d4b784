import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { errorCode } from "./failure.ts";

/** The postmaster a data directory names in its lock file; the port is that of Windows, where there is no socket. */
export type Postmaster = { pid: number; port: number };

/** Reads postmaster.pid: line 1 the process, line 4 the port. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3]) || 5432 } : undefined;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Whether a process runs; one that has ended but was never reaped by its parent does not. */
export function isAlive(pid: number): boolean {
  return isKnownToSystem(pid) && processState(pid) !== "Z";
}

/** Linux only: the state letter, after the name in brackets, which may itself hold spaces and brackets. */
function processState(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2)[0];
  } catch {
    return undefined;
  }
}

/** Live processes working in this directory; undefined where the system does not tell (not Linux). */
function processesIn(directory: string): number[] | undefined {
  if (process.platform !== "linux") return undefined;
  const real = realpathSync(directory);
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && workingDirectory(pid) === real && isAlive(pid));
}

function workingDirectory(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/**
 * Whether a server, or what is left of one, still works in the data directory; if none does, locks that
 * PostgreSQL would wrongly believe are removed. It sees through a dead process itself, but not through a
 * number still known to the system: a zombie where nothing reaps orphans, or another program given the same
 * number after a restart.
 */
export function clearStaleLocks(cluster: string, socketDir: string | undefined): boolean {
  const left = processesIn(cluster);
  if (left === undefined) {
    const named = readPostmaster(cluster);
    return named !== undefined && isAlive(named.pid);
  }
  if (left.length > 0) return true;
  removeLock(join(cluster, "postmaster.pid"));
  if (socketDir) removeLock(join(socketDir, ".s.PGSQL.5432.lock"));
  return false;
}

/** Read twice, so that the lock of a server started in between is left alone. */
function removeLock(path: string): void {
  const pid = lockHolder(path);
  if (pid === undefined || !isKnownToSystem(pid)) return;
  if (lockHolder(path) === pid) rmSync(path, { force: true });
}

function lockHolder(path: string): number | undefined {
  try {
    const pid = Number(readFileSync(path, "utf8").split("\n")[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isKnownToSystem(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}
