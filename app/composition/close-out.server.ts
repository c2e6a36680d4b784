import { findAreaLife } from "~/features/areas/area-life.queries.server";
import { closeTasks } from "~/features/areas/close-out";
import { findCloseCounts } from "~/features/areas/close-out.queries.server";
import { lifecycleOn, stepsFrom } from "~/features/areas/lifecycle";
import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";

type Whose = {
  where: { id: string } | { slug: string };
  relationshipIds: readonly string[];
  showsReview: boolean;
};

/** An area's life, what may come next, and what is still to settle; null: to whoever asks there is no such area. */
export async function findCloseOut(tx: Tx, { where, relationshipIds, showsReview }: Whose, today: Day) {
  const area = await findAreaLife(tx, where);
  if (!area) return null;
  const { id, slug, name, life, stewardId } = area;
  const steward = stewardId
    ? await tx.organisation.findUnique({ where: { id: stewardId }, select: { name: true } })
    : null;
  const counts = await findCloseCounts(tx, id, relationshipIds, today);
  return {
    ...{ id, slug, name, life, stewardId },
    steward: steward?.name ?? null,
    lifecycle: lifecycleOn(life, today),
    steps: stepsFrom(life, today),
    tasks: closeTasks(counts, showsReview),
  };
}
