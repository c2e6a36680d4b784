/** What came of a review. Ids are for ever. */
export const REVIEW_OUTCOMES = ["kept", "to_change", "to_end"] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

export const OUTCOME_WORDS: Record<ReviewOutcome, string> = {
  kept: "It goes on as it is",
  to_change: "Some of it should change",
  to_end: "It should end",
};
