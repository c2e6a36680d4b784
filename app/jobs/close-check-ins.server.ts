import { closeDueCheckIns } from "~/composition/release-check-ins.server";
import { defineDailyJob } from "~/platform/jobs.server";

/** Ends the check-ins whose days are over, at the end of their last day in London. */
export const closeCheckIns = defineDailyJob({ name: "close-check-ins", run: closeDueCheckIns });
