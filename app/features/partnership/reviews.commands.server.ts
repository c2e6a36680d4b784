import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import { optionalLongText, SHORT_TEXT_MAX, shortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import { toJson } from "~/platform/json-column.server";
import type { Actor, AreaActor } from "../identity/actor";
import type { Context } from "../records/recording.server";
import { findFacts, findMendings } from "./lines.queries.server";
import { lineOf, mustHaveChanged, ownEvent, ownStand } from "./own.server";
import { canKeep } from "./partnership.policy";
import { programme } from "./programmes";
import { fillReview, reviewProblems } from "./review";
import { reviewDays } from "./review-checks";
import { findReview, findReviews, type ReviewRow } from "./reviews.queries.server";

const command = defineCommand<Actor>();
const FIRST_YEAR = 2012;
const HANDED_IN = "It was handed in, and stays as it was.";

const questionIds = programme.review.questions.map(({ id }) => id) as [string, ...string[]];
const written = {
  area: z.string(),
  id: idSchema,
  revision: z.int32(),
  answers: z
    .array(z.strictObject({ id: z.enum(questionIds), text: optionalLongText() }))
    .max(questionIds.length)
    .default([]),
};
type Written = z.output<z.ZodObject<typeof written>>;

async function subject(context: Context, { area, id }: { area: string; id: string }) {
  const actor = ownStand(context, area);
  const review = actor && (await findReview(context.tx, actor, id));
  return actor && review && { actor, review };
}

const answersOf = ({ answers }: Written) =>
  Object.fromEntries(answers.flatMap(({ id, text }) => (text === null ? [] : [[id, text]])));

const NOT_OPEN = "The review of that year is not open yet";
/** Far from now, and a year whose days can still be written. */
const LAST_YEAR = 9_000;
const reviewYear = z.coerce.number({ error: "Choose a year" }).int().max(LAST_YEAR, { error: NOT_OPEN });

/** Begins the review of a year; where it was begun already, goes on with that one. */
export const startReview = command({
  id: "partnership.start-review",
  input: z.strictObject({ area: z.string(), year: reviewYear }),
  subject: async (context, { area }) => ownStand(context, area),
  allow: (_, actor) => canKeep(actor),
  async run(context, actor, { year }) {
    if (year < FIRST_YEAR || reviewDays(programme, year).from > context.today)
      throw new Problem({ year: NOT_OPEN });
    const begun = (await findReviews(context.tx, actor)).find((one) => one.year === year);
    const line = lineOf(context, actor);
    if (!begun) await context.tx.partnershipReview.createMany({ data: [{ ...line, year, answers: {} }] });
    const id = begun?.id ?? line.id;
    return { result: { id }, event: ownEvent(actor, id, { title: String(year) }) };
  },
  says: ({ title }) => `began the partnership’s review of ${String(title)}`,
});

/** Who is to hand it in, as the form shows it while it is written. */
const representative = z.string().max(SHORT_TEXT_MAX, { error: `Use ${SHORT_TEXT_MAX} characters or fewer` });

/** Keeps the answers written so far. */
export const draftReview = command({
  id: "partnership.draft-review",
  input: z.strictObject({ ...written, submittedBy: representative.optional() }),
  subject,
  allow: (_, { actor, review }) => (review.submittedOn === null ? canKeep(actor) : HANDED_IN),
  async run(context, { actor, review }, typed) {
    await change(context, actor, review, typed, { answers: answersOf(typed) });
    const data = { title: String(review.year), before: review.answers, after: answersOf(typed) };
    return { result: { id: review.id }, event: ownEvent(actor, review.id, data) };
  },
  says: ({ title }) => `wrote on the partnership’s review of ${String(title)}`,
});

/** Hands the review in, as it stands: from then on it is never changed. */
export const handInReview = command({
  id: "partnership.hand-in-review",
  input: z.strictObject({ ...written, submittedBy: shortText("Enter the name of the representative") }),
  subject,
  allow: (_, { actor, review }) => (review.submittedOn === null ? canKeep(actor) : HANDED_IN),
  async run(context, { actor, review }, typed) {
    const { tx, today } = context;
    const facts = await findFacts(tx, actor);
    const answers = answersOf(typed);
    const sources = { facts, mendings: await findMendings(tx, actor), answers };
    const body = fillReview(review.year, sources, programme, today);
    const problems = reviewProblems(body);
    if (Object.keys(problems).length > 0) throw new Problem(problems);
    const submitted = { submittedBy: typed.submittedBy, submittedOn: dayToDate(today), body: toJson(body) };
    await change(context, actor, review, typed, { answers, ...submitted });
    const data = { title: String(review.year), by: typed.submittedBy, after: body };
    return { result: { id: review.id }, event: ownEvent(actor, review.id, data) };
  },
  says: ({ title, by }) => `handed in the partnership’s review of ${String(title)}, by ${String(by)}`,
});

type Change = {
  answers: Record<string, string>;
  submittedBy?: string;
  submittedOn?: Date;
  body?: ReturnType<typeof toJson>;
};

async function change(
  { tx }: Context,
  actor: AreaActor,
  review: ReviewRow,
  { revision }: Written,
  data: Change,
) {
  const where = { id: review.id, areaId: actor.areaId, revision, submittedOn: null };
  mustHaveChanged(
    await tx.partnershipReview.updateMany({ where, data: { ...data, revision: { increment: 1 } } }),
    review.answers,
  );
}
