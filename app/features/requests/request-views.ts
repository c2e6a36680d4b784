/** The views of the list, in the order they are offered. */
export const VIEW_WORDS = {
  open: "Waiting for an answer",
  "to-answer": "Waiting on us",
  "on-them": "Waiting on the other side",
  "to-judge": "Answered: for us to say how straight it was",
  answered: "Answered",
  withdrawn: "Withdrawn",
  all: "All",
} as const;
export type RequestView = keyof typeof VIEW_WORDS;
