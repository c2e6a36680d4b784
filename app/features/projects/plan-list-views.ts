/** What the list of projects may be narrowed to. Ids are for ever: they stand in addresses people keep. */
export const PROJECT_VIEWS = {
  open: "Not finished",
  "held-up": "Held up",
  "no-lead": "Nobody leads",
  "no-endpoint": "No endpoint",
  "past-its-day": "Past their endpoint",
  waiting: "Waiting for our word",
  closed: "Finished or stopped",
  all: "All",
} as const;
export type ProjectView = keyof typeof PROJECT_VIEWS;

export const MILESTONE_VIEWS = {
  planned: "Planned",
  "past-its-day": "Past their day",
  ours: "For us to act on",
  theirs: "For the other side to act on",
  done: "Done",
  "to-acknowledge": "Done, not acknowledged",
  moved: "With a day that moved",
  dropped: "Given up or let go",
  all: "All",
} as const;
export type MilestoneView = keyof typeof MILESTONE_VIEWS;
