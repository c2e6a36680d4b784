import { addDays, startOfDay } from "~/platform/calendar/day";
import { clockAt, systemClock, todayBy } from "~/platform/clock";
import { buildPlaces } from "./demonstration/places";

/** Days before the day of loading on which the demonstration's history begins: 26 months. */
const HISTORY_DAYS = 792;

/** Loads the demonstration into an empty database. Its dates are offsets from the day it is loaded. */
export async function seedIfEmpty({ log }: { log: (message: string) => void }): Promise<void> {
  const today = todayBy(systemClock);
  const first = clockAt(startOfDay(addDays(today, -HISTORY_DAYS)));
  await buildPlaces(first);
  log("Loaded the demonstration place: Millbrook Rise and Harbour End.");
}
