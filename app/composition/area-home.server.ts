import { findPeriodsNear } from "~/features/elections/elections.queries.server";
import type { AreaActor } from "~/features/identity/actor";
import { findTopActions } from "./actions.server";
import { findDesk } from "./desk.server";
import { findLeavers } from "./desk-handovers.server";
import { chooseRelationship, toHealthView, trendOf, trendSays } from "./health.server";
import { notFound, type Reading } from "./request.server";
import { findFacts, findStanding } from "./score-store.server";
import { findLatest } from "./timeline.server";

const DESK = 5;
const ACTIONS = 3;
const LATEST = 5;

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
  const [points, actions, desk, latest, periods] = await Promise.all([
    trendOf(relationshipId, standing, today, async () => facts),
    findTopActions(tx, actor, today, { relationshipId, standing, facts }, ACTIONS),
    findDesk(tx, actor, today, DESK),
    findLatest(tx, actor, today, LATEST),
    findPeriodsNear(tx, actor, today),
  ]);
  return {
    name,
    writes: actor.role !== "reader",
    desk,
    leavers: await findLeavers(tx, actor, today),
    actions: actions.map(({ id: action, title, because, gain }) => ({ id: action, title, because, gain })),
    latest,
    periods,
    health: { view: toHealthView(standing.figures, choice), trend: { points, sentence: trendSays(points) } },
  };
}
