import { addDays, type Day, dateToDay } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import { type AreaActor, otherSide, partsOf, type Side } from "../identity/actor";
import type { RecordBase } from "../records/record";
import { baseSelect, toBase } from "../records/record.queries.server";
import { type Commitment, LAPSE_DAYS } from "./commitment";

/** The columns from which a promise's state is worked out, and what a person wrote. */
const columns = {
  bySide: true,
  byPersonId: true,
  toPersonId: true,
  meetingId: true,
  detail: true,
  size: true,
  dueOn: true,
  doneOn: true,
  doneSaidOn: true,
  doneNote: true,
  confirmedOn: true,
  toldOn: true,
  toldSaidOn: true,
  toldNote: true,
  notKeptOn: true,
  notKeptNote: true,
  withdrawnOn: true,
  withdrawnNote: true,
  disownedOn: true,
  redatings: { orderBy: [{ proposedOn: "asc" }, { id: "asc" }] },
} satisfies Prisma.CommitmentSelect;

// Read from the record down, one table at a time: a transaction's one connection does one thing at a time.
const rowSelect = { ...baseSelect, commitment: { select: columns } } satisfies Prisma.RecordSelect;

type Columns = Prisma.CommitmentGetPayload<{ select: typeof columns }>;

/** A promise as it is stored: its common part and its own. */
export type CommitmentRow = { record: RecordBase; commitment: Columns };

/** The promises whose records match, in no order. */
export async function findRows(tx: Tx, where: Prisma.RecordWhereInput): Promise<CommitmentRow[]> {
  const rows = await tx.record.findMany({
    where: { AND: [{ kind: "commitment" }, where] },
    select: rowSelect,
  });
  return rows.flatMap(({ commitment, ...record }) =>
    commitment === null ? [] : [{ record: toBase(record), commitment }],
  );
}

/** Names of people by id, as far as the reader sees them. */
export async function findPersonNames(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))];
  if (wanted.length === 0) return new Map();
  const people = await tx.person.findMany({
    where: { id: { in: wanted } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** A DATE column as a day; null stays null. */
export function dayOrNull(date: Date | null): Day | null {
  return date === null ? null : dateToDay(date);
}

/** A row as the pure code takes it. */
export function toCommitment({ record, commitment }: CommitmentRow): Commitment {
  return {
    bySide: commitment.bySide,
    recordedBySide: record.side,
    recordedOn: record.recordedOn,
    madeOn: record.occurredOn,
    dueOn: dateToDay(commitment.dueOn),
    doneOn: dayOrNull(commitment.doneOn),
    doneSaidOn: dayOrNull(commitment.doneSaidOn),
    confirmedOn: dayOrNull(commitment.confirmedOn),
    toldOn: dayOrNull(commitment.toldOn),
    toldSaidOn: dayOrNull(commitment.toldSaidOn),
    notKeptOn: dayOrNull(commitment.notKeptOn),
    withdrawnOn: dayOrNull(commitment.withdrawnOn),
    disownedOn: dayOrNull(commitment.disownedOn),
    contestedOn: record.contestedOn,
    contestedBySide: record.contestedBySide,
    settledOn: record.settledOn,
    redatings: commitment.redatings.map(({ id, proposedBySide, reason, declinedReason, ...days }) => ({
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
 * Who could have answered a "done" in this area. Until notices exist, the other side counts as told
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
    relationshipIds: organisation.relationships.flatMap(({ id }) => partsOf(actor, id)),
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
