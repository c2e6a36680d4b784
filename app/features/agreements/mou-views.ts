/** The views of the list of agreements, in the order they are offered. */
export const MOU_VIEW_WORDS = {
  current: "In force and on the way",
  "in-force": "In force",
  "on-the-way": "On the way",
  over: "Over",
  all: "All",
} as const;
export type MouView = keyof typeof MOU_VIEW_WORDS;
