import type { Tx } from "~/platform/db.server";
import { type Holding, holdingRow } from "./holding.ts";

/** What each of these releases holds, table by table. */
export async function findHoldings(tx: Tx, releases: readonly string[]): Promise<Holding[]> {
  const ids = [...releases];
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT release_id AS release, held AS "table", status, count(*)::int AS lines FROM (
      SELECT release_id, 'figures' AS held, status FROM research.figure
      UNION ALL SELECT release_id, 'changes', status FROM research.change
      UNION ALL SELECT release_id, 'codes', 'shown' FROM research.code
      UNION ALL SELECT release_id, 'code-counts', status FROM research.code_count
      UNION ALL SELECT release_id, 'variants', status FROM research.variant
      UNION ALL SELECT release_id, 'agreement',
        CASE WHEN crossed IS NULL THEN 'areas' WHEN agreement IS NULL THEN 'none' ELSE 'shown' END FROM research.variant_says
    ) l WHERE release_id = ANY (${ids}) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
  return rows.map((row) => holdingRow.parse(row));
}
