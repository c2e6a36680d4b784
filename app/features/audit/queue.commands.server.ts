import { z } from "zod";
import { defineCommand, type EventEntry, Problem } from "~/platform/command.server";
import type { Tx } from "~/platform/db.server";
import type { Actor } from "../identity/actor";
import { ADMINS_ONLY } from "../identity/admins-only";
import { findQueue } from "./queue.queries.server";
import type { QueuedJob } from "./queued-job";

const command = defineCommand<Actor>();
const GONE = "It is running now, or was done meanwhile.";

const input = z.strictObject({ job: z.string().regex(/^\d{1,18}$/, { error: "Choose a job" }) });

async function subject({ tx, actor }: { tx: Tx; actor: Actor }, { job }: { job: string }) {
  if (!actor.admin) return null;
  return (await findQueue(tx)).find(({ id }) => id === job) ?? null;
}

function eventOf({ id, task }: QueuedJob): EventEntry {
  return {
    ...{ subjectId: null, areaId: null, relationshipId: null, organisationId: null, side: null },
    level: "personal",
    data: { job: id, task },
  };
}

function requireDone(rows: readonly { done: boolean }[]): void {
  if (!rows[0]?.done) throw new Problem({ "": GONE });
}

/** Tries a job that failed again, now. */
export const retryJob = command({
  id: "jobs.retry",
  input,
  subject,
  allow: (actor) => actor.admin || ADMINS_ONLY,
  async run({ tx }, job) {
    requireDone(await tx.$queryRaw<{ done: boolean }[]>`SELECT app.retry_job(${BigInt(job.id)}) AS done`);
    return { result: { id: job.id }, event: eventOf(job) };
  },
  says: (data) => `had a job tried again: ${String(data.task)}`,
});

/** Takes a job that failed out of the queue. */
export const removeJob = command({
  id: "jobs.remove",
  input,
  subject,
  allow: (actor) => actor.admin || ADMINS_ONLY,
  async run({ tx }, job) {
    requireDone(await tx.$queryRaw<{ done: boolean }[]>`SELECT app.remove_job(${BigInt(job.id)}) AS done`);
    return { result: { id: job.id }, event: eventOf(job) };
  },
  says: (data) => `took a job out of the queue: ${String(data.task)}`,
});
