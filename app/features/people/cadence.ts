import { addDays, type Day, daysBetween } from "~/platform/calendar/day";

/** The last contact with somebody: a meeting of any kind, held with both sides, that they came to. */
export type LastContact = { on: Day; recordId: string };

/** When somebody should be talked to again, by the wish of one organisation. */
export type Cadence = {
  wantedDays: number;
  dueOn: Day;
  /** Whole days beyond the day wished for; 0 on it and before. */
  daysPast: number;
  /** That day has passed. */
  cold: boolean;
};

/** Counts from the last contact; where there was none, from the day of the wish. Null: nothing is wished for. */
export function cadenceOf(
  wish: { wantedDays: number | null; since: Day } | null,
  last: Day | null,
  today: Day,
): Cadence | null {
  if (!wish || wish.wantedDays === null) return null;
  const dueOn = addDays(last ?? wish.since, wish.wantedDays);
  const daysPast = Math.max(0, daysBetween(dueOn, today));
  return { wantedDays: wish.wantedDays, dueOn, daysPast, cold: daysPast > 0 };
}
