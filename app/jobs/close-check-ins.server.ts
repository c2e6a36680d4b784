import { closeDueCheckIns } from "~/composition/release-check-ins.server";
import { addDays, startOfDay } from "~/platform/calendar/day";
import { todayBy } from "~/platform/clock";
import { inTransaction } from "~/platform/db.server";
import { defineJob, enqueue } from "~/platform/jobs.server";

/** Ends the check-ins whose days are over, at the end of their last day in London, and looks again the next day. */
export const closeCheckIns = defineJob({
  name: "close-check-ins",
  async run(_, clock) {
    await closeDueCheckIns(clock);
    const today = todayBy(clock);
    const runAt = startOfDay(addDays(today, 1));
    await inTransaction("job:close-check-ins", today, (tx) =>
      enqueue(tx, "close-check-ins", {}, { key: "close-check-ins", runAt }),
    );
  },
});
