import type { RouterContextProvider } from "react-router";
import type { AreaActor } from "~/features/identity/actor";
import { findFacts, findMembers, findMendings } from "~/features/partnership/lines.queries.server";
import { programme } from "~/features/partnership/programmes";
import { fillReview, type Review } from "~/features/partnership/review";
import { latestReview, reviewDays } from "~/features/partnership/review-checks";
import { reviewDocument } from "~/features/partnership/review-document";
import { findReview, findReviews, type ReviewRow } from "~/features/partnership/reviews.queries.server";
import { idSchema } from "~/platform/ids";
import { formatDay, formatDayRange } from "~/ui/format-date";
import { readHead } from "./kept-pages.server";
import { readOwn } from "./partnership-page.server";
import { notFound, type Reading } from "./request.server";

type Context = Readonly<RouterContextProvider>;

/** The reviews of a partnership, and which one is to be begun. */
export async function findReviewList(actor: AreaActor, { tx, today }: Reading) {
  const reviews = await findReviews(tx, actor);
  const { year, open } = latestReview(programme, today);
  const { from, to } = reviewDays(programme, year);
  return {
    reviews: reviews.map(({ id, year: of, submittedOn, submittedBy }) => ({
      id,
      year: of,
      submittedOn,
      submittedBy,
    })),
    next: reviews.some((one) => one.year === year) ? null : year,
    days: { open, year, words: formatDayRange(from, to) },
  };
}

/** A review as it was handed in, or filled in from the records as they are now. */
export async function filledReview(
  actor: AreaActor,
  { tx, today }: Pick<Reading, "tx" | "today">,
  { body, year, answers }: ReviewRow,
): Promise<Review> {
  if (body !== null) return body;
  const sources = { facts: await findFacts(tx, actor), mendings: await findMendings(tx, actor), answers };
  return fillReview(year, sources, programme, today);
}

/** One review, for its page. */
export async function loadReview(context: Context, area: string, given: string | undefined) {
  const id = idSchema.safeParse(given).data ?? notFound();
  const { name } = await readHead(context, area);
  return readOwn(context, area, async (actor, { tx, today }) => {
    const row = (await findReview(tx, actor, id)) ?? notFound();
    const members = await findMembers(tx, actor);
    const review = await filledReview(actor, { tx, today }, row);
    const representative = members.find(({ role, endsOn }) => role === "representative" && endsOn === null);
    return {
      id,
      year: row.year,
      revision: row.revision,
      handedIn: row.submittedOn !== null,
      answers: review.answers,
      representative: representative?.name ?? "",
      document: reviewDocument(review, { ...row, area: name }, formatDay),
    };
  });
}
