/** The views of the list of proposals, in the order they are offered. */
export const PROPOSAL_VIEW_WORDS = {
  open: "Waiting for an answer",
  "to-answer": "Waiting on us",
  "on-them": "Waiting on the other side",
  accepted: "Accepted",
  declined: "Declined",
  all: "All",
} as const;
export type ProposalView = keyof typeof PROPOSAL_VIEW_WORDS;
