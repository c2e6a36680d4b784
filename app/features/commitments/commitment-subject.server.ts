import { type Day, dayToDate } from "~/platform/calendar/day";
import { type EventData, type Outcome, Problem } from "~/platform/command.server";
import type { Prisma } from "~/platform/db.server";
import { type AreaActor, otherSide } from "../identity/actor";
import { isContested, type RecordBase } from "../records/record";
import { type Context, eventOf, reviseBase, saidBy, subjectRecord } from "../records/recording.server";
import type { Commitment, Size } from "./commitment";
import { canAct } from "./commitment.policy";
import { type Action, canTake, type Situation, situationOf } from "./commitment.transitions";
import { findRows, findTold, toCommitment } from "./commitment-rows.server";

/** What a person wrote of a promise, as edits overwrite it. */
export type Written = {
  title: string;
  detail: string | null;
  dueOn: Day;
  size: Size;
  byPersonId: string | null;
  toPersonId: string | null;
};

/** A promise as its commands know it. */
export type CommitmentSubject = {
  actor: AreaActor;
  record: RecordBase;
  promise: Commitment;
  written: Written;
  situation: Situation;
  today: Day;
};

/** The promise with that id, as this user may see it; null: to them it is not there. */
export async function subjectCommitment(context: Context, id: string): Promise<CommitmentSubject | null> {
  const seen = await subjectRecord(context, id);
  if (seen === null || seen.record.kind !== "commitment") return null;
  const { actor, record } = seen;
  const [row] = await findRows(context.tx, { id });
  if (row === undefined) return null;
  const promise = toCommitment(row);
  const told = await findTold(context.tx, actor);
  // Whatever somebody of the other side did with it, opening included, is an event.
  const touched = await context.tx.event.count({
    where: { subjectId: id, side: otherSide(record.side) },
  });
  const unseen = !record.openedByOther && touched === 0;
  const { detail, size, byPersonId, toPersonId } = row.commitment;
  return {
    actor,
    record,
    promise,
    written: { title: record.title, detail, dueOn: promise.dueOn, size, byPersonId, toPersonId },
    situation: situationOf(promise, actor.side, unseen, context.today, told(promise, record.relationshipId)),
    today: context.today,
  };
}

/** Whether the action is for this actor at all; its state is asked by `requireNow`. */
export function allowAction(action: Action, { actor, record, situation }: CommitmentSubject): true | string {
  return canAct(action, actor, record, situation);
}

/** Throws Problem on the whole form where the promise's state does not let the action be taken. */
export function requireNow(action: Action, { situation }: CommitmentSubject): void {
  const now = canTake(action, situation);
  if (now !== true) throw new Problem({ "": now });
}

/** A day that lies between the promise and today, both included; throws Problem on `field`. */
export function pastDay(field: string, day: Day, { promise, today }: CommitmentSubject): Day {
  if (day > today) throw new Problem({ [field]: "Enter today or an earlier day" });
  if (day < promise.madeOn) throw new Problem({ [field]: "Enter a day on or after the promise was made" });
  return day;
}

type Change = {
  base?: Parameters<typeof reviseBase>[2];
  columns?: Prisma.CommitmentUncheckedUpdateInput;
  /** The revision the form was made from, where what others wrote would be overwritten. */
  seen?: number | undefined;
};

/** Writes a change of a promise and gives the command's outcome: its event says what changed. */
export async function change(
  context: Context,
  { actor, record, promise, written }: CommitmentSubject,
  { base = {}, columns, seen }: Change,
  data: EventData,
): Promise<Outcome<{ id: string }>> {
  await reviseBase(context, record, base, seen, { ...written, revision: record.revision });
  if (columns) {
    await context.tx.commitment.update({
      where: { recordId: record.id },
      data: columns,
      select: { recordId: true },
    });
  }
  const common = { kind: record.kind, title: record.title, bySide: promise.bySide };
  return { result: { id: record.id }, event: eventOf(record, actor, { ...common, ...data }) };
}

/** Opens a dispute of the actor's side with its words as a reply; gives the change of the common part. */
export async function dispute(context: Context, { actor, record }: CommitmentSubject, text: string) {
  // createMany asks for nothing back: a link writes a reply and reads none.
  await context.tx.reply.createMany({
    data: [
      {
        id: context.newId(),
        recordId: record.id,
        ...saidBy(context),
        organisationId: actor.organisationId,
        side: actor.side,
        text,
        disputes: true,
        at: context.now,
      },
    ],
  });
  return { contestedOn: dayToDate(context.today), contestedBySide: actor.side, settledOn: null };
}

/** Who does what their own dispute was about settles it: the change of the common part. */
export function settlingOwn({ actor, record, today }: CommitmentSubject) {
  const own = isContested(record, today) && record.contestedBySide === actor.side;
  return own ? { settledOn: dayToDate(today) } : {};
}
