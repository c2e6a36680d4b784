import { clearFiles } from "~/composition/sweep-files.server";
import { defineJob } from "~/platform/jobs.server";

/** Lets files go that were taken away, and clears up after saves that did not come to their end. */
export const sweepFiles = defineJob({
  name: "sweep-files",
  run: (_, clock) => clearFiles(clock),
});
