import type { JobHelpers, Logger, Runner } from "graphile-worker";
import { Pool } from "pg";
import { addDays, startOfDay } from "./calendar/day";
import { type Clock, todayBy } from "./clock";
import { inTransaction, type Tx } from "./db.server";
import { getLog } from "./log.server";

/** The tasks there are; app.enqueue (prisma/migrations) refuses any other. Ids are for ever. */
export const TASKS = [
  "send-link",
  "sweep-files",
  "send-account-mail",
  "send-check-in",
  "close-check-ins",
  "retention",
  "publish-release",
  "end-studies",
] as const;
export type Task = (typeof TASKS)[number];

/** What waits in the queue of a task: ids and numbers alone, no names and no text. */
export type Payload = Readonly<Record<string, string | number>>;

/**
 * A job: its task, and what it does. It may be run again after it failed half way, and must bear that. `turn` is the same
 * at every try of one job, and no other's.
 */
export type Job = { name: string; run: (payload: unknown, clock: Clock, turn?: string) => Promise<void> };

/** Declares a job, so that its file is all there is to it. */
export function defineJob(job: Job): Job {
  return job;
}

/**
 * Declares a job of every day. The next day's is put in the queue before anything is done, under a key of its day: what
 * fails today, at every try, is done tomorrow all the same. Days are London's.
 */
export function defineDailyJob({ name, run }: { name: Task; run: (clock: Clock) => Promise<unknown> }): Job {
  return defineJob({
    name,
    async run(_, clock) {
      const today = todayBy(clock);
      const next = addDays(today, 1);
      await inTransaction(`job:${name}`, today, (tx) =>
        enqueue(tx, name, {}, { key: `${name} ${next}`, runAt: startOfDay(next) }),
      );
      await run(clock);
    },
  });
}

/**
 * Puts a job in the queue within this transaction: it is there if the rest is written, and not otherwise. With `key`
 * there is never more than one of that key waiting.
 */
export async function enqueue(
  tx: Tx,
  task: Task,
  payload: Payload,
  { runAt = null, key = null }: { runAt?: Date | null; key?: string | null } = {},
): Promise<void> {
  const body = JSON.stringify(payload);
  await tx.$executeRaw`SELECT app.enqueue(${task}, ${body}::jsonb, ${runAt}::timestamptz, ${key})`;
}

const WORKER_PRINCIPAL = "job:queue";
const CONCURRENCY = 2;
const CONNECTIONS = 4;
const CONNECT_TIMEOUT_MS = 5_000;
const POLL_MS = 5_000;
/** What is under way gets this long when the server stops; then its lock is given back, and it is run again. */
const STOP_MS = 3_000;
const MESSAGE_MOST = 500;

/** The queue as this process works it. */
export type Worker = { stop: () => Promise<void>; isWell: () => Promise<boolean> };

/** Works the queue until stopped. Connections are the queue's own principal's: jobs enter as others, through db.server. */
export async function startWorker(url: string, jobs: readonly Job[], clock: Clock): Promise<Worker> {
  // Loaded by the one who works the queue: whoever only adds to it goes without.
  const worker = await import("graphile-worker");
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    options: `-c app.principal=${WORKER_PRINCIPAL}`,
  });
  // A connection that is lost must not take the process with it: the worker asks for a new one.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const taskList = Object.fromEntries(
    jobs.map((job) => [
      job.name,
      (payload: unknown, { job: queued }: JobHelpers) =>
        job.run(payload, clock, `${queued.id}-${queued.created_at.getTime()}`).catch(failInWords),
    ]),
  );
  const runner = await worker.run({
    pgPool: pool,
    taskList,
    concurrency: CONCURRENCY,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    logger: quietLogger(worker.Logger),
  });
  return workerOf(runner, pool);
}

/**
 * What went wrong is kept with its job, as text: what another server said may hold what no text of the database can, and
 * would end the worker where it is noted.
 */
function failInWords(error: unknown): never {
  const said = error instanceof Error ? error.message : String(error);
  throw new Error(
    said
      .slice(0, MESSAGE_MOST)
      .replace(/\p{Cc}/gu, " ")
      .toWellFormed(),
    { cause: error },
  );
}

function workerOf(runner: Runner, pool: Pool): Worker {
  let isRunning = true;
  const ended = runner.promise
    .catch(() => getLog().error("the queue is no longer worked"))
    .finally(() => {
      isRunning = false;
    });
  return {
    async stop() {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, STOP_MS).unref();
      });
      if (isRunning) await Promise.race([runner.stop().catch(() => undefined), late]);
      await Promise.race([ended, late]);
      clearTimeout(timer);
      await pool.end().catch(() => undefined);
    },
    async isWell() {
      if (!isRunning) return false;
      await pool.query("select from graphile_worker._private_jobs limit 1");
      return true;
    },
  };
}

/** A failed job in the log by its task and number alone: what went wrong may quote an address. */
function quietLogger(Log: typeof Logger): Logger {
  return new Log(({ taskIdentifier, jobId }) => (level) => {
    if (level === "error" && taskIdentifier)
      getLog().error({ task: taskIdentifier, job: jobId }, "job failed");
    else if (level === "error") getLog().error("the queue had a problem");
  });
}
