/** The views of the list, in the order they are offered. */
export const HANDOVER_VIEWS = {
  open: "On their way",
  vacant: "Nobody follows yet",
  complete: "Complete",
  withdrawn: "They stay after all",
  all: "All",
} as const;
export type HandoverView = keyof typeof HANDOVER_VIEWS;
