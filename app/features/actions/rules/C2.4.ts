import { addDays, type Day, daysBetween } from "~/platform/calendar/day";
import { missedFactId } from "../../handovers/handover.facts";
import { STILL_DAYS } from "../../handovers/handover-seen";
import type { Side } from "../../identity/actor";
import type { ActionRule, Sighting } from "../action";
import { counted, type Evidence, factOf, sentence, sideName } from "../evidence";
import { type Leaver, leavers } from "../leavers";

/** The handover of a post, complete today: in place of the one there is, or of one with nothing done. */
function madeComplete(evidence: Evidence, { id, side, leaves, handover }: Leaver, today: Day) {
  const factId = handover?.id ?? missedFactId(id);
  const known = factOf(evidence, factId, "handover");
  return {
    ...({ type: "handover", id: factId, side, notified: today, prepared: today, accepted: today } as const),
    ...Object.fromEntries(Object.entries(known ?? {}).filter(([, value]) => value != null)),
    effective: leaves,
    completed: today,
  };
}

function leaving(evidence: Evidence, today: Day, side: Side, found: readonly Leaver[]): Sighting | null {
  const [oldest] = found;
  if (!oldest) return null;
  const gone = found.filter(({ leaves }) => leaves <= today);
  const unsaid = found.find(({ leaves, handover }) => leaves > today && handover === null);
  const who = sideName(evidence, side);
  const posts = `${counted(found.length, "post")} that ${who} works through ${found.length === 1 ? "has" : "have"} no complete handover`;
  const when = gone[0]
    ? `${gone[0].name} left ${counted(daysBetween(gone[0].leaves, today), "day")} ago`
    : `${oldest.name} leaves in ${counted(daysBetween(today, oldest.leaves), "day")}`;
  return {
    because: `${sentence(posts)}: ${when}.`,
    recordIds: found.map(({ id, handover }) => handover?.id ?? id),
    since: oldest.leaves,
    daysOverdue: gone[0] && daysBetween(gone[0].leaves, today),
    dueInDays: gone.length === 0 ? daysBetween(today, oldest.leaves) : undefined,
    hypothetical: madeComplete(evidence, oldest, today),
    outranks: unsaid ? "leaver" : undefined,
  };
}

/** What this side took over and nothing has happened to for 60 days. */
function still(evidence: Evidence, today: Day, side: Side): Sighting | null {
  const found = evidence.handovers
    .filter((handover) => handover.side === side)
    .flatMap(({ items }) => items)
    .filter(({ stillSince }) => stillSince < addDays(today, -STILL_DAYS))
    .sort((a, b) =>
      a.stillSince < b.stillSince ? -1 : a.stillSince > b.stillSince ? 1 : a.id < b.id ? -1 : 1,
    );
  const [oldest] = found;
  if (!oldest) return null;
  const days = daysBetween(oldest.stillSince, today);
  const things = `${counted(found.length, "thing")} that ${sideName(evidence, side)} took over in a handover`;
  return {
    because: `${sentence(things)} ${found.length === 1 ? "has" : "have"} not moved, the oldest for ${days} days.`,
    recordIds: found.map(({ id }) => id),
    since: oldest.stillSince,
    daysOverdue: days - STILL_DAYS,
  };
}

function look(evidence: Evidence, today: Day, side: Side): Sighting | null {
  const left = leaving(evidence, today, side, leavers(evidence, today, side));
  const stood = still(evidence, today, side);
  if (!left || !stood) return left ?? stood;
  return {
    ...left,
    because: `${left.because} ${stood.because}`,
    recordIds: [...left.recordIds, ...stood.recordIds],
  };
}

/**
 * The post of a side's named lead or contact ended, or ends within 30 days, without a complete handover; or something
 * handed over has not moved in 60 days (guide, C2.4, both sides the same way).
 */
export const C2_4: ActionRule = {
  id: "C2.4",
  component: "trust",
  for: [
    { side: "council", roles: ["officer", "senior-manager"] },
    { side: "community", roles: ["chair", "vice-chair", "secretary"] },
  ],
  effort: 2,
  title: "Pass on what somebody who leaves knows, and say who follows",
  wording: "Name the next person, write the handover note, and move open promises and requests in one go.",
  closes: "The handover is complete: the other side has met who follows, and what was handed over moves on.",
  look,
};
