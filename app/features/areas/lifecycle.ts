import type { Day } from "~/platform/calendar/day";

/** Where an area is in its life. What it is today is worked out from its days, never stored. */
export const LIFECYCLES = ["active", "closing", "closed", "legacy"] as const;
export type Lifecycle = (typeof LIFECYCLES)[number];

/** The days of an area's life, each the first day of what it says. */
export type LifeDays = {
  /** Somebody said that it is to close. */
  closingOn: Day | null;
  /** The day they want it closed from. */
  closesOn: Day | null;
  /** The day from which it is closed, as a programme admin confirmed. */
  closedOn: Day | null;
  legacyOn: Day | null;
};

export const LIFECYCLE_WORDS: Record<Lifecycle, string> = {
  active: "Active",
  closing: "Closing",
  closed: "Closed",
  legacy: "Kept as a legacy",
};

/** Where an area is on a day (half-open: on its day, not the day after). */
export function lifecycleOn(days: LifeDays, on: Day): Lifecycle {
  const has = (day: Day | null) => day !== null && day <= on;
  if (has(days.closedOn)) return has(days.legacyOn) ? "legacy" : "closed";
  return has(days.closingOn) ? "closing" : "active";
}

/** Why nothing can be written in an area that is closed. */
export const CLOSED_WORDS =
  "This area is closed. Everything stays here to read and to print, and nothing new can be added.";

export type CloseStep = "begin" | "stop" | "confirm" | "make-legacy" | "reopen";

/** Which steps may follow where an area stands; `confirmed`: a day on which it closes is set. */
const NEXT: Record<Lifecycle, (confirmed: boolean) => readonly CloseStep[]> = {
  active: () => ["begin"],
  closing: (confirmed) => (confirmed ? ["reopen"] : ["stop", "confirm"]),
  closed: () => ["make-legacy", "reopen"],
  legacy: () => ["reopen"],
};

/** The steps that may follow on a day. */
export function stepsFrom(days: LifeDays, on: Day): readonly CloseStep[] {
  return NEXT[lifecycleOn(days, on)](days.closedOn !== null);
}

/** True, or why that step cannot be taken now. */
export function mayStep(step: CloseStep, days: LifeDays, on: Day): true | string {
  return stepsFrom(days, on).includes(step) || REFUSED[step];
}

const REFUSED: Record<CloseStep, string> = {
  begin: "This area is closing or closed already.",
  stop: "This area is not closing, or the day is confirmed already: a programme admin can reopen it.",
  confirm: "Somebody has to say first that this area is to close.",
  "make-legacy": "Only a closed area becomes a legacy.",
  reopen: "This area is open.",
};
