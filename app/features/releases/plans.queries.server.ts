import { type Day, dateToDay, dayOf } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";

/** A quarter that is drafted or done with. */
export type DraftedRelease = {
  id: string;
  asOf: Day;
  draftedOn: Day;
  publishesOn: Day;
  publishedAt: Date | null;
};

/** Every quarter that was ever drafted, the newest first. */
export async function findPlans(tx: Tx): Promise<DraftedRelease[]> {
  const rows = await tx.releasePlan.findMany({ orderBy: { id: "desc" } });
  return rows.map(({ id, asOf, knownAt, publishesOn, publishedAt }) => ({
    id,
    asOf: dateToDay(asOf),
    draftedOn: dayOf(knownAt),
    publishesOn: dateToDay(publishesOn),
    publishedAt,
  }));
}
