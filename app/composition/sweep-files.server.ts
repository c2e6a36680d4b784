import { type Clock, todayBy } from "~/platform/clock";
import { inTransaction } from "~/platform/db.server";
import { discard, findLeftAside, isKept, keep, removeKept } from "~/platform/files.server";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** How far back removed files are looked for: longer than a server stands still. */
const LOOK_BACK_DAYS = 90;

/**
 * Clears up after saves that did not come to their end, and lets files go that were taken away. Twice is once. Says
 * whether something is left that may still be under way: to be looked at again in an hour.
 */
export async function clearFiles(clock: Clock): Promise<boolean> {
  const isDone = await clearLeftAside(clock);
  await clearRemoved(clock);
  return isDone;
}

async function clearLeftAside(clock: Clock): Promise<boolean> {
  const left = await findLeftAside(clock.now());
  if (left.length === 0) return true;
  const rows = await inTransaction("job:sweep-files", todayBy(clock), (tx) =>
    tx.attachment.findMany({
      where: { sha256: { in: left.map(({ sha256 }) => sha256) }, removedAt: null },
      select: { id: true, sha256: true },
    }),
  );
  let isDone = true;
  for (const file of left) {
    // The row was written and the file not moved: it is moved now. Several may have the same content.
    const row = await findBare(rows.filter(({ sha256 }) => sha256 === file.sha256));
    if (row) await keep(file, row);
    // Nobody misses it, unless it is being saved at this moment.
    else if (file.age > HOUR_MS) await discard(file);
    else isDone = false;
  }
  return isDone;
}

/** The first row whose file is not where it belongs. */
async function findBare<T extends { id: string; sha256: string }>(rows: readonly T[]): Promise<T | null> {
  for (const row of rows) if (!(await isKept(row))) return row;
  return null;
}

/** The row says that there was a file; what was in it is gone. */
async function clearRemoved(clock: Clock): Promise<void> {
  const since = new Date(clock.now().getTime() - LOOK_BACK_DAYS * DAY_MS);
  const rows = await inTransaction("job:sweep-files", todayBy(clock), (tx) =>
    tx.attachment.findMany({ where: { removedAt: { gt: since } }, select: { id: true, sha256: true } }),
  );
  for (const row of rows) await removeKept(row);
}
