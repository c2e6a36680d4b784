import type { Clock } from "~/platform/clock";

/** The evening on which tests happen unless they say otherwise: 1 October 2026, nine o'clock in London. */
export const testInstant = "2026-10-01T20:00:00.000Z";

/** A clock that stands still until the test moves it. */
export type TestClock = Clock & {
  /** Puts the clock at an instant, forwards or backwards. */
  set(instant: string): void;
  /** Moves it on by whole days of 24 hours. */
  passDays(days: number): void;
};

const dayInMs = 86_400_000;

/** A clock for one test, at `testInstant` unless told otherwise. */
export function stoppedClock(instant: string = testInstant): TestClock {
  let now = Date.parse(instant);
  return {
    now: () => new Date(now),
    set(next) {
      now = Date.parse(next);
    },
    passDays(days) {
      now += days * dayInMs;
    },
  };
}
