import { type Day, dayOf } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import type { AreaActor, Side } from "../identity/actor";
import { visibleTo } from "../records/record.queries.server";
import { stateOf } from "./handover";
import { handoverSelect, toHandover } from "./handover-rows.server";

/** A handover as recommended steps see it. */
export type HandoverSeen = {
  id: string;
  postId: string;
  side: Side;
  incomingId: string | null;
  complete: boolean;
  /** What moved and was not moved back: since when nothing has happened to it. */
  items: { id: string; stillSince: Day }[];
};

/** Events that are no move of a thing: being handed over, and being looked at. */
const NO_MOVE = /\.hand-over$|^records\.opened$/;

/** The handovers of a relationship that stand, with what moved. */
export async function findHandoversSeen(
  tx: Tx,
  actor: AreaActor,
  relationshipId: string,
): Promise<HandoverSeen[]> {
  const rows = await tx.record.findMany({
    where: {
      AND: [
        visibleTo(actor),
        { kind: "handover", level: "shared", OR: [{ relationshipId }, { relationshipId: null }] },
      ],
    },
    select: { id: true, side: true, handover: { select: handoverSelect } },
  });
  const items = await tx.handoverItem.findMany({
    where: { handoverId: { in: rows.map(({ id }) => id) }, undoneOn: null, item: visibleTo(actor) },
    select: { handoverId: true, itemId: true, movedAt: true },
  });
  const events = await tx.event.findMany({
    where: { subjectId: { in: items.map(({ itemId }) => itemId) } },
    orderBy: { at: "asc" },
    select: { subjectId: true, at: true, command: true },
  });
  const moved = new Map(
    events.filter(({ command }) => !NO_MOVE.test(command)).map(({ subjectId, at }) => [subjectId, at]),
  );
  const stillSince = (itemId: string, movedAt: Date) => {
    const last = moved.get(itemId);
    return dayOf(last && last > movedAt ? last : movedAt);
  };
  return rows.flatMap(({ id, side, handover: row }) => {
    if (row === null) return [];
    const state = stateOf(toHandover(row, { side }));
    if (state === "withdrawn") return [];
    return {
      id,
      postId: row.appointmentId,
      side: row.ofSide,
      incomingId: row.incomingId,
      complete: state === "complete",
      items: items
        .filter((item) => item.handoverId === id)
        .map(({ itemId, movedAt }) => ({ id: itemId, stillSince: stillSince(itemId, movedAt) })),
    };
  });
}
