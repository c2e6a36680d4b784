import { applyRetention } from "~/composition/retention.server";
import { addDays, startOfDay } from "~/platform/calendar/day";
import { todayBy } from "~/platform/clock";
import { inTransaction } from "~/platform/db.server";
import { defineJob, enqueue } from "~/platform/jobs.server";

/** Lets go each day what may go by itself, and looks again the next day. */
export const retention = defineJob({
  name: "retention",
  async run(_, clock) {
    await applyRetention(clock);
    const today = todayBy(clock);
    const runAt = startOfDay(addDays(today, 1));
    await inTransaction("job:retention", today, (tx) =>
      enqueue(tx, "retention", {}, { key: "retention", runAt }),
    );
  },
});
