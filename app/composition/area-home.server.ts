import { findAreaLife } from "~/features/areas/area-life.queries.server";
import { lifecycleOn } from "~/features/areas/lifecycle";
import { findToldTakeovers } from "~/features/areas/takeover.queries.server";
import { findPeriodsNear } from "~/features/elections/elections.queries.server";
import type { AreaActor } from "~/features/identity/actor";
import { dayToDate } from "~/platform/calendar/day";
import { findTopActions } from "./actions.server";
import { findGlassTold } from "./break-glass.server";
import { findDesk } from "./desk.server";
import { findLeavers } from "./desk-handovers.server";
import { chooseRelationship, toHealthView, trendOf, trendSays } from "./health.server";
import { notFound, type Reading } from "./request.server";
import { findFacts, findStanding } from "./score-store.server";
import { findLatest } from "./timeline.server";

const DESK = 5;
const ACTIONS = 3;
const LATEST = 5;
/** How long the leads are reminded that the programme was let in. */
const GLASS_DAYS = 30;

/** Everything an area's own page shows, of one of its councils; without one where it has none yet. */
export async function findAreaHome(
  actor: AreaActor,
  { tx, today }: Reading,
  name: string,
  council: string | null,
) {
  const choice = await chooseRelationship(tx, actor, council);
  if (!choice) return council === null ? { name, health: null } : notFound();
  const relationshipId = choice.chosen.id;
  const standing = await findStanding(tx, relationshipId, today);
  const facts = await findFacts(tx, relationshipId);
  const points = await trendOf(relationshipId, standing, today, async () => facts);
  // One after the other: what a transaction is asked for at once, Prisma compiles together, and anew each time.
  const actions = await findTopActions(tx, actor, today, { relationshipId, standing, facts }, ACTIONS);
  const desk = await findDesk(tx, actor, today, DESK);
  const latest = await findLatest(tx, actor, today, LATEST);
  const periods = await findPeriodsNear(tx, actor, today);
  return {
    name,
    glass: await findGlassTold(tx, actor, new Date(dayToDate(today).getTime() - GLASS_DAYS * 86_400_000)),
    takeovers: await findToldTakeovers(tx, actor, today),
    closing: await findClosing(tx, actor, today),
    writes: actor.role !== "reader",
    desk,
    leavers: actor.closed ? [] : await findLeavers(tx, actor, today),
    actions: actions.cards.map(({ id: action, title, because, gain }) => ({
      id: action,
      title,
      because,
      gain,
    })),
    followed: actions.followed,
    latest,
    periods: actor.closed ? [] : periods,
    health: { view: toHealthView(standing.figures, choice), trend: { points, sentence: trendSays(points) } },
  };
}

/** Where the area is in its life; null while nothing is to be told of it. */
async function findClosing(tx: Reading["tx"], { areaSlug }: AreaActor, today: Reading["today"]) {
  const area = await findAreaLife(tx, { slug: areaSlug });
  if (!area || area.life.closingOn === null) return null;
  return { lifecycle: lifecycleOn(area.life, today), life: area.life };
}
