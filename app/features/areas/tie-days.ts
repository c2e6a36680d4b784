import type { Day } from "~/platform/calendar/day";

/** The days of a relationship: from when it is one (null: always), and which takes it over, on its end. */
export type TieDays = { id: string; startsOn: Day | null; endsOn: Day | null; takenOverById: string | null };

/** Whether a relationship was begun by a takeover of a later day: on this one there is nothing of it yet. */
export function isAhead({ id, startsOn }: TieDays, all: readonly TieDays[], on: Day): boolean {
  return startsOn !== null && startsOn > on && all.some(({ takenOverById }) => takenOverById === id);
}

/** Whether both sides stood in it on that day: not before its takeover began it, not once another had taken it over. */
export function isLiveOn(tie: TieDays, all: readonly TieDays[], on: Day): boolean {
  return !isTakenOver(tie, on) && !isAhead(tie, all, on);
}

/** The relationship that spoke for this one on that day: itself, or the last that had taken it over by then. */
export function holderOn(all: readonly TieDays[], id: string, on: Day): string {
  const seen = new Set<string>();
  let at = id;
  while (!seen.has(at)) {
    seen.add(at);
    const tie = all.find((one) => one.id === at);
    if (tie?.takenOverById && isTakenOver(tie, on)) at = tie.takenOverById;
  }
  return at;
}

function isTakenOver({ takenOverById, endsOn }: TieDays, on: Day): boolean {
  return takenOverById !== null && endsOn !== null && endsOn <= on;
}
