import { addDays, type Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { type AreaActor, otherSide } from "../identity/actor";
import { baseSelect, toBase, visibleTo } from "../records/record.queries.server";
import { isBelief } from "./aim";
import { aimSelect, toAim } from "./aim-rows.server";

/** Days in which an aim wants to be acknowledged (docs/method.md 3, R1). */
const ACKNOWLEDGE_DAYS = 30;

/** Aims the other side wrote that wait for this actor's side: to acknowledge, or to confirm or correct. */
export async function findAimsWaiting(tx: Tx, actor: AreaActor, today: Day) {
  const theirs = otherSide(actor.side);
  const rows = await tx.record.findMany({
    where: {
      AND: [
        visibleTo(actor),
        { kind: "aim", side: theirs },
        {
          OR: [
            { aim: { ownerSide: theirs, acknowledgedOn: null } },
            { aim: { ownerSide: actor.side, answer: null } },
          ],
        },
      ],
    },
    orderBy: [{ occurredOn: "asc" }, { id: "asc" }],
    select: { ...baseSelect, aim: { select: aimSelect } },
    take: 200,
  });
  return rows.flatMap(({ aim: row, ...base }) => {
    if (row === null) return [];
    const record = toBase(base);
    const on = addDays(record.recordedOn, ACKNOWLEDGE_DAYS);
    const belief = isBelief(toAim(row, record));
    return { id: record.id, title: record.title, belief, on, pastItsDay: !belief && on < today };
  });
}
