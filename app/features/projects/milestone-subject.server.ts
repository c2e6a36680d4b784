import type { Day } from "~/platform/calendar/day";
import { type EventData, type Outcome, Problem } from "~/platform/command.server";
import type { Prisma } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import { type Context, subjectRecord } from "../records/recording.server";
import { type Standing, standings } from "./milestone";
import { canAct } from "./milestone.policy";
import { type Action, canTake, type Situation, situationOf } from "./milestone.transitions";
import { findWithParts, type MilestoneRow } from "./milestone-rows.server";
import { type Change, writeChange } from "./plan-change.server";

/** A milestone as its commands know it. */
export type MilestoneSubject = MilestoneRow & {
  actor: AreaActor;
  standing: Standing;
  situation: Situation;
  today: Day;
};

/** The milestone with that id, as this user may see it; null: to them it is not there. */
export async function subjectMilestone(context: Context, id: string): Promise<MilestoneSubject | null> {
  const seen = await subjectRecord(context, id);
  if (seen === null || seen.record.kind !== "milestone") return null;
  const rows = await findWithParts(context.tx, id);
  const row = rows.find(({ record }) => record.id === id);
  const standing = standings(rows.map(({ milestone }) => milestone)).get(id);
  if (row === undefined || standing === undefined) return null;
  const { actor } = seen;
  const situation = situationOf(row.milestone, standing, actor.side);
  return { ...row, actor, standing, situation, today: context.today };
}

/** Whether the action is for this actor at all; its state is asked by `requireNow`. */
export function allowAction(
  action: Action,
  { actor, record, situation }: Pick<MilestoneSubject, "actor" | "record" | "situation">,
): true | string {
  return canAct(action, actor, record, situation);
}

/** Throws Problem on the whole form where the milestone does not stand so that the action can be taken. */
export function requireNow(action: Action, { situation }: Pick<MilestoneSubject, "situation">): void {
  const now = canTake(action, situation);
  if (now !== true) throw new Problem({ "": now });
}

/** Writes a change of a milestone and gives the command's outcome. */
export function change(
  context: Context,
  subject: MilestoneSubject,
  change: Change<Prisma.MilestoneUncheckedUpdateInput>,
  data: EventData,
): Promise<Outcome<{ id: string }>> {
  const where = { recordId: subject.record.id };
  const write = (columns: Prisma.MilestoneUncheckedUpdateInput) =>
    context.tx.milestone.update({ where, data: columns, select: { recordId: true } });
  return writeChange(context, subject, change, write, { owner: subject.milestone.owner, ...data });
}
