import { type Day, daysBetween } from "~/platform/calendar/day";

/** The first and last day of a study, both within it, and when somebody ended it. */
export type StudyDays = { readonly startsOn: Day; readonly endsOn: Day; readonly endedAt: Date | null };

export type StudyState = "to come" | "open" | "over";

/** Where a study is on a day. */
export function studyState({ startsOn, endsOn, endedAt }: StudyDays, on: Day): StudyState {
  if (endedAt !== null || endsOn < on) return "over";
  return on < startsOn ? "to come" : "open";
}

export const STUDY_STATE_WORDS: Readonly<Record<StudyState, string>> = {
  "to come": "Not begun",
  open: "Open",
  over: "Over",
};

/** Whether somebody is in a study, or will be; who was taken out before their first day was never in it. */
export function isMemberStill(
  { startsOn, endsOn }: { readonly startsOn: Day; readonly endsOn: Day | null },
  on: Day,
): boolean {
  return endsOn === null || (endsOn > on && endsOn > startsOn);
}

/** The longest a study lasts: its pseudonyms tell an area's releases to be of one area for as long. */
export const STUDY_MOST_YEARS = 5;
const DAYS_OF_MOST = 366 * STUDY_MOST_YEARS;

/** Which of a study's days cannot be, by field. */
export function wrongDays(startsOn: Day, endsOn: Day, today: Day): Record<string, string> {
  if (endsOn < startsOn) return { endsOn: "The last day must not be before the first" };
  if (endsOn < today) return { endsOn: "The last day must not be in the past" };
  if (daysBetween(startsOn, endsOn) > DAYS_OF_MOST)
    return { endsOn: `A study lasts ${STUDY_MOST_YEARS} years at most` };
  return {};
}
