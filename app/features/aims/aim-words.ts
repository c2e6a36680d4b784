import type { Stage } from "./aim";

/** A stage as a tag says it. */
export const STAGE_WORDS: Record<Stage, string> = {
  unseen: "Not acknowledged yet",
  acknowledged: "Acknowledged",
  believed: "Not answered yet",
  "not-quite": "Not quite",
  answered: "Answered",
};
