import { dateToDay } from "~/platform/calendar/day";
import type { Prisma } from "~/platform/db.server";
import type { Referral, Request } from "./request";

/** The columns of a request's own part. */
export const requestSelect = {
  toSide: true,
  detail: true,
  meetingId: true,
  askedOn: true,
  targetOn: true,
  holdingOn: true,
  holdingText: true,
  answeredOn: true,
  answer: true,
  answerText: true,
  judgement: true,
  judgedOn: true,
  withdrawnOn: true,
  toPersonId: true,
  toPerson: { select: { name: true } },
} satisfies Prisma.RequestSelect;

export const referralSelect = {
  on: true,
  toTeam: true,
  note: true,
  toPersonId: true,
  toPerson: { select: { name: true } },
} satisfies Prisma.ReferralSelect;

type Row = Prisma.RequestGetPayload<{ select: typeof requestSelect }>;
type ReferralRow = Prisma.ReferralGetPayload<{ select: typeof referralSelect }>;

/** The days of a row, as the pure code takes them. */
export function toRequest(row: Omit<Row, "toPerson" | "toPersonId" | "detail">): Request {
  const day = (date: Date | null) => (date === null ? null : dateToDay(date));
  return {
    toSide: row.toSide,
    askedOn: dateToDay(row.askedOn),
    targetOn: dateToDay(row.targetOn),
    holdingOn: day(row.holdingOn),
    answeredOn: day(row.answeredOn),
    answer: row.answer,
    judgement: row.judgement,
    judgedOn: day(row.judgedOn),
    withdrawnOn: day(row.withdrawnOn),
  };
}

/** A referral's row; a person the reader may not see is "a colleague". */
export function toReferral(row: ReferralRow): Referral {
  const person = row.toPersonId === null ? null : (row.toPerson?.name ?? "a colleague");
  const to = [person, row.toTeam].filter((each): each is string => each !== null).join(", ");
  return { on: dateToDay(row.on), to, note: row.note };
}
