import { dateToDay } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { type AreaActor, ownOrganisations, partsOf } from "../identity/actor";
import type { ActionAnswer } from "./action-answer";

/** The answers of the actor's own organisation that stand, newest first. `isOpen`: whether a promise still is. */
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
      endedOn: null,
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
      commitment: { select: { recordId: true, record: { select: { title: true } } } },
    },
  });
  return rows.map(({ commitment, answeredOn, ...row }) => ({
    ...row,
    answeredOn: dateToDay(answeredOn),
    promise: commitment && {
      id: commitment.recordId,
      title: commitment.record.title,
      open: isOpen(commitment.recordId),
    },
  }));
}
