import { addDays, type Day } from "~/platform/calendar/day";
import type { ElectionKind } from "./election";

/** How long after a poll its page asks what became of the councillors. */
export const ASKED_FOR_DAYS = 183;

/** A seat given up so long before a poll was up at it; whoever lost it has left so long after, at the latest. */
const BEFORE_DAYS = 7;
const AFTER_DAYS = 60;

/** A councillor's post around a poll, half-open. */
export type Seat = { startsOn: Day | null; endsOn: Day | null; checkedOn: Day | null };

/** What the poll did to a seat: its holder left, it was up and nothing was said since, or they were seen in post since. */
export type SeatAfter = "left" | "up" | "stays";

/** Whether an election's page still asks what followed from it. */
export function isAskedFor(pollOn: Day, today: Day): boolean {
  return pollOn <= today && today <= addDays(pollOn, ASKED_FOR_DAYS);
}

/** What a poll came to for a seat; null: it had nothing to do with it. */
export function seatAfter(
  seat: Seat,
  { kind, pollOn }: { kind: ElectionKind; pollOn: Day },
): SeatAfter | null {
  const { startsOn, endsOn, checkedOn } = seat;
  if (startsOn !== null && startsOn >= pollOn) return null;
  if (endsOn !== null && endsOn < seatsFrom(pollOn)) return null;
  if (endsOn !== null && endsOn <= addDays(pollOn, AFTER_DAYS)) return "left";
  if (kind !== "local") return null;
  return checkedOn !== null && checkedOn >= pollOn ? "stays" : "up";
}

/** The first day on which a post that ended is counted to the poll. */
export function seatsFrom(pollOn: Day): Day {
  return addDays(pollOn, -BEFORE_DAYS);
}
