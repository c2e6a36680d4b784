import type { Actor } from "~/features/identity/actor";
import { findLastBackup } from "~/platform/backup/last-backup";
import { getEnvironment } from "~/platform/environment.server";
import { notFound, type Reading, read } from "./request.server";

type Context = Parameters<typeof read>[0];

/** Runs a loader's reads for a programme admin; to everybody else there is no such page. */
export function readAdmin<T>(
  context: Context,
  work: (actor: Actor, reading: Reading) => Promise<T>,
): Promise<T> {
  return read(context, (actor, reading) => (actor.admin ? work(actor, reading) : notFound()));
}

/** Before an action of an admin's page: 404 for everybody else. */
export async function requireAdmin(context: Context): Promise<void> {
  await readAdmin(context, async () => null);
}

/** When this instance was last backed up, and when a backup was last restored to try it; null: not yet. */
export async function findBackups(): Promise<{ takenAt: string; drilledAt: string | null } | null> {
  const last = await findLastBackup(getEnvironment().BACKUP_DIR);
  return last && { takenAt: last.takenAt, drilledAt: last.drill?.at ?? null };
}
