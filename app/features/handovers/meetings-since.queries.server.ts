import { type Day, dateToDay, dayToDate } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { type AreaActor, otherSide, type Side } from "../identity/actor";
import { aboutRelationship, visibleTo } from "../records/record.queries.server";

type About = { ofSide: Side; incomingId: string | null; effectiveOn: Day; relationshipId: string | null };

/** The meetings held since a post changed hands to which who follows came, and somebody of the other side: oldest first. */
export async function findMeetingsSince(
  tx: Tx,
  actor: AreaActor,
  { ofSide, incomingId, effectiveOn, relationshipId }: About,
): Promise<{ id: string; title: string; on: Day }[]> {
  if (incomingId === null) return [];
  const came = (who: { personId: string } | { side: Side }) => ({
    attendances: { some: { ...who, attendance: "attended" as const } },
  });
  const rows = await tx.record.findMany({
    where: {
      AND: [
        visibleTo(actor),
        { kind: "meeting", level: "shared", occurredOn: { gte: dayToDate(effectiveOn) } },
        relationshipId ? aboutRelationship(actor, relationshipId) : {},
        {
          meeting: {
            AND: [{ status: "held" }, came({ personId: incomingId }), came({ side: otherSide(ofSide) })],
          },
        },
      ],
    },
    orderBy: [{ occurredOn: "asc" }, { id: "asc" }],
    select: { id: true, title: true, occurredOn: true },
    take: 20,
  });
  return rows.map(({ occurredOn, ...row }) => ({ ...row, on: dateToDay(occurredOn) }));
}
