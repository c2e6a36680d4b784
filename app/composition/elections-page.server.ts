import { href } from "react-router";
import { findAfterPoll } from "~/features/elections/after-poll.queries.server";
import type { ElectionView, SeatView } from "~/features/elections/election-views";
import { findElectionsOf } from "~/features/elections/elections.queries.server";
import { type AreaActor, mayWrite } from "~/features/identity/actor";
import { holidaySource } from "~/platform/calendar/known-holidays.server";
import type { Reading } from "./request.server";

/** An area's elections, what waits before and after each, and whether this reader keeps the list of their own council. */
export async function findElectionsPage(actor: AreaActor, { tx, today }: Reading) {
  const elections = await findElectionsOf(tx, actor, today);
  const writes = mayWrite(actor);
  const keeps = actor.side === "council" && writes ? actor.organisationId : null;
  const polls = await findAfterPoll(tx, actor, elections, today);
  return {
    elections: elections.map((one) => ({ ...one, canKeep: one.councilId === keeps })),
    near: elections.filter(isNear).toReversed(),
    canAdd: keeps !== null,
    holidays: holidaySource(),
    polls: polls.map(({ election, seats }) => ({
      election,
      seats: seats.map((seat) => ({
        ...seat,
        href: href("/areas/:area/people/:id", { area: actor.areaSlug, id: seat.personId }),
        handover: handoverOf(actor.areaSlug, seat, writes),
      })),
    })),
  };
}

function isNear({ nearness }: ElectionView): boolean {
  return nearness === "running" || nearness === "near";
}

function handoverOf(area: string, { after, handoverId, postId }: SeatView, writes: boolean) {
  if (handoverId !== null)
    return { href: href("/areas/:area/handovers/:id", { area, id: handoverId }), text: "See the handover" };
  if (after !== "left" || !writes) return null;
  return { href: `${href("/areas/:area/handovers/new", { area })}?post=${postId}`, text: "Say who follows" };
}
