import { z } from "zod";
import { type Day, dateToDay } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import { ownAreaOf } from "./own.server";
import { type Answers, type Review, reviewSchema } from "./review";

const answersSchema = z.record(z.string(), z.string());

export type ReviewRow = {
  id: string;
  year: number;
  revision: number;
  answers: Answers;
  submittedBy: string | null;
  submittedOn: Day | null;
  /** As it was handed in. */
  body: Review | null;
};

type Row = Prisma.PartnershipReviewGetPayload<object>;

function toReview({ id, year, revision, answers, submittedBy, submittedOn, body }: Row): ReviewRow {
  return {
    id,
    year,
    revision,
    answers: answersSchema.parse(answers),
    submittedBy,
    submittedOn: submittedOn && dateToDay(submittedOn),
    body: body === null ? null : reviewSchema.parse(body),
  };
}

/** The reviews of a partnership, the latest year first. */
export async function findReviews(tx: Tx, actor: AreaActor): Promise<ReviewRow[]> {
  const rows = await tx.partnershipReview.findMany({
    where: { areaId: ownAreaOf(actor) },
    orderBy: { year: "desc" },
  });
  return rows.map(toReview);
}

/** One of them, or null. */
export async function findReview(tx: Tx, actor: AreaActor, id: string): Promise<ReviewRow | null> {
  const row = await tx.partnershipReview.findFirst({ where: { id, areaId: ownAreaOf(actor) } });
  return row && toReview(row);
}
