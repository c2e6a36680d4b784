/** The views of the list, in the order they are offered. */
export const VIEW_WORDS = {
  all: "All",
  "to-answer": "Waiting on us",
  "on-them": "Waiting on the other side",
  answered: "Answered",
} as const;
export type EvidenceView = keyof typeof VIEW_WORDS;
