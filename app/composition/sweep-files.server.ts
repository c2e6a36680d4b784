import { type Clock, systemClock, todayBy } from "~/platform/clock";
import { inTransaction } from "~/platform/db.server";
import { discard, findLeftAside, keep } from "~/platform/files.server";

const HOUR_MS = 3_600_000;
let sweptAt = 0;

/** Clears up after saves that did not come to their end, at most once an hour. Called with every upload. */
export async function sweepFiles(clock: Clock = systemClock, { always = false } = {}): Promise<void> {
  const now = clock.now();
  if (!always && now.getTime() - sweptAt < HOUR_MS) return;
  sweptAt = now.getTime();
  const left = (await findLeftAside(now)).filter(({ age }) => age > HOUR_MS);
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
