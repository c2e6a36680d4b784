import { addDays, startOfDay } from "~/platform/calendar/day";
import { clockAt, systemClock, todayBy } from "~/platform/clock";
import { harbourHistory } from "./demonstration/harbour";
import { millbrookHistory } from "./demonstration/millbrook";
import { buildPlaces } from "./demonstration/places";
import { tell } from "./demonstration/teller";

/** Days before the day of loading on which the demonstration's history begins: 26 months. */
const HISTORY_DAYS = 792;

/** Loads the demonstration into an empty database. Its dates are offsets from the day it is loaded. */
export async function seedIfEmpty({ log }: { log: (message: string) => void }): Promise<void> {
  const today = todayBy(systemClock);
  const places = await buildPlaces(clockAt(startOfDay(addDays(today, -HISTORY_DAYS))));
  await tell(today, [...millbrookHistory(today, places), ...harbourHistory(today, places)]);
  log("Loaded the demonstration place: Millbrook Rise and Harbour End.");
}
