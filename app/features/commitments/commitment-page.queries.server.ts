import { type Day, dateToDay } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import { type AreaActor, otherSide } from "../identity/actor";
import { toBase, visibleTo } from "../records/record.queries.server";
import { sideName, sideNameFirst } from "../records/side-names";
import {
  type Commitment,
  daysPast,
  effectiveDue,
  flagsOf,
  lapseDay,
  lookedForOn,
  stateOf,
  waitingOn,
  waitingProposal,
} from "./commitment";
import { permittedActions } from "./commitment.policy";
import { nextAction, situationOf } from "./commitment.transitions";
import { commitmentSelect, dayOrNull, findTold, toCommitment } from "./commitment-rows.server";
import type { CommitmentView } from "./commitment-view";
import { findCouncilNames } from "./commitments.queries.server";

const pageSelect = {
  ...commitmentSelect,
  detail: true,
  doneNote: true,
  toldNote: true,
  notKeptNote: true,
  withdrawnNote: true,
  byPerson: { select: { name: true } },
  toPerson: { select: { name: true } },
  meeting: { select: { recordId: true, record: { select: { title: true, occurredOn: true } } } },
} satisfies Prisma.CommitmentSelect;
type PageRow = Prisma.CommitmentGetPayload<{ select: typeof pageSelect }>;

/**
 * A promise for its page, or null where this actor sees none. A void one is still shown, to both sides; one in the bin
 * to the side that recorded it.
 */
export async function findCommitment(
  tx: Tx,
  actor: AreaActor,
  id: string,
  today: Day,
): Promise<CommitmentView | null> {
  const row = await tx.commitment.findFirst({
    where: {
      recordId: id,
      record: {
        AND: [
          visibleTo(actor, { withGone: true }),
          { OR: [{ binnedAt: null }, { organisationId: actor.organisationId }] },
        ],
      },
    },
    select: pageSelect,
  });
  if (row === null) return null;
  const promise = toCommitment(row);
  const record = toBase(row.record);
  const told = (await findTold(tx, actor))(promise, record.relationshipId);
  const council = (await findCouncilNames(tx, actor)).get(record.relationshipId ?? "") ?? null;
  const touched = await tx.event.count({ where: { subjectId: id, side: otherSide(record.side) } });
  const situation = situationOf(promise, actor.side, !record.openedByOther && touched === 0, today, told);
  const can = permittedActions(actor, record, situation);
  const next = nextAction(situation);
  return {
    ...written(row),
    ...parties(row, actor, council),
    ...days(promise, today, told),
    ...saidOf(row, promise),
    redatings: redatingsOf(promise, council),
    proposalId: waitingProposal(promise)?.id ?? null,
    waitingOn: waitingFor(promise, actor, council, today, told),
    can,
    next: next !== null && can.includes(next) ? next : null,
  };
}

function written(row: PageRow) {
  const { detail, size, meeting } = row;
  const { id, title, revision } = row.record;
  return {
    id,
    title,
    detail,
    size,
    revision,
    meeting: meeting && {
      id: meeting.recordId,
      title: meeting.record.title,
      on: dateToDay(meeting.record.occurredOn),
    },
  };
}

function parties(row: PageRow, actor: AreaActor, council: string | null) {
  const by = row.bySide;
  const to = otherSide(by);
  const names = (side: typeof by) => ({ name: sideName(side, council), first: sideNameFirst(side, council) });
  const yours = by === actor.side;
  return {
    by: { ...names(by), person: row.byPerson?.name ?? null, personId: row.byPersonId, yours },
    to: { ...names(to), person: row.toPerson?.name ?? null, personId: row.toPersonId },
  };
}

function days(promise: Commitment, today: Day, told: boolean) {
  const state = stateOf(promise, today, told);
  return {
    madeOn: promise.madeOn,
    dueOn: promise.dueOn,
    effectiveDueOn: effectiveDue(promise),
    lookedForOn: lookedForOn(promise),
    daysPast: daysPast(promise, today),
    state,
    flags: flagsOf(promise, today, told),
    lapsesOn: state === "done" && told ? lapseDay(promise) : null,
  };
}

function saidOf(row: PageRow, promise: Commitment) {
  const { doneOn, doneSaidOn, toldOn, toldSaidOn, notKeptOn, withdrawnOn } = promise;
  const said = (on: Day | null, saidOn: Day | null, note: string | null) => on && { on, saidOn, note };
  return {
    done: said(doneOn, doneSaidOn, row.doneNote),
    confirmedOn: dayOrNull(row.confirmedOn),
    told: said(toldOn, toldSaidOn, row.toldNote),
    notKept: said(notKeptOn, null, row.notKeptNote),
    withdrawn: said(withdrawnOn, null, row.withdrawnNote),
    disownedOn: promise.disownedOn,
  };
}

function redatingsOf(promise: Commitment, council: string | null): CommitmentView["redatings"] {
  const waiting = waitingProposal(promise);
  return promise.redatings.map(({ proposedBySide, ...redating }) => ({
    ...redating,
    by: sideNameFirst(proposedBySide, council),
    replaced: redating.agreedOn === null && redating.declinedOn === null && redating.id !== waiting?.id,
  }));
}

function waitingFor(
  promise: Commitment,
  actor: AreaActor,
  council: string | null,
  today: Day,
  told: boolean,
): CommitmentView["waitingOn"] {
  const side = waitingOn(promise, today, told);
  if (side === null) return null;
  return { name: sideName(side, council), first: sideNameFirst(side, council), you: side === actor.side };
}
