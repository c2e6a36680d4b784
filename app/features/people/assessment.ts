import type { Day } from "~/platform/calendar/day";

/** How interested somebody is in the area, and how much they can move: 1 to 5. */
export const INTERESTS = ["Not at all", "A little", "Somewhat", "Much", "Very much"] as const;
export const INFLUENCES = ["None", "A little", "Some", "Much", "Very much"] as const;
export const SCALE_MAX = 5;

/** Where somebody stands on what the area wants. Ids are for ever. */
export const STANCES = {
  against: "Against it",
  doubtful: "Has doubts",
  undecided: "Undecided",
  for_it: "For it",
  champion: "Speaks up for it",
} as const;
export type Stance = keyof typeof STANCES;
export const STANCE_IDS = Object.keys(STANCES) as [Stance, ...Stance[]];

/** The longest wish to be in touch again, in days. */
export const LONGEST_WISH = 730;

/** What one organisation thinks of somebody, as of a day. */
export type AssessmentView = {
  id: string;
  on: Day;
  interest: number;
  influence: number;
  stance: Stance;
  ally: boolean;
  wantedDays: number | null;
  note: string | null;
};

/** What one organisation means to do next with somebody. */
export type PlanView = {
  next: string;
  dueOn: Day;
  /** Who of the organisation does it; null: nobody is named. */
  by: string | null;
  byPersonId: string | null;
};

/** "Much", for 4: a step of a scale in words. */
export function stepWords(scale: readonly string[], step: number): string {
  return scale[step - 1] ?? String(step);
}

/** The choices of a scale, for a form. */
export function stepChoices(scale: readonly string[]): { value: string; label: string }[] {
  return scale.map((label, index) => ({ value: String(index + 1), label }));
}
