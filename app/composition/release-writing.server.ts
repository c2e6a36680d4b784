import { RELEASE_TABLES, type ReleaseRow, type ReleaseTable } from "~/features/releases/release-rows";
import { Prisma, type Tx } from "~/platform/db.server";

/** Rows sent in one statement: some 300 kB of JSON. */
const AT_ONCE = 1_000;

/** Adds rows of a release to the schema `research`. Nothing there is ever changed. */
export async function addRelease(
  tx: Tx,
  rows: Partial<Record<ReleaseTable, readonly ReleaseRow[]>>,
): Promise<void> {
  for (const table of RELEASE_TABLES) await addRows(tx, table, rows[table] ?? []);
}

async function addRows(tx: Tx, table: ReleaseTable, rows: readonly ReleaseRow[]): Promise<void> {
  const into = Prisma.raw(`research."${table}"`);
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const json = JSON.stringify(rows.slice(from, from + AT_ONCE));
    await tx.$executeRaw`
      INSERT INTO ${into} SELECT * FROM jsonb_populate_recordset(NULL::${into}, ${json}::jsonb)`;
  }
}
