import { draftRelease, publishDueReleases } from "~/composition/release.server";
import { defineDailyJob } from "~/platform/jobs.server";

/** Drafts the quarter that is over, and publishes what areas have had their days to look at. */
export const publishRelease = defineDailyJob({
  name: "publish-release",
  async run(clock) {
    await draftRelease(clock);
    await publishDueReleases(clock);
  },
});
