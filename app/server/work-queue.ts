import { JOBS } from "~/jobs";
import { systemClock, todayBy } from "~/platform/clock";
import { getConnection } from "~/platform/database/connection.server";
import { inTransaction } from "~/platform/db.server";
import { enqueue, startWorker, type Worker } from "~/platform/jobs.server";
import { getLog } from "~/platform/log.server";

/** One a process, whichever of its copies of this module asks: in development the pages are loaded again and again. */
const held = globalThis as { [KEY]?: Promise<Worker | null> };
const KEY = Symbol.for("common-ground.queue");

/** Begins to work the queue, once. What cannot be begun is told in the log, and /readyz says so. */
export function beginQueue(): void {
  held[KEY] ??= start();
}

async function start(): Promise<Worker | null> {
  try {
    const worker = await startWorker(getConnection(), JOBS, systemClock);
    // What a stop came in the way of is cleared up.
    await inTransaction("job:sweep-files", todayBy(systemClock), (tx) =>
      enqueue(tx, "sweep-files", {}, { key: "sweep-files" }),
    );
    await inTransaction("job:close-check-ins", todayBy(systemClock), (tx) =>
      enqueue(tx, "close-check-ins", {}),
    );
    await inTransaction("job:retention", todayBy(systemClock), (tx) => enqueue(tx, "retention", {}));
    await inTransaction("job:end-studies", todayBy(systemClock), (tx) => enqueue(tx, "end-studies", {}));
    await inTransaction("job:publish-release", todayBy(systemClock), (tx) =>
      enqueue(tx, "publish-release", {}),
    );
    return worker;
  } catch {
    getLog().error("the queue could not be begun");
    return null;
  }
}

/** Lets what is under way finish, for a few seconds, and works the queue no longer. */
export async function endQueue(): Promise<void> {
  const worker = await held[KEY];
  delete held[KEY];
  await worker?.stop();
}

/** Whether jobs are worked; of an instance that was never told to work them (a test's), yes. */
export async function queueIsWell(): Promise<boolean> {
  if (held[KEY] === undefined) return true;
  const worker = await held[KEY];
  return (await worker?.isWell()) ?? false;
}
