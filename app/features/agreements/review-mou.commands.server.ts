import { z } from "zod";
import { addDays, type Day, dayToDate } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import { dayField, optionalDayField, resolveDay } from "~/platform/form-days";
import { longText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import type { Context } from "../records/recording.server";
import { checkTerms } from "./mou";
import { isAllowed } from "./mou.policy";
import { dayOrNull } from "./mou-rows.server";
import { mustBeAble, type Subject, stepTaken, subjectMou } from "./mou-subject.server";
import { REVIEW_OUTCOMES } from "./review";

const command = defineCommand<Actor>();
const named = (data: Record<string, unknown>) => `“${String(data.title)}”`;

/** Begins a review: both sides look at the agreement again. */
export const startReview = command({
  id: "agreements.start-review",
  input: z.strictObject({ id: idSchema }),
  subject: (context, { id }) => subjectMou(context, id),
  allow: (_, { actor }) => isAllowed(actor, "startReview"),
  async run(context, subject, { id }) {
    mustBeAble(context, "startReview", subject);
    await context.tx.mouReview.create({
      data: {
        id: context.newId(),
        mouId: id,
        dueOn: subject.row.reviewOn,
        startedOn: dayToDate(context.today),
        startedBySide: subject.actor.side,
      },
      select: { id: true },
    });
    return stepTaken(context, subject);
  },
  says: (data) => `began a review of ${named(data)}`,
});

/** The review that is under way. */
function openReviewOf({ row }: Subject) {
  const review = row.reviews.find(({ agreedOn }) => agreedOn === null);
  if (!review) throw new Problem({ "": "No review is under way." });
  return review;
}

/** One side says that the review is done, what came of it, and when the next is to be. */
export const finishReview = command({
  id: "agreements.finish-review",
  input: z.strictObject({
    id: idSchema,
    doneOn: dayField("Enter the day of the review"),
    outcome: z.enum(REVIEW_OUTCOMES, { error: "Choose what came of it" }),
    note: longText("Say in a few words what you found"),
    nextReviewOn: optionalDayField(),
  }),
  subject: (context, { id }) => subjectMou(context, id),
  allow: (_, { actor }) => isAllowed(actor, "finishReview"),
  async run(context, subject, { outcome, note, ...typed }) {
    mustBeAble(context, "finishReview", subject);
    const review = openReviewOf(subject);
    const doneOn = resolveDay(typed.doneOn, context.today);
    const next = typed.nextReviewOn && resolveDay(typed.nextReviewOn, context.today);
    checkDays(context, subject, doneOn, next);
    await context.tx.mouReview.update({
      where: { id: review.id },
      data: {
        doneOn: dayToDate(doneOn),
        doneBySide: subject.actor.side,
        outcome,
        note,
        nextReviewOn: next && dayToDate(next),
      },
      select: { id: true },
    });
    // The chair's has no second side here to agree.
    if (subject.mou.kind === "programme") await close(context, subject, review.id, next);
    return stepTaken(context, subject, { doneOn, outcome, note });
  },
  says: (data) => `said that the review of ${named(data)} is done`,
});

/** Longest a review can have taken place before it was entered, in days. */
const MOST_BACK = 2 * 366;

function checkDays({ today }: Context, { mou }: Subject, doneOn: Day, next: Day | null): void {
  if (doneOn > today) throw new Problem({ doneOn: "The review cannot be in the future" });
  if (doneOn < mou.startsOn || doneOn < addDays(today, -MOST_BACK))
    throw new Problem({ doneOn: "The review cannot be before the agreement began, or years ago" });
  if (next === null) return;
  if (next <= today) throw new Problem({ nextReviewOn: "The next review has to be after today" });
  const wrong = checkTerms({ ...mou, reviewOn: next }, today).reviewOn;
  if (wrong) throw new Problem({ nextReviewOn: wrong });
}

async function close({ tx, today }: Context, { record }: Subject, id: string, next: Day | null) {
  await tx.mouReview.update({
    where: { id },
    data: { agreedOn: dayToDate(today) },
    select: { id: true },
  });
  await tx.mou.update({
    where: { recordId: record.id },
    data: { reviewOn: next && dayToDate(next) },
    select: { recordId: true },
  });
}

/** The other side agrees that it is done: from now it counts, and the next day is set. */
export const agreeReview = command({
  id: "agreements.agree-review",
  input: z.strictObject({ id: idSchema }),
  subject: (context, { id }) => subjectMou(context, id),
  allow: (_, { actor }) => isAllowed(actor, "agreeReview"),
  async run(context, subject) {
    mustBeAble(context, "agreeReview", subject);
    const review = openReviewOf(subject);
    const next = dayOrNull(review.nextReviewOn);
    await close(context, subject, review.id, next);
    return stepTaken(context, subject);
  },
  says: (data) => `agreed that the review of ${named(data)} is done`,
});

/** The other side says that there is more to look at. */
export const reopenReview = command({
  id: "agreements.reopen-review",
  input: z.strictObject({ id: idSchema, reason: longText("Say what is still open") }),
  subject: (context, { id }) => subjectMou(context, id),
  allow: (_, { actor }) => isAllowed(actor, "reopenReview"),
  async run(context, subject, { reason }) {
    mustBeAble(context, "reopenReview", subject);
    await context.tx.mouReview.update({
      where: { id: openReviewOf(subject).id },
      data: { doneOn: null, doneBySide: null, outcome: null, note: null, nextReviewOn: null },
      select: { id: true },
    });
    return stepTaken(context, subject, { reason });
  },
  says: (data) => `said that the review of ${named(data)} is not done yet: ${String(data.reason)}`,
});
