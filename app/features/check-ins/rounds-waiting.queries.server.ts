import { type Day, dateToDay, dayToDate } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";

/** A round that waits for one's own answers, and with which council it is. */
export type RoundWaiting = { id: string; council: string; closesOn: Day; hasDraft: boolean };

/** The rounds that take answers and in which the actor has a seat of their own and has not answered. */
export async function findRoundsWaiting(tx: Tx, actor: AreaActor, today: Day): Promise<RoundWaiting[]> {
  if (actor.closed) return [];
  const seats = await tx.checkInSeat.findMany({
    where: {
      userId: actor.userId,
      answered: false,
      checkIn: { areaId: actor.areaId, state: "open", closesOn: { gt: dayToDate(today) } },
    },
    orderBy: { id: "asc" },
    select: {
      answers: { where: { isDraft: true }, select: { isDraft: true } },
      checkIn: {
        select: {
          id: true,
          closesOn: true,
          relationship: { select: { council: { select: { shortName: true } } } },
        },
      },
    },
  });
  return seats.map(({ answers, checkIn }) => ({
    id: checkIn.id,
    council: checkIn.relationship.council.shortName,
    closesOn: dateToDay(checkIn.closesOn),
    hasDraft: answers.length > 0,
  }));
}
