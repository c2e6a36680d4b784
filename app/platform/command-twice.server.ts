import { type Clock, todayBy } from "./clock";
import { claimKey, type Writer } from "./command-log.server";
import { inTransaction } from "./db.server";

/** What the same form came to that arrived at once and won: what it changed is why this one was refused. Null: none did. */
export async function findDone<R>(
  commandId: string,
  input: unknown,
  writer: Writer & { clock: Clock },
): Promise<{ status: "done"; result: R } | null> {
  if (writer.key === undefined) return null;
  const once = await inTransaction(writer.principal, todayBy(writer.clock), (tx) =>
    claimKey(tx, writer, commandId, input),
  );
  return once.done ? { status: "done", result: once.result as R } : null;
}
