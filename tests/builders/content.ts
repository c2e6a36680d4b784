import type { Client } from "pg";

/** Tables that tell what happened rather than how things are, or belong to signing in. */
const LOGS = new Set(
  "event page_change idempotency_key merging merging_step session account verification rate_limit second_factor recovery_code passkey _prisma_migrations".split(
    " ",
  ),
);

/** Columns that count writes, or say when one was. */
const COUNTERS = ["revision", "updated_at", "known_from", "known_until"];

/**
 * Everything the database holds, as text by table: two that are equal hold the same. Of the score's facts those held now,
 * without when they came to be. The client is one past row security (`asMaintenance`).
 */
export async function contentOf(client: Client): Promise<Record<string, string[]>> {
  const { rows } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
  );
  const content: Record<string, string[]> = {};
  for (const { name } of rows) {
    if (LOGS.has(name)) continue;
    const without = name === "scoring_fact" ? [...COUNTERS, "id"] : COUNTERS;
    const found = await client.query<{ row: string }>(
      `select (to_jsonb(t) - $1::text[])::text as row from "${name}" t
       ${name === "scoring_fact" ? "where known_until is null" : ""} order by 1`,
      [without],
    );
    content[name] = found.rows.map(({ row }) => row);
  }
  return content;
}
