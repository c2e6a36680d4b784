import type { Client } from "pg";
import { jobsSchema, type WaitingJob } from "./archive-form.ts";

const WAITING = `
select t.identifier as task, j.payload, to_char(j.run_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "runAt",
  j.key, j.max_attempts::int as "maxAttempts"
from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`;

/** What waits in the queue: mail that has not gone, mostly. An instance without a queue has none. */
export async function findJobs(client: Client): Promise<WaitingJob[]> {
  if (!(await hasQueue(client))) return [];
  const { rows } = await client.query(WAITING);
  return jobsSchema.parse(rows);
}

/** Puts the jobs into the queue again. One that went out after the backup goes out a second time. */
export async function addJobs(client: Client, jobs: readonly WaitingJob[]): Promise<void> {
  if (jobs.length === 0 || !(await hasQueue(client))) return;
  await client.query("begin");
  for (const { task, payload, runAt, key, maxAttempts } of jobs)
    await client.query(
      `select graphile_worker.add_job(identifier => $1::text, payload => $2::json, run_at => $3::timestamptz,
        job_key => $4::text, max_attempts => $5::int)`,
      [task, JSON.stringify(payload), runAt, key, maxAttempts],
    );
  await client.query("commit");
}

async function hasQueue(client: Client): Promise<boolean> {
  const { rows } = await client.query(
    "select to_regclass('graphile_worker._private_jobs') is not null as found",
  );
  return rows[0]?.found === true;
}
