import { z } from "zod";
import { type Day, isDay } from "~/platform/calendar/day";
import { roleLabel } from "../people/person";
import { CHECKS, type Check, type CheckState, seatsOn } from "./check";
import { checkPartnership } from "./check-partnership";
import type { Mending, PartnershipFacts } from "./line";
import type { Programme } from "./programme";
import { reviewDays } from "./review-checks";

const day = z.custom<Day>((value) => typeof value === "string" && isDay(value));
const states = ["passes", "fails", "unknown"] as const satisfies readonly CheckState[];

/** A yearly review as it reads: who the members are, the questions answered, and what is done about what fails. */
export const reviewSchema = z.strictObject({
  year: z.number().int(),
  programme: z.string(),
  /** The day it describes. */
  asOf: day,
  members: z.array(
    z.strictObject({
      name: z.string(),
      role: z.string(),
      livesHere: z.boolean().nullable(),
      voting: z.boolean(),
      formSignedOn: day.nullable(),
    }),
  ),
  answers: z.array(z.strictObject({ id: z.string(), asks: z.string(), text: z.string().nullable() })),
  checks: z.array(
    z.strictObject({
      title: z.string(),
      state: z.enum(states),
      says: z.string(),
      plan: z.strictObject({ doing: z.string(), who: z.string().nullable(), byOn: day }).nullable(),
    }),
  ),
});
export type Review = z.output<typeof reviewSchema>;

export type Answers = Readonly<Record<string, string>>;

type Sources = { facts: PartnershipFacts; mendings: readonly Mending[]; answers: Answers };

/** The review of a year, filled in from the records as of today, or as of its last day where that has passed. */
export function fillReview(
  year: number,
  { facts, mendings, answers }: Sources,
  programme: Programme,
  today: Day,
): Review {
  const { to } = reviewDays(programme, year);
  const asOf = today < to ? today : to;
  // The review cannot wait for itself.
  const checks = checkPartnership(facts, programme, asOf).filter(({ id }) => id !== "review");
  return {
    year,
    programme: programme.name,
    asOf,
    members: seatsOn({ facts, programme, today: asOf }).map((one) => ({
      name: one.name,
      role: roleLabel(one.role),
      livesHere: one.livesHere,
      voting: one.voting,
      formSignedOn: one.formSignedOn,
    })),
    answers: programme.review.questions.map(({ id, asks }) => ({ id, asks, text: answers[id] ?? null })),
    checks: checks.map((check) => ({
      title: CHECKS[check.id],
      state: check.state,
      says: check.says,
      plan: planFor(check, mendings),
    })),
  };
}

/** What is being done about a check that is not in order: the newest word on it. */
export function planFor({ id, state }: Check, mendings: readonly Mending[]) {
  const found = state === "passes" ? undefined : mendings.find(({ checkId }) => checkId === id);
  return found ? { doing: found.doing, who: found.who, byOn: found.byOn } : null;
}

/** What keeps a review from being handed in, beside the field it is about. */
export function reviewProblems({ answers, checks }: Review): Record<string, string> {
  const open = answers.flatMap(({ text }, at) =>
    text === null ? [[`answers[${at}].text`, "Answer this question"]] : [],
  );
  const unplanned = checks.filter(({ state, plan }) => state === "fails" && plan === null);
  const words = unplanned.map(({ title }) => title).join("; ");
  return {
    ...Object.fromEntries(open),
    ...(words ? { "": `Say first what you are doing, and by when, about: ${words}` } : {}),
  };
}
