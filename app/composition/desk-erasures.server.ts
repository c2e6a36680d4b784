import { href } from "react-router";
import type { DeskItem } from "~/features/areas/desk";
import type { AreaActor } from "~/features/identity/actor";
import { ANSWER_DAYS } from "~/features/rights/erasure";
import { findErasuresHere } from "~/features/rights/erasures-elsewhere.queries.server";
import { addDays, type Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";

/** Somebody to be erased whose words wait for the leads of the area, of either side: to answer, or to look through. */
export async function erasuresToLookAt(tx: Tx, actor: AreaActor, today: Day): Promise<DeskItem[]> {
  const here = await findErasuresHere(tx, actor);
  return here.map(({ id, personId, name, on, waits }) => ({
    id,
    title: name,
    href: href("/areas/:area/people/:id/data", { area: actor.areaSlug, id: personId }),
    on: waits ? addDays(on, ANSWER_DAYS) : on,
    pastItsDay: waits && addDays(on, ANSWER_DAYS) < today,
    wants: waits
      ? "Their details are to be erased elsewhere: say what becomes of this area’s words"
      : "Their details are to be erased: look through the words that name them",
  }));
}
