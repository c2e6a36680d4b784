import { addDays, type Day, dateToDay } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import { type AreaActor, otherSide, type Side } from "../identity/actor";
import { baseSelect, toBase } from "../records/record.queries.server";
import { type Commitment, LAPSE_DAYS } from "./commitment";

/** The columns from which a promise's state is worked out, its common part included. */
export const commitmentSelect = {
  bySide: true,
  byPersonId: true,
  toPersonId: true,
  size: true,
  dueOn: true,
  doneOn: true,
  doneSaidOn: true,
  confirmedOn: true,
  toldOn: true,
  toldSaidOn: true,
  notKeptOn: true,
  withdrawnOn: true,
  disownedOn: true,
  record: { select: baseSelect },
  redatings: { orderBy: [{ proposedOn: "asc" }, { id: "asc" }] },
} satisfies Prisma.CommitmentSelect;

export type CommitmentRow = Prisma.CommitmentGetPayload<{ select: typeof commitmentSelect }>;

/** A DATE column as a day; null stays null. */
export function dayOrNull(date: Date | null): Day | null {
  return date === null ? null : dateToDay(date);
}

/** A row as the pure code takes it. */
export function toCommitment(row: CommitmentRow): Commitment {
  const base = toBase(row.record);
  return {
    bySide: row.bySide,
    recordedBySide: base.side,
    recordedOn: base.recordedOn,
    madeOn: base.occurredOn,
    dueOn: dateToDay(row.dueOn),
    doneOn: dayOrNull(row.doneOn),
    doneSaidOn: dayOrNull(row.doneSaidOn),
    confirmedOn: dayOrNull(row.confirmedOn),
    toldOn: dayOrNull(row.toldOn),
    toldSaidOn: dayOrNull(row.toldSaidOn),
    notKeptOn: dayOrNull(row.notKeptOn),
    withdrawnOn: dayOrNull(row.withdrawnOn),
    disownedOn: dayOrNull(row.disownedOn),
    contestedOn: base.contestedOn,
    contestedBySide: base.contestedBySide,
    settledOn: base.settledOn,
    redatings: row.redatings.map(({ id, proposedBySide, reason, declinedReason, ...days }) => ({
      id,
      proposedBySide,
      reason,
      declinedReason,
      proposedOn: dateToDay(days.proposedOn),
      newDueOn: dateToDay(days.newDueOn),
      agreedOn: dayOrNull(days.agreedOn),
      declinedOn: dayOrNull(days.declinedOn),
    })),
  };
}

/** Whether the side a promise is owed to could have answered: see hasLapsed in commitment.ts. */
export type Told = (promise: Commitment, relationshipId: string | null) => boolean;

type Answerer = {
  side: Side | null;
  relationshipIds: readonly string[];
  startsOn: Date;
  endsOn: Date | null;
};

/**
 * Who could have answered a "done" in this area. Until notices exist (settled.md 20), the other side counts as told
 * where one of its editors or leads had an account in the days in which it could answer; of several councils, any.
 */
export async function findTold(tx: Tx, actor: AreaActor): Promise<Told> {
  const { areaId } = actor;
  const rows = await tx.membership.findMany({
    where: {
      role: { in: ["editor", "lead"] },
      AND: [
        { OR: [{ areaId: null }, { areaId }] },
        {
          OR: [
            { organisation: { partnershipOf: { id: areaId } } },
            { organisation: { relationships: { some: { areaId } } } },
          ],
        },
      ],
    },
    select: {
      side: true,
      startsOn: true,
      endsOn: true,
      organisation: { select: { relationships: { where: { areaId }, select: { id: true } } } },
    },
  });
  const answerers: Answerer[] = rows.map(({ organisation, ...row }) => ({
    ...row,
    relationshipIds: organisation.relationships.map(({ id }) => id),
  }));
  return (promise, relationshipId) => answerers.some((one) => couldAnswer(one, promise, relationshipId));
}

function couldAnswer(one: Answerer, promise: Commitment, relationshipId: string | null): boolean {
  const { doneSaidOn } = promise;
  if (doneSaidOn === null || one.side !== otherSide(promise.bySide)) return false;
  const ends = dayOrNull(one.endsOn);
  const inTime =
    dateToDay(one.startsOn) < addDays(doneSaidOn, LAPSE_DAYS) && (ends === null || ends > doneSaidOn);
  return (
    inTime &&
    (one.side === "community" || relationshipId === null || one.relationshipIds.includes(relationshipId))
  );
}
