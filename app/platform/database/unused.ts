import type { Client } from "pg";
import { StartFailure } from "./failure.ts";

/** How long a connection that was just let go of may take to be gone from the server's list, in milliseconds. */
const GRACE = 5_000;
const PAUSE = 50;

/**
 * Refuses, in the words given, while anybody is connected to this database. Who has just let go has a moment to be
 * gone: the server lists a connection a little longer than its holder does. The server's own workers do not count.
 */
export async function requireUnused(admin: Client, database: string, refusal: string): Promise<void> {
  const until = Date.now() + GRACE;
  while (await isUsed(admin, database)) {
    if (Date.now() > until) throw new StartFailure(refusal);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

async function isUsed(admin: Client, database: string): Promise<boolean> {
  const { rowCount } = await admin.query(
    "select from pg_stat_activity where datname = $1 and backend_type = 'client backend'",
    [database],
  );
  return rowCount !== 0;
}
