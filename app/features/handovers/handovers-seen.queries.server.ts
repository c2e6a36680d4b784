import { type Day, dayOf } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import { aboutRelationship, visibleTo } from "../records/record.queries.server";
import { stateOf } from "./handover";
import { handoverSelect, toHandover } from "./handover-rows.server";
import type { HandoverSeen } from "./handover-seen";

/** Events that are no move of a thing: being handed over, and being looked at. */
const NO_MOVE = /\.hand-over$|^records\.opened$/;

/** The handovers of a relationship that stand, with what moved. */
export async function findHandoversSeen(
  tx: Tx,
  actor: AreaActor,
  relationshipId: string,
): Promise<HandoverSeen[]> {
  const about = aboutRelationship(actor, relationshipId);
  const rows = await tx.record.findMany({
    where: { AND: [visibleTo(actor), { kind: "handover", level: "shared" }, about] },
    select: { id: true, side: true, handover: { select: handoverSelect } },
  });
  const items = await findStanding(
    tx,
    actor,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(({ id, side, handover: row }) => {
    const state = row && stateOf(toHandover(row, { side }));
    if (row === null || state === "withdrawn") return [];
    const { appointmentId: postId, ofSide, incomingId } = row;
    const complete = state === "complete";
    return { id, postId, side: ofSide, incomingId, complete, items: items.get(id) ?? [] };
  });
}

type Standing = { id: string; stillSince: Day };

/** What moved with each handover and was not moved back. */
async function findStanding(tx: Tx, actor: AreaActor, ids: string[]): Promise<Map<string, Standing[]>> {
  if (ids.length === 0) return new Map();
  const items = await tx.handoverItem.findMany({
    where: { handoverId: { in: ids }, undoneOn: null, item: visibleTo(actor) },
    select: { handoverId: true, itemId: true, movedAt: true },
  });
  if (items.length === 0) return new Map();
  const events = await tx.event.findMany({
    where: { subjectId: { in: items.map(({ itemId }) => itemId) } },
    orderBy: { at: "asc" },
    select: { subjectId: true, at: true, command: true },
  });
  const moves = new Map(
    events.filter(({ command }) => !NO_MOVE.test(command)).map(({ subjectId, at }) => [subjectId, at]),
  );
  const standing = new Map<string, Standing[]>();
  for (const { handoverId, itemId, movedAt } of items) {
    const last = moves.get(itemId);
    const stillSince = dayOf(last && last > movedAt ? last : movedAt);
    standing.set(handoverId, [...(standing.get(handoverId) ?? []), { id: itemId, stillSince }]);
  }
  return standing;
}
