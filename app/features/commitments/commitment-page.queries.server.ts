import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { type AreaActor, otherSide, ownOrganisations, type Side } from "../identity/actor";
import { findBase, visibleTo } from "../records/record.queries.server";
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
import {
  type CommitmentRow,
  findPersonNames,
  findRows,
  findTold,
  toCommitment,
} from "./commitment-rows.server";
import type { CommitmentView } from "./commitment-view";
import { findCouncilNames } from "./commitments.queries.server";

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
  const [row] = await findRows(tx, {
    AND: [
      { id },
      visibleTo(actor, { withGone: true }),
      { OR: [{ binnedAt: null }, { organisationId: { in: ownOrganisations(actor) } }] },
    ],
  });
  if (row === undefined) return null;
  const promise = toCommitment(row);
  const { record, commitment } = row;
  const people = await findPersonNames(tx, [commitment.byPersonId, commitment.toPersonId]);
  const told = (await findTold(tx, actor))(promise, record.relationshipId);
  const council = (await findCouncilNames(tx, actor)).get(record.relationshipId ?? "") ?? null;
  const touched = await tx.event.count({ where: { subjectId: id, side: otherSide(record.side) } });
  const situation = situationOf(promise, actor.side, !record.openedByOther && touched === 0, today, told);
  const can = permittedActions(actor, record, situation);
  const next = nextAction(situation);
  return {
    ...written(row),
    meeting: await findMeeting(tx, actor, commitment.meetingId),
    ...parties(row, actor, council, people),
    ...days(promise, today, told),
    ...saidOf(row, promise),
    redatings: redatingsOf(promise, council),
    proposalId: waitingProposal(promise)?.id ?? null,
    waitingOn: waitingFor(promise, actor, council, today, told),
    can,
    next: next !== null && can.includes(next) ? next : null,
  };
}

function written({ record, commitment }: CommitmentRow) {
  const { id, title, revision } = record;
  return { id, title, revision, detail: commitment.detail, size: commitment.size };
}

/** The meeting a promise came from, where this actor sees it. */
async function findMeeting(tx: Tx, actor: AreaActor, id: string | null): Promise<CommitmentView["meeting"]> {
  const meeting = id === null ? null : await findBase(tx, actor, id);
  return meeting && { id: meeting.id, title: meeting.title, on: meeting.occurredOn };
}

function parties(
  { commitment }: CommitmentRow,
  actor: AreaActor,
  council: string | null,
  people: Map<string, string>,
) {
  const { bySide, byPersonId, toPersonId } = commitment;
  const party = (side: Side, personId: string | null) => ({
    name: sideName(side, council),
    first: sideNameFirst(side, council),
    person: people.get(personId ?? "") ?? null,
    personId,
  });
  return {
    by: { ...party(bySide, byPersonId), yours: bySide === actor.side },
    to: party(otherSide(bySide), toPersonId),
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

function saidOf({ commitment }: CommitmentRow, promise: Commitment) {
  const { doneOn, doneSaidOn, toldOn, toldSaidOn, notKeptOn, withdrawnOn } = promise;
  const said = (on: Day | null, saidOn: Day | null, note: string | null) => on && { on, saidOn, note };
  return {
    done: said(doneOn, doneSaidOn, commitment.doneNote),
    confirmedOn: promise.confirmedOn,
    told: said(toldOn, toldSaidOn, commitment.toldNote),
    notKept: said(notKeptOn, null, commitment.notKeptNote),
    withdrawn: said(withdrawnOn, null, commitment.withdrawnNote),
    disownedOn: promise.disownedOn,
  };
}

function redatingsOf(promise: Commitment, council: string | null): CommitmentView["redatings"] {
  const waiting = waitingProposal(promise);
  return promise.redatings.map(({ proposedBySide, ...redating }) => {
    const { id, agreedOn, declinedOn, withdrawnOn } = redating;
    const replaced = !agreedOn && !declinedOn && !withdrawnOn && id !== waiting?.id;
    return { ...redating, by: sideNameFirst(proposedBySide, council), replaced };
  });
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
