import { href } from "react-router";
import type { DeskItem } from "~/features/areas/desk";
import { findRoundsWaiting } from "~/features/check-ins/rounds-waiting.queries.server";
import { type AreaActor, otherSide } from "~/features/identity/actor";
import { sideNames } from "~/features/records/side-names";
import { addDays, type Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";

/** Check-ins that are open and wait for this actor's own answers; what was answered, and by whom else, is told nowhere. */
export async function checkInsToAnswer(tx: Tx, actor: AreaActor, today: Day): Promise<DeskItem[]> {
  const waiting = await findRoundsWaiting(tx, actor, today);
  return waiting.map(({ id, council, closesOn, hasDraft }) => ({
    id,
    title: `Check-in: three minutes about ${sideNames(council)[otherSide(actor.side)]}`,
    href: href("/areas/:area/check-ins/:id/answer", { area: actor.areaSlug, id }),
    wants: hasDraft ? "You began to answer: go on until" : "Waiting for your own answers until",
    on: addDays(closesOn, -1),
    pastItsDay: false,
  }));
}
