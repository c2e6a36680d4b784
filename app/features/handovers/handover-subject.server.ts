import { dayToDate } from "~/platform/calendar/day";
import { type EventData, type Outcome, Problem } from "~/platform/command.server";
import type { Prisma } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import { findNames } from "../projects/plan-names.queries.server";
import type { RecordBase } from "../records/record";
import { type Context, eventOf, reviseBase, subjectRecord } from "../records/recording.server";
import { checkStepOn, type Handover, stateOf } from "./handover";
import { isAllowed } from "./handover.policy";
import { type Action, canTake, roleOf } from "./handover.transitions";
import { type HandoverRow, handoverSelect, namesOf, peopleOf, toHandover } from "./handover-rows.server";

/** A handover as its commands know it. */
export type HandoverSubject = {
  actor: AreaActor;
  record: RecordBase;
  row: HandoverRow;
  handover: Handover;
  names: { outgoing: string; incoming: string | null };
};

/** The handover a command is about, as the actor may see it; null: to them it is not there. */
export async function subjectHandover(context: Context, id: string): Promise<HandoverSubject | null> {
  const found = await subjectRecord(context, id);
  if (found?.record.kind !== "handover") return null;
  const row = await context.tx.handover.findUnique({ where: { recordId: id }, select: handoverSelect });
  if (!row) return null;
  const names = namesOf(row, await findNames(context.tx, peopleOf([row])));
  return { ...found, row, handover: toHandover(row, found.record), names };
}

/** Whether the action is for this actor at all; its stage is asked by `requireNow`. */
export function allowAction(action: Action, { actor, handover }: HandoverSubject): true | string {
  return isAllowed(actor, handover, action);
}

/** Refuses what the stage does not allow: a Problem, since it can come of two people acting at once. */
export function requireNow(action: Action, { actor, handover }: HandoverSubject): void {
  const now = canTake(action, roleOf(handover, actor.side), stateOf(handover));
  if (now !== true) throw new Problem({ "": now });
}

/** Throws Problem beside the field where a check says no. */
export function refuse(field: string, verdict: true | string): void {
  if (verdict !== true) throw new Problem({ [field]: verdict });
}

/** The day of a step, checked; throws Problem beside `on`. */
export function stepDay(on: Handover["notifiedOn"], subject: HandoverSubject, context: Context) {
  refuse("on", checkStepOn(on, subject.handover, context.today));
  return dayToDate(on);
}

type Change = {
  base?: Parameters<typeof reviseBase>[2];
  columns?: Prisma.HandoverUncheckedUpdateInput;
  /** The revision the form was made from, and what stands there now, where what others wrote would be overwritten. */
  seen?: number | undefined;
  current?: EventData;
};

/** Writes a change of a handover and gives the command's outcome: its event says what changed. */
export async function change(
  context: Context,
  { actor, record, row, handover, names }: HandoverSubject,
  { base = {}, columns, seen, current = {} }: Change,
  data: EventData,
): Promise<Outcome<{ id: string }>> {
  await reviseBase(context, record, base, seen, { ...current, revision: record.revision });
  if (columns) {
    await context.tx.handover.update({
      where: { recordId: record.id },
      data: columns,
      select: { recordId: true },
    });
  }
  const common = { kind: "handover", title: record.title, ofSide: handover.ofSide, ...names };
  const event = eventOf(record, actor, { ...common, ...data });
  // Whether the post still counts as ended without a handover hangs on this record.
  return { result: { id: record.id }, event: { ...event, alsoTouched: [row.appointmentId] } };
}
