import { DAYS_TO_LOOK, quarterBefore } from "~/features/releases/quarter";
import { addDays, type Day } from "~/platform/calendar/day";

const QUARTERS = 8;

/** The last days of the quarters that ended before a day, newest first. */
export function quartersBefore(day: Day): Day[] {
  const found: Day[] = [];
  for (let from = day; found.length < QUARTERS; ) {
    const { lastDay } = quarterBefore(from);
    found.push(lastDay);
    from = lastDay;
  }
  return found;
}

/** Those of them whose release is out by that day, newest first. */
export function releasedBefore(day: Day): Day[] {
  return quartersBefore(day).filter((quarter) => addDays(quarter, 1 + DAYS_TO_LOOK) <= day);
}
