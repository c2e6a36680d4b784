import { type Day, dayOf } from "./calendar/day";

/** Where time comes from. Handed in, so that tests and the seed can stand on any day. */
export type Clock = { now(): Date };

/** The clock of the running application. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still. */
export function clockAt(instant: Date | string): Clock {
  const at = new Date(instant);
  return { now: () => new Date(at) };
}

/** Today in London, by that clock. */
export function todayBy(clock: Clock): Day {
  return dayOf(clock.now());
}
