import { z } from "zod";
import { addDays, type Day, toDay } from "~/platform/calendar/day";
import { dayField, optionalDayField } from "~/platform/form-days";
import { longText, optionalLongText, optionalShortText, shortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import { ROLE_IDS } from "../people/person";
import { parseClockTime } from "./clock-time";
import { DECISION_HOWS, VOTES_MAX } from "./decision";
import { ATTENDANCES, MEETING_HOWS, MEETING_TONES } from "./meeting";

/** Most rows of one kind (people, decisions, promises) at a meeting. */
export const ROWS_MAX = 60;
const LONGEST_MINUTES = 24 * 60;

/** A whole number that may be left empty: empty is null. */
function optionalWhole(max: number, error: string) {
  const number = z.int({ error }).min(0, { error }).max(max, { error });
  return z
    .preprocess((value) => {
      if (value === undefined || value === null || (typeof value === "string" && value.trim() === ""))
        return null;
      return typeof value === "string" ? Number(value) : value;
    }, number.nullable())
    .default(null);
}

const clockTime = z
  .preprocess(
    (value) => (typeof value === "string" && value.trim() !== "" ? (parseClockTime(value) ?? value) : null),
    z
      .string()
      .regex(/^\d{2}:\d{2}$/, { error: "Enter a time, such as 19:30" })
      .nullable(),
  )
  .default(null);

/** The capacity somebody came in. */
export const capacityField = z.enum(ROLE_IDS, { error: "Choose from the list" });

/** What a meeting has before it is held. */
export const planFields = {
  on: dayField("Enter the day"),
  how: z.enum(MEETING_HOWS, { error: "Choose how you meet" }),
  title: shortText("Say what it is about, in a few words"),
  startsAt: clockTime,
  place: optionalShortText(),
  purpose: optionalLongText(),
};

const votes = optionalWhole(VOTES_MAX, "Enter a number of votes");

const decisionRow = z
  .strictObject({
    text: optionalLongText(),
    how: z.enum(DECISION_HOWS).default("consensus"),
    residentsFor: votes,
    residentsAgainst: votes,
    councillorsFor: votes,
    councillorsAgainst: votes,
    othersFor: votes,
    othersAgainst: votes,
    abstained: optionalShortText(),
    key: z.boolean().default(false),
    jointWork: z.boolean().default(false),
  })
  .superRefine((row, context) => {
    const { text, how, ...rest } = row;
    const said = how === "vote" || Object.values(rest).some((value) => value !== null && value !== false);
    if (text === null && said) {
      context.addIssue({ code: "custom", path: ["text"], message: "Write what was decided" });
    }
  });

/** What a meeting has once it was held, its people apart. */
export const heldFields = {
  ...planFields,
  on: dayField("Enter the day you met"),
  how: z.enum(MEETING_HOWS, { error: "Choose how you met" }),
  title: shortText("Say what it was about, in a few words"),
  durationMinutes: optionalWhole(LONGEST_MINUTES, "Enter how many minutes it took, such as 90"),
  formal: z.boolean().default(false),
  tone: z.enum(MEETING_TONES).nullable().default(null),
  wentWell: optionalLongText(),
  wentBadly: optionalLongText(),
  decisions: z.array(decisionRow).max(ROWS_MAX).default([]),
  /** The projects that were talked of. */
  projects: z.array(idSchema).max(ROWS_MAX).default([]),
};

/** One person, known, in their capacity. */
export const attendeeFields = z.strictObject({
  personId: idSchema,
  side: z.enum(["council", "community"]),
  capacity: capacityField,
  attendance: z.enum(ATTENDANCES).default("attended"),
});

/** Where a new meeting belongs: the area from the address, the council where the area has several. */
export const placeFields = {
  area: z.string().min(1).max(100),
  council: z.string().max(100).optional(),
};

/** A row of "what was promised", as typed: with a side, or a person of one, and a day it becomes a promise. */
export const promiseRow = z
  .strictObject({
    text: optionalShortText(),
    by: z.enum(["ours", "theirs"], { error: "Choose who promises" }).nullable().default(null),
    /** Who of them: a person as the list shows them. */
    person: optionalShortText(),
    personId: z.string().max(40).optional(),
    due: optionalDayField(),
  })
  .superRefine(({ text, by, person, due }, context) => {
    if (text === null && (by !== null || person !== null || due !== null)) {
      context.addIssue({ code: "custom", path: ["text"], message: "Write what was promised" });
    }
  });

/** Minutes typed while logging: kept as a draft. */
export const minutesField = optionalLongText();
/** Minutes typed on their own page. */
export const minutesText = longText("Write the minutes");

// Before the first programme of the kind; a year typed wrongly is more likely than a meeting then.
const EARLIEST = toDay("2000-01-01");
const YEARS_AHEAD_DAYS = 366 * 5;

/** What is wrong with the day of a meeting that was held, or null. */
export function heldDayProblem(on: Day, today: Day): string | null {
  if (on < EARLIEST) return "Check the year";
  return on > today ? "This day is still to come. Plan the meeting instead" : null;
}

/** What is wrong with the day of a meeting still to come, or null. */
export function plannedDayProblem(on: Day, today: Day): string | null {
  if (on < today) return "This day has passed. Log the meeting instead";
  return on > addDays(today, YEARS_AHEAD_DAYS) ? "Check the year" : null;
}
