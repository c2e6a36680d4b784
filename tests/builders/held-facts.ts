import type { Place } from "./place";
import { readAs } from "./reading";

/** What the score holds of a source now. */
export function heldFacts({ area, community, clock }: Place, sourceId: string): Promise<unknown[]> {
  return readAs(community.lead, area.slug, clock, async (tx) => {
    const where = { sourceId, knownUntil: null };
    const rows = await tx.scoringFact.findMany({ where, select: { body: true } });
    return rows.map(({ body }) => body);
  });
}
