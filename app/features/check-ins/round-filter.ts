import type { RoundState } from "./check-in";

/** What of the list of check-ins can be asked for, the whole list first. */
export const ROUND_VIEWS = {
  all: "All check-ins",
  open: "Open now",
  released: "Those both sides see",
  "too-few": "Those with too few answers",
  "called-off": "Those called off",
} as const;
export type RoundView = keyof typeof ROUND_VIEWS;

/** Whether a check-in is of the view that is asked for. */
export function isInView(view: RoundView, { state }: { state: RoundState }): boolean {
  return view === "all" || view === state.replace(" ", "-");
}
