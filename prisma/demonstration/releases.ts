import { draftRelease, publishDueReleases } from "~/composition/release.server";
import { DAYS_TO_LOOK } from "~/features/releases/quarter";
import { addDays, type Day, startOfDay } from "~/platform/calendar/day";
import { clockAt } from "~/platform/clock";
import { releasedBefore } from "./small/quarters";

const RELEASES = 2;

/** The last two releases for research, drafted and published by the same steps as anybody's, on the days they were due. */
export async function publishPast(today: Day): Promise<void> {
  const quarters = releasedBefore(today).slice(0, RELEASES);
  for (const quarter of quarters.toReversed()) {
    const drafted = addDays(quarter, 1);
    await draftRelease(clockAt(startOfDay(drafted)));
    await publishDueReleases(clockAt(startOfDay(addDays(drafted, DAYS_TO_LOOK))));
  }
}
