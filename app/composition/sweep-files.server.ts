import { type Clock, todayBy } from "~/platform/clock";
import { inTransaction } from "~/platform/db.server";
import { discard, findLeftAside, keep, removeKept } from "~/platform/files.server";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** How far back removed files are looked for: longer than a server stands still. */
const LOOK_BACK_DAYS = 90;

/** Clears up after saves that did not come to their end, and lets files go that were taken away. Twice is once. */
export async function clearFiles(clock: Clock): Promise<void> {
  await clearLeftAside(clock);
  await clearRemoved(clock);
}

async function clearLeftAside(clock: Clock): Promise<void> {
  const left = (await findLeftAside(clock.now())).filter(({ age }) => age > HOUR_MS);
  if (left.length === 0) return;
  const rows = await inTransaction("job:sweep-files", todayBy(clock), (tx) =>
    tx.attachment.findMany({
      where: { sha256: { in: left.map(({ sha256 }) => sha256) }, removedAt: null },
      select: { id: true, sha256: true },
    }),
  );
  for (const file of left) {
    // The row was written and the file not moved: it is moved now. Otherwise nobody misses it.
    const row = rows.find(({ sha256 }) => sha256 === file.sha256);
    await (row ? keep(file, row) : discard(file));
  }
}

/** The row says that there was a file; what was in it is gone. */
async function clearRemoved(clock: Clock): Promise<void> {
  const since = new Date(clock.now().getTime() - LOOK_BACK_DAYS * DAY_MS);
  const rows = await inTransaction("job:sweep-files", todayBy(clock), (tx) =>
    tx.attachment.findMany({ where: { removedAt: { gt: since } }, select: { id: true, sha256: true } }),
  );
  for (const row of rows) await removeKept(row);
}
