import type { Clock } from "~/platform/clock";
import { getLog } from "~/platform/log.server";
import { learnKeptHolidays, refreshBankHolidays } from "~/platform/outside/bank-holidays.server";

/** How often a process looks whether what is kept is a day old: most times that is one small query. */
const ASK_MS = 60 * 60_000;
/** How often it reads what another process may have been told meanwhile. */
const READ_MS = 60_000;

/**
 * Keeps this process informed of what is published outside, from now on: each process counts for itself, so these are
 * clocks of its own and no job of the queue, which runs in one of them. Never waited for. Gives what ends it.
 */
export function keepInformed(clock: Clock): () => void {
  const quietly = (look: typeof learnKeptHolidays) => () =>
    look(clock).catch((error: unknown) => {
      const name = error instanceof Error ? error.name : "unknown";
      getLog().warn({ name }, "could not look for news outside");
    });
  const read = quietly(learnKeptHolidays);
  const ask = quietly(refreshBankHolidays);
  // What is kept first: the service outside may take its time.
  read().then(ask);
  const timers = [setInterval(read, READ_MS), setInterval(ask, ASK_MS)];
  for (const timer of timers) timer.unref();
  return () => timers.forEach(clearInterval);
}
