import { type Day, daysBetween } from "~/platform/calendar/day";
import { otherSide, type Side } from "../identity/actor";
import type { Sighting } from "./action";
import { entriesOf, isOpen, within } from "./entry-seen";
import { counted, type Evidence, factOf, HYPOTHETICAL, sideName, YEAR } from "./evidence";
import { named } from "./wording";

/** The last day on which a side noted a change of its own. */
export function lastGiven(evidence: Evidence, side: Side): Day | null {
  return (
    entriesOf(evidence, "adaptation")
      .filter(({ values }) => values.by === side)
      .at(-1)?.on ?? null
  );
}

/** A disagreement is open, and a side has changed nothing in a year; null: not so. The same for both sides. */
export function nothingGiven(evidence: Evidence, today: Day, side: Side): Sighting | null {
  const moved = entriesOf(evidence, "adaptation").filter(({ values }) => values.by === side);
  const open = entriesOf(evidence, "disagreement").filter(isOpen);
  const [oldest] = open;
  if (!oldest || within(moved, YEAR, today).length > 0) return null;
  // Working through what the other side opened is this side's duty (docs/method.md F6).
  const theirs = open.find(({ recordedBy }) => recordedBy !== side) ?? oldest;
  const fact = factOf(evidence, theirs.id, "disagreement") ?? {
    type: "disagreement" as const,
    id: HYPOTHETICAL,
    by: otherSide(side),
    opened: today,
  };
  const last = moved.filter(({ on }) => on <= today).at(-1);
  const since = last
    ? `the last time was ${daysBetween(last.on, today)} days ago`
    : "none is recorded before";
  return {
    because: `${counted(open.length, "disagreement")} ${open.length === 1 ? "is" : "are"} open: ${named(open)} (oldest ${counted(daysBetween(oldest.on, today), "day")}). In a year ${sideName(evidence, side)} has noted no change of its own; ${since}.`,
    recordIds: open.map(({ id }) => id),
    since: oldest.on,
    hypothetical: { ...fact, closed: today, outcome: "adapted" },
  };
}
