import { type Day, dayToDate } from "~/platform/calendar/day";
import { type EventData, type Outcome, Problem } from "~/platform/command.server";
import type { Prisma } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import type { RecordBase } from "../records/record";
import { type Context, subjectRecord } from "../records/recording.server";
import { type Change, refuse, writeChange } from "./plan-change.server";
import { checkPast } from "./plan-days";
import { canAct } from "./project.policy";
import { type Action, canTake, situationOf } from "./project.transitions";
import { findProjectRows, type ProjectRow } from "./project-rows.server";

/** A project as its commands know it. */
export type ProjectSubject = ProjectRow & { actor: AreaActor; today: Day };

/** The project with that id, as this user may see it; null: to them it is not there. */
export async function subjectProject(context: Context, id: string): Promise<ProjectSubject | null> {
  const seen = await subjectRecord(context, id);
  if (seen === null || seen.record.kind !== "project") return null;
  const [row] = await findProjectRows(context.tx, { id });
  return row ? { ...row, actor: seen.actor, today: context.today } : null;
}

/** Whether the action is for this actor at all; its stage is asked by `requireNow`. */
export function allowAction(
  action: Action,
  { actor, record }: { actor: AreaActor; record: RecordBase },
): true | string {
  return canAct(action, actor, record);
}

/** Throws Problem on the whole form where the project does not stand so that the action can be taken. */
export function requireNow(action: Action, { project, actor }: ProjectSubject): void {
  const now = canTake(action, situationOf(project, actor.side));
  if (now !== true) throw new Problem({ "": now });
}

/** A day that has been, since the project began; throws Problem on `field`. */
export function pastDay(field: string, day: Day, { project, today }: ProjectSubject): Day {
  refuse(field, checkPast(day, today, { day: project.startedOn, words: "the project began" }));
  return day;
}

/** Writes a change of a project and gives the command's outcome. */
export function change(
  context: Context,
  subject: ProjectSubject,
  change: Change<Prisma.ProjectUncheckedUpdateInput>,
  data: EventData,
): Promise<Outcome<{ id: string }>> {
  const where = { recordId: subject.record.id };
  const write = (columns: Prisma.ProjectUncheckedUpdateInput) =>
    context.tx.project.update({ where, data: columns, select: { recordId: true } });
  return writeChange(context, subject, change, write, data);
}

/** A day as Prisma wants it; null stays null. */
export function dateOrNull(day: Day | null): Date | null {
  return day === null ? null : dayToDate(day);
}
