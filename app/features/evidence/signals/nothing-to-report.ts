import { emitter } from "../../scoring/signals.ts";

/** "Nothing to report" shows only that somebody looked (docs/method.md 3.1): its day counts, it is not contact. */
export const nothingToReportSignals = emitter("nothing-to-report", () => []);
