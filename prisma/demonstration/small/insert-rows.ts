import type { Client } from "pg";
import { enterMaintenance, inStatement } from "~/platform/backup/tables";
import type { CastRow } from "./cast-rows";

/** Writes rows as the owner, in one statement: what they say of each other is looked at once all are there. */
export async function insertRows(owner: Client, rows: readonly CastRow[]): Promise<void> {
  const tables = new Map<string, unknown[]>();
  for (const { table, values } of rows) tables.set(table, [...(tables.get(table) ?? []), values]);
  const inserts = [...tables.keys()].map((table, index) => {
    const name = inStatement(owner, table);
    return `t${index} as (insert into ${name} select * from jsonb_populate_recordset(null::${name}, $${index + 1}::jsonb))`;
  });
  await owner.query("begin");
  try {
    await enterMaintenance(owner);
    await owner.query(
      `with ${inserts.join(", ")} select`,
      [...tables.values()].map((values) => JSON.stringify(values)),
    );
    await owner.query("commit");
  } catch (error) {
    await owner.query("rollback");
    throw error;
  }
}
