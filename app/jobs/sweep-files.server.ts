import { clearFiles } from "~/composition/sweep-files.server";
import { todayBy } from "~/platform/clock";
import { inTransaction } from "~/platform/db.server";
import { defineJob, enqueue } from "~/platform/jobs.server";

const HOUR_MS = 3_600_000;

/** Lets files go that were taken away, and clears up after saves that did not come to their end. */
export const sweepFiles = defineJob({
  name: "sweep-files",
  async run(_, clock) {
    if (await clearFiles(clock)) return;
    const runAt = new Date(clock.now().getTime() + HOUR_MS);
    await inTransaction("job:sweep-files", todayBy(clock), (tx) =>
      enqueue(tx, "sweep-files", {}, { key: "sweep-files", runAt }),
    );
  },
});
