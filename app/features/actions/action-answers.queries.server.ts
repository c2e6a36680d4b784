import { dateToDay } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { type AreaActor, ownOrganisations, partsOf } from "../identity/actor";
import type { ActionAnswer } from "./action-answer";

/** The answers of the actor's own organisation that were not taken back, newest first. `isOpen`: whether a promise is. */
export async function findAnswers(
  tx: Tx,
  actor: AreaActor,
  relationshipId: string,
  isOpen: (commitmentId: string) => boolean,
): Promise<ActionAnswer[]> {
  const rows = await tx.actionState.findMany({
    where: {
      relationshipId: { in: partsOf(actor, relationshipId) },
      organisationId: { in: ownOrganisations(actor) },
      side: actor.side,
      takenBackOn: null,
    },
    orderBy: [{ answeredOn: "desc" }, { id: "desc" }],
    select: {
      id: true,
      actionId: true,
      answer: true,
      reason: true,
      evidenceKey: true,
      answeredOn: true,
      componentBefore: true,
      componentLo: true,
      componentHi: true,
      endedOn: true,
      commitment: { select: { recordId: true, record: { select: { title: true } } } },
    },
  });
  return rows.map(({ commitment, answeredOn, endedOn, ...row }) => ({
    ...row,
    stands: endedOn === null,
    answeredOn: dateToDay(answeredOn),
    promise: commitment && {
      id: commitment.recordId,
      title: commitment.record.title,
      open: isOpen(commitment.recordId),
    },
  }));
}

/** Those of some promises that came of a next step which the reader's own side took on: nobody else is told. */
export async function findStepsTaken(tx: Tx, promiseIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.actionState.findMany({
    where: { commitmentId: { in: [...promiseIds] }, takenBackOn: null },
    select: { commitmentId: true },
  });
  return new Set(rows.flatMap(({ commitmentId }) => commitmentId ?? []));
}
