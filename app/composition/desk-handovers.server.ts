import type { DeskItem } from "~/features/areas/desk";
import {
  findHandoversWaiting,
  findOpenHandovers,
  type HandoverWaiting,
} from "~/features/handovers/handovers.queries.server";
import type { AreaActor } from "~/features/identity/actor";
import { visibleTo } from "~/features/records/record.queries.server";
import { addDays, type Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { recordHref } from "./record-href";

const WANTS: Record<HandoverWaiting["wants"], string> = {
  prepare: "Somebody of your side leaves: write the handover note",
  name: "Somebody of your side leaves: say who follows",
  accept: "A handover is ready: accept it for who follows",
  meet: "Somebody new took over: meet them together",
  "say-met": "You have met who took over: say so, and the handover is complete",
  leaves: "Leaves on the other side: a handover is on its way",
  vacant: "An empty post on the other side: nobody follows yet",
};

/** Announced leavers and empty posts, told to both sides, with what they want of this actor's. */
export async function leaversAndEmptyPosts(tx: Tx, actor: AreaActor, today: Day): Promise<DeskItem[]> {
  const waiting = await findHandoversWaiting(tx, actor, today);
  return waiting.map(({ id, outgoing, incoming, on, pastItsDay, wants }) => ({
    id,
    title: incoming ? `${outgoing} to ${incoming}` : `${outgoing} leaves`,
    href: recordHref("handover", actor.areaSlug, id),
    on,
    pastItsDay,
    wants: WANTS[wants],
  }));
}

/** The posts of an area that change hands, for a notice both sides see, whatever else waits: who leaves first first. */
export async function findLeavers(tx: Tx, actor: AreaActor, today: Day) {
  const open = await findOpenHandovers(tx, visibleTo(actor), today);
  return open
    .map(({ id, outgoing, incoming, title, effectiveOn, vacant }) => ({
      ...{ id, outgoing, incoming, post: title, vacant },
      lastDay: addDays(effectiveOn, -1),
      href: recordHref("handover", actor.areaSlug, id),
    }))
    .reverse();
}
