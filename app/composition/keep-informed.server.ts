import type { Clock } from "~/platform/clock";
import { getLog } from "~/platform/log.server";
import { refreshBankHolidays } from "~/platform/outside/bank-holidays.server";

/** How often a process looks whether what it knows is a day old: most times that is one small query. */
const EVERY_MS = 60 * 60_000;

/**
 * Keeps this process informed of what is published outside, from now on: each process counts for itself, so this is a
 * clock of its own and no job of the queue, which runs in one of them. Never waited for. Gives what ends it.
 */
export function keepInformed(clock: Clock): () => void {
  const look = () => {
    refreshBankHolidays(clock).catch((error: unknown) => {
      getLog().warn(
        { name: error instanceof Error ? error.name : "unknown" },
        "could not look for news outside",
      );
    });
  };
  look();
  const timer = setInterval(look, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
