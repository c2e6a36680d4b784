import type { RouterContextProvider } from "react-router";
import { getAreaFrame } from "~/features/areas/areas.queries.server";
import type { Brief } from "~/features/handovers/brief";
import { findHandoverPlace } from "~/features/handovers/handover.queries.server";
import type { AreaActor } from "~/features/identity/actor";
import { findNaming } from "~/features/projects/plan-names.queries.server";
import { addDays } from "~/platform/calendar/day";
import { formatDay } from "~/ui/format-date";
import {
  agreementsOf,
  aimsOfEach,
  type BriefPlace,
  milestonesAhead,
  promisesBothWays,
  requestsWaiting,
  whoIsWho,
} from "./brief-register.server";
import { nextDates, sorePoints, whatWorked } from "./brief-story.server";
import { notFound, type Reading, readArea } from "./request.server";

/** The brief of a handover as this reader may have it; null where they see no such handover. */
export async function findBrief(actor: AreaActor, { tx, today }: Reading, id: string): Promise<Brief | null> {
  const handover = await findHandoverPlace(tx, actor, id);
  if (!handover) return null;
  const { relationshipId, outgoing, incoming, effectiveOn } = handover;
  const sides = (await findNaming(tx, actor.relationships))(relationshipId);
  const { name } = await getAreaFrame(tx, actor);
  const place: BriefPlace = { tx, actor, today, relationshipId, sides };
  const followed = incoming ? `${incoming} takes over` : "Nobody is named to take over yet";
  return {
    title: `Handover brief: ${handover.title}`,
    opening: [
      `${name}: ${sides.community} and ${sides.council}.`,
      `${outgoing}’s last day is ${formatDay(addDays(effectiveOn, -1))}. ${followed}.`,
      `Made on ${formatDay(today)} from the records. Each line leads to the record it comes from.`,
    ],
    note: handover.note,
    sections: [
      await nextDates(place),
      ...(await promisesBothWays(place)),
      await requestsWaiting(place),
      await milestonesAhead(place),
      await agreementsOf(place),
      ...(await whoIsWho(place)),
      ...(await aimsOfEach(place)),
      await whatWorked(place),
      await sorePoints(place),
    ],
  };
}

/** The same for a page: 404 where the reader sees no such handover. */
export function loadBrief(
  context: Readonly<RouterContextProvider>,
  area: string,
  id: string,
): Promise<Brief> {
  return readArea(
    context,
    area,
    async (actor, reading) => (await findBrief(actor, reading, id)) ?? notFound(),
  );
}
