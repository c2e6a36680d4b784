import { endDueStudies } from "~/composition/end-studies.server";
import { defineDailyJob } from "~/platform/jobs.server";

/** Ends the studies whose last day is over, with their rows and keys. */
export const endStudies = defineDailyJob({ name: "end-studies", run: endDueStudies });
