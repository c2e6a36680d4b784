import { type Day, dateToDay } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import { isContested } from "../records/record";
import { visibleTo } from "../records/record.queries.server";
import { dayOrNull } from "./day-move-rows.server";
import { findMilestoneRows } from "./milestone-rows.server";
import { findMilestoneLines } from "./milestones.queries.server";
import { findNames, findNaming, findTitles } from "./plan-names.queries.server";
import { type PlanRow, planDays } from "./plan-views";
import { daysPastEnd, endpointOf, flagsOf, isMove } from "./project";
import { permittedActions } from "./project.policy";
import { situationOf } from "./project.transitions";
import { findProjectRows, type ProjectRow } from "./project-rows.server";

/** The page of one project; null where this actor sees no such record. */
export async function getProjectPage(tx: Tx, actor: AreaActor, id: string, today: Day) {
  const [row] = await findProjectRows(tx, { AND: [{ id }, visibleTo(actor, { withGone: true })] });
  if (!row || row.record.binned) return null;
  const { record, columns, project } = row;
  const steps = await findMilestoneLines(
    tx,
    { AND: [visibleTo(actor), { milestone: { projectId: id } }] },
    today,
  );
  const naming = await findNaming(tx, actor.relationships);
  const { aim, responsibility, residentsLead, caseText, involves, teams, leadPersonId, closedNote } = columns;
  return {
    id,
    title: record.title,
    relationshipId: record.relationshipId,
    revision: record.revision,
    sides: naming(record.relationshipId),
    ownSide: actor.side,
    ...{ aim, responsibility, residentsLead, caseText, involves, teams, leadPersonId, closedNote },
    ...(await linesOf(tx, actor, row)),
    ...courseOf(row, today),
    contested: isContested(record, today),
    steps,
    plan: await planOf(tx, actor, row, steps),
    meetings: await findMeetings(tx, actor, id),
    can: permittedActions(actor, record, situationOf(project, actor.side)),
  };
}

export type ProjectPage = NonNullable<Awaited<ReturnType<typeof getProjectPage>>>;

/** Meetings shown as having talked of a project; all of them are in the timeline. */
const MOST_MEETINGS = 20;

/** The meetings that talked of a project, those this actor may see: the newest first. */
async function findMeetings(tx: Tx, actor: AreaActor, projectId: string) {
  const rows = await tx.record.findMany({
    where: { AND: [visibleTo(actor), { meeting: { projects: { some: { projectId } } } }] },
    orderBy: [{ occurredOn: "desc" }, { id: "desc" }],
    select: { id: true, title: true, occurredOn: true },
    take: MOST_MEETINGS,
  });
  return rows.map(({ occurredOn, ...row }) => ({ ...row, on: dateToDay(occurredOn) }));
}

/** Where a project stands on a day, who leads, when it ends, and what it waits for. */
function courseOf({ project }: ProjectRow, today: Day) {
  const { decisionFrom, scopeFixedBySide: bySide } = project;
  return {
    stage: project.stage,
    closedOn: project.closedOn,
    startedOn: project.startedOn,
    lead: project.lead,
    endpoint: endpointOf(project),
    endsAgreedOn: project.endsAgreedOn,
    endsBySide: project.endsBySide,
    daysPast: daysPastEnd(project, today),
    decision: decisionFrom === null ? null : { from: decisionFrom, since: project.decisionSince },
    scope: { fixedOn: project.scopeFixedOn, bySide, agreedOn: project.scopeAgreedOn },
    flags: flagsOf(project, today),
  };
}

/** The lines of a project in full: what held it up, what it missed, who led it, each with what it links to. */
async function linesOf(tx: Tx, actor: AreaActor, { columns }: ProjectRow) {
  const { blocks, skillGaps, leadChanges, leadPersonId } = columns;
  const links = [...blocks.map((b) => b.requestId), ...leadChanges.map((c) => c.meetingId)];
  const titles = await findTitles(tx, actor, links);
  const names = await findNames(tx, [leadPersonId, ...leadChanges.map((c) => c.toPersonId)]);
  const link = (to: string | null) => (to && titles.has(to) ? { id: to, title: titles.get(to) ?? "" } : null);
  return {
    leadPerson: names.get(leadPersonId ?? "") ?? null,
    blocks: blocks.map(({ id, text, since, clearedOn, clearedNote, requestId }) => ({
      id,
      text,
      since: dateToDay(since),
      clearedOn: dayOrNull(clearedOn),
      clearedNote,
      helpAsked: requestId !== null,
      request: link(requestId),
    })),
    gaps: skillGaps.map(({ id, skill, openedOn, filledOn, filledNote }) => ({
      id,
      skill,
      openedOn: dateToDay(openedOn),
      filledOn: dayOrNull(filledOn),
      filledNote,
    })),
    leadChanges: leadChanges.map((one) => ({
      id: one.id,
      on: dateToDay(one.on),
      from: one.fromLead,
      to: one.toLead,
      person: names.get(one.toPersonId ?? "") ?? null,
      isMove: isMove({ from: one.fromLead, to: one.toLead }),
      decided: one.decided,
      decisionText: one.decisionText,
      meeting: link(one.meetingId),
      reason: one.reason,
    })),
  };
}

/** Each milestone and the endpoint with every day they were put to, in the order of the days now expected. */
async function planOf(
  tx: Tx,
  actor: AreaActor,
  { record, project }: ProjectRow,
  steps: Awaited<ReturnType<typeof findMilestoneLines>>,
): Promise<PlanRow[]> {
  const where = { AND: [visibleTo(actor), { milestone: { projectId: record.id } }] };
  const rows = await findMilestoneRows(tx, where);
  const of = new Map(rows.map((row) => [row.record.id, row.milestone]));
  const plan = steps.flatMap(({ id, title, expectedOn, doneOn, state }): PlanRow[] => {
    const milestone = of.get(id);
    return milestone ? [{ id, title, href: null, days: planDays(milestone), expectedOn, doneOn, state }] : [];
  });
  const end = endpointOf(project);
  if (end === null || project.endsOn === null) return plan;
  const days = planDays({ dueOn: project.endsOn, moves: project.moves });
  const { closedOn, stage } = project;
  const state = stage === "stopped" ? "dropped" : stage === "finished" ? "done" : "planned";
  const whole = { id: record.id, title: "The whole project", href: null, days, expectedOn: end.expected };
  return [...plan, { ...whole, doneOn: stage === "finished" ? closedOn : null, state }];
}
