import type { Tx } from "~/platform/db.server";
import type { QueuedJob } from "./queued-job";

type Row = {
  id: bigint;
  task: string;
  attempts: number;
  most: number;
  run_at: Date;
  is_running: boolean;
  error_kind: string | null;
};

/** What is in the queue, what failed first: for admins, to whom the database shows it. */
export async function findQueue(tx: Tx): Promise<QueuedJob[]> {
  const rows = await tx.$queryRaw<Row[]>`SELECT * FROM app.queue_seen()`;
  return rows.map(({ id, run_at: runAt, is_running: isRunning, error_kind: errorKind, ...row }) => ({
    ...row,
    ...{ id: String(id), runAt, isRunning, errorKind },
  }));
}
