import { statfs } from "node:fs/promises";
import { findBackups } from "~/composition/admin.server";
import { findQueue } from "~/features/audit/queue.queries.server";
import { jobState } from "~/features/audit/queued-job";
import { getConnection } from "~/platform/database/connection.server";
import { findPending } from "~/platform/database/migrator";
import type { Tx } from "~/platform/db.server";
import { getEnvironment } from "~/platform/environment.server";
import { restingServices } from "~/platform/outside/door.server";
import { plural } from "~/platform/plural";
import { VERSION } from "~/platform/version";
import { formatInstant } from "~/ui/format-date";

/** One thing that an instance needs, and how it stands. */
export type HealthLine = { name: string; says: string; well: boolean };

const GIGABYTE = 1_000_000_000;
const LEAST_FREE = 1;
const CLOCK_SECONDS = 5;
const BACKUP_HOURS_LATE = 2;

/** How the instance stands, line by line: what is not well first said so in words. */
export async function findInstanceHealth(tx: Tx, now: Date): Promise<HealthLine[]> {
  const { DATA_DIR, SMTP_URL, OUTSIDE_SERVICES } = getEnvironment();
  const [database] = await tx.$queryRaw<{ version: string; at: Date }[]>`
    SELECT current_setting('server_version') AS version, clock_timestamp() AS at`;
  const pending = await findPending(getConnection());
  return [
    { name: "Database", says: `PostgreSQL ${database?.version ?? "unknown"}`, well: database !== undefined },
    {
      name: "Migrations",
      says: pending.length === 0 ? "All applied" : `${plural(pending.length, "migration")} to apply`,
      well: pending.length === 0,
    },
    clockLine(database?.at ?? now, now),
    await queueLine(tx),
    await diskLine(DATA_DIR),
    await backupLine(now),
    {
      name: "Mail",
      says: SMTP_URL ? "A mail server is set" : "No mail server is set",
      well: Boolean(SMTP_URL),
    },
    outsideLine(OUTSIDE_SERVICES),
    { name: "Common Ground", says: `Version ${VERSION}`, well: true },
    { name: "Node.js", says: process.version, well: true },
  ];
}

function outsideLine(isOn: boolean): HealthLine {
  const resting = restingServices();
  const asked = resting.length === 0 ? "Asked when they are needed" : `Left in peace: ${resting.join(", ")}`;
  return { name: "Outside services", says: isOn ? asked : "Turned off", well: !isOn || resting.length === 0 };
}

function clockLine(database: Date, here: Date): HealthLine {
  const apart = Math.round(Math.abs(database.getTime() - here.getTime()) / 1000);
  const well = apart <= CLOCK_SECONDS;
  return { name: "Clock", says: well ? "Right" : `${plural(apart, "second")} from the database’s`, well };
}

async function queueLine(tx: Tx): Promise<HealthLine> {
  const jobs = await findQueue(tx);
  const lost = jobs.filter((job) => jobState(job) === "given up").length;
  const says = `${plural(jobs.length, "job")} in the queue, ${lost} given up`;
  return { name: "Queue", says, well: lost === 0 };
}

async function diskLine(folder: string): Promise<HealthLine> {
  const disk = await statfs(folder).catch(() => null);
  const free = disk && (disk.bavail * disk.bsize) / GIGABYTE;
  const says = free === null ? "Not known" : `${free.toFixed(1)} GB free`;
  return { name: "Disk", says, well: free !== null && free >= LEAST_FREE };
}

async function backupLine(now: Date): Promise<HealthLine> {
  const last = await findBackups();
  const { BACKUP_HOURS } = getEnvironment();
  if (last === null) return { name: "Last good backup", says: "None yet", well: BACKUP_HOURS === 0 };
  const hours = (now.getTime() - Date.parse(last.takenAt)) / 3_600_000;
  const well = BACKUP_HOURS === 0 || hours <= BACKUP_HOURS + BACKUP_HOURS_LATE;
  return { name: "Last good backup", says: formatInstant(last.takenAt), well };
}
