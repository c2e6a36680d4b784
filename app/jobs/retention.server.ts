import { applyRetention } from "~/composition/retention.server";
import { defineDailyJob } from "~/platform/jobs.server";

/** Lets go each day what may go by itself. */
export const retention = defineDailyJob({ name: "retention", run: applyRetention });
