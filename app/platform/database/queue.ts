import type { Client } from "pg";

/** The last of graphile-worker's own migrations in the version this was written with. */
export const QUEUE_MIGRATION = 19;

/**
 * Makes the tables of the queue, or brings them up to date, as the owner; does nothing where they are. A database whose
 * migrations know of no queue gets none.
 */
export async function installQueue(client: Client, ownerUrl: string): Promise<void> {
  if (!(await isWanted(client)) || (await installed(client)) >= QUEUE_MIGRATION) return;
  const { Logger, runMigrations } = await import("graphile-worker");
  await runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => undefined) });
  await client.query("select app.open_queue()");
}

async function isWanted(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    "select to_regprocedure('app.open_queue()') is not null as found",
  );
  return rows[0]?.found === true;
}

/** The number of the last migration of the queue that is there and opened to the application; 0 where none is. */
async function installed(client: Client): Promise<number> {
  const { rows } = await client.query<{ opened: boolean }>(
    `select exists (select from pg_policies where schemaname = 'graphile_worker' and tablename = '_private_jobs'
       and policyname = 'worker') as opened`,
  );
  if (!rows[0]?.opened) return 0;
  const { rows: done } = await client.query<{ last: number }>(
    "select coalesce(max(id), 0) as last from graphile_worker.migrations",
  );
  return done[0]?.last ?? 0;
}
