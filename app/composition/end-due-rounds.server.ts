import type { Day } from "~/platform/calendar/day";
import { type Clock, todayBy } from "~/platform/clock";
import { getLog } from "~/platform/log.server";
import { closeDueCheckIns } from "./release-check-ins.server";

/** After a failure it is tried again with the first request this much later. */
const AGAIN_MS = 60_000;

/** The last day, in London, for which this process has seen to it that every round whose days are over has ended. */
let seenTo: Day | null = null;
let underWay: Promise<void> | null = null;
let notBefore = 0;

/**
 * Ends the rounds whose days are over before anything is read on a new day, in transactions of the release's own: no page
 * waits for a queue to be worked. Rounds end as a day begins in London, so once a day is enough; the job of the same name
 * may have done it, and twice is once. Where it fails, the request goes on, and its page says that the round has closed.
 */
export async function endRoundsInTime(clock: Clock): Promise<void> {
  if (seenTo === todayBy(clock) || performance.now() < notBefore) return;
  await endDueRounds(clock);
}

/** The same at once, whatever was seen to before; requests that ask meanwhile wait for the same. */
export async function endDueRounds(clock: Clock): Promise<void> {
  underWay ??= endAll(clock).finally(() => {
    underWay = null;
  });
  await underWay;
}

async function endAll(clock: Clock): Promise<void> {
  try {
    const today = todayBy(clock);
    await closeDueCheckIns(clock);
    seenTo = today;
  } catch {
    notBefore = performance.now() + AGAIN_MS;
    getLog().error("check-ins whose days are over could not be ended");
  }
}
