import type { DeskItem } from "~/features/areas/desk";
import { findHandoversWaiting, type HandoverWaiting } from "~/features/handovers/handovers.queries.server";
import type { AreaActor } from "~/features/identity/actor";
import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { recordHref } from "./record-href";

const WANTS: Record<HandoverWaiting["wants"], string> = {
  prepare: "Somebody of your side leaves: write the handover note",
  name: "Somebody of your side leaves: say who follows",
  accept: "A handover is ready: accept it for who follows",
  meet: "Somebody new took over: meet them together",
  "say-met": "You have met who took over: say so, and the handover is complete",
  leaves: "Somebody the other side sent leaves: a handover is on its way",
  vacant: "Nobody follows yet in a post of the other side",
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
