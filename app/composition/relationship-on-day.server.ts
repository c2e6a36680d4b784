import {
  type DatedRelationship,
  getRelationshipsOn,
  type RelationshipView,
} from "~/features/areas/areas.queries.server";
import { holderOn, isAhead, isLiveOn } from "~/features/areas/tie-days";
import type { AreaActor } from "~/features/identity/actor";
import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";

/** A council whose relationship the chosen one takes over, or has, and the day. */
export type Joined = { council: string; slug: string; on: Day };

/**
 * The relationship that figures of a day are about, as things stood on it: before a takeover the councils of then, each with its own.
 * Null: none of theirs. `isAhead`: the one named was begun by a takeover after that day. `joined`: all it has taken over by today.
 */
export async function chooseRelationshipOn(tx: Tx, actor: AreaActor, council: string | null, on: Day) {
  const all = await getRelationshipsOn(tx, actor, on);
  const days = all.map((one) => one.days);
  const live = all.filter((one) => isLiveOn(one.days, days, on));
  const named = all.find((one) => one.slug === council);
  const asked = named && holderOn(days, named.id, on);
  const chosen = council === null ? live[0] : all.find(({ id }) => id === asked);
  if (!chosen) return null;
  const joined = all.flatMap(({ council: name, slug, days: { endsOn, takenOverById } }): Joined[] =>
    takenOverById === chosen.id && endsOn !== null ? [{ council: name, slug, on: endsOn }] : [],
  );
  return {
    chosen: withoutDays(chosen),
    others: live.filter((one) => one !== chosen).map(withoutDays),
    startsOn: chosen.days.startsOn,
    isAhead: isAhead(chosen.days, days, on),
    joined,
  };
}

function withoutDays({ days: _, ...view }: DatedRelationship): RelationshipView {
  return view;
}
