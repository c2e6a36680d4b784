import { addDays, type Day, dateToDay, dayOf } from "~/platform/calendar/day";
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
export function toCommitment({ record, commitment }: CommitmentRow): Commitment & { id: string } {
  return {
    id: record.id,
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
      withdrawnOn: dayOrNull(days.withdrawnOn),
    })),
  };
}

/** Whether the side a promise is owed to was told and could answer: see hasLapsed in commitment.ts. */
export type Told = (promise: Commitment & { id: string }, relationshipId: string | null) => boolean;

type Answerer = {
  side: Side | null;
  relationshipIds: readonly string[];
  startsOn: Date;
  endsOn: Date | null;
};

/**
 * Who was told of a "done" in this area and could answer it: where one of the other side's editors or leads
 * had an account in the days in which it could answer, of several councils any; or where a link for it went out. Of
 * `promises` of which none is said to be done nothing is asked.
 */
export async function findTold(tx: Tx, actor: AreaActor, promises?: readonly CommitmentRow[]): Promise<Told> {
  if (promises?.every(({ commitment }) => commitment.doneSaidOn === null)) return () => false;
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
  const notices = await findNotices(tx, areaId);
  return (promise, relationshipId) =>
    answerers.some((one) => couldAnswer(one, promise, relationshipId)) ||
    notices.some((one) => one.recordId === promise.id && wentOut(one, promise));
}

type Notice = { recordId: string; side: Side; on: Day };

/** The links that reached somebody: by mail once the mail server took it, handed over once it was opened. */
async function findNotices(tx: Tx, areaId: string): Promise<Notice[]> {
  const reached = { OR: [{ sentOn: { not: null } }, { openedAt: { not: null } }] };
  const rows = await tx.link.findMany({
    where: { areaId, purpose: "confirm", ...reached },
    select: { recordId: true, side: true, sentOn: true, openedAt: true },
  });
  return rows.flatMap(({ recordId, side, sentOn, openedAt }) => {
    const on = sentOn ? dateToDay(sentOn) : openedAt && dayOf(openedAt);
    return on ? [{ recordId, side, on }] : [];
  });
}

/** In time to be answered: after it was said to be done, and before it would stand on own word. */
function wentOut({ side, on }: Notice, promise: Commitment): boolean {
  const { doneSaidOn, bySide } = promise;
  if (doneSaidOn === null || side !== otherSide(bySide)) return false;
  return doneSaidOn <= on && on < addDays(doneSaidOn, LAPSE_DAYS);
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
