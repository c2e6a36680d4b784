import { dateToDay } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import type { RecordBase } from "../records/record";
import { baseSelect, toBase } from "../records/record.queries.server";
import { dayOrNull, moveRows, toMove } from "./day-move-rows.server";
import type { Project } from "./project";

const byDay = <K extends string>(day: K) => [{ [day]: "asc" as const }, { id: "asc" as const }];

/** The columns of a project's own part. Its lines are queries of their own where a page shows them in full. */
export const projectSelect = {
  aim: true,
  lead: true,
  leadPersonId: true,
  leadNamedOn: true,
  residentsLead: true,
  responsibility: true,
  startedOn: true,
  endsOn: true,
  endsBySide: true,
  endsAgreedOn: true,
  stage: true,
  closedOn: true,
  closedNote: true,
  involves: true,
  decisionFrom: true,
  decisionSince: true,
  caseText: true,
  scopeFixedOn: true,
  scopeFixedBySide: true,
  scopeAgreedOn: true,
  teams: { orderBy: { position: "asc" }, select: { name: true, adds: true } },
  blocks: {
    orderBy: byDay("since"),
    select: { id: true, text: true, since: true, clearedOn: true, clearedNote: true, requestId: true },
  },
  skillGaps: {
    orderBy: byDay("openedOn"),
    select: { id: true, skill: true, openedOn: true, filledOn: true, filledNote: true },
  },
  leadChanges: {
    orderBy: byDay("on"),
    select: {
      id: true,
      on: true,
      fromLead: true,
      toLead: true,
      toPersonId: true,
      decided: true,
      decisionText: true,
      meetingId: true,
      reason: true,
    },
  },
} satisfies Prisma.ProjectSelect;

const rowSelect = {
  ...baseSelect,
  dayMoves: moveRows,
  project: { select: projectSelect },
} satisfies Prisma.RecordSelect;

type Columns = Prisma.ProjectGetPayload<{ select: typeof projectSelect }>;

/** A project as it is stored: its common part, its own, and both as the pure code takes them. */
export type ProjectRow = { record: RecordBase; columns: Columns; project: Project };

/** The projects whose records match, in no order. */
export async function findProjectRows(tx: Tx, where: Prisma.RecordWhereInput): Promise<ProjectRow[]> {
  const rows = await tx.record.findMany({
    where: { AND: [{ kind: "project" }, where] },
    select: rowSelect,
  });
  return rows.flatMap(({ project: columns, dayMoves, ...record }) =>
    columns === null
      ? []
      : [{ record: toBase(record), columns, project: toProject(columns, dayMoves.map(toMove)) }],
  );
}

function toProject(columns: Columns, moves: Project["moves"]): Project {
  return {
    startedOn: dateToDay(columns.startedOn),
    stage: columns.stage,
    closedOn: dayOrNull(columns.closedOn),
    lead: columns.lead,
    leadNamedOn: dayOrNull(columns.leadNamedOn),
    endsOn: dayOrNull(columns.endsOn),
    endsBySide: columns.endsBySide,
    endsAgreedOn: dayOrNull(columns.endsAgreedOn),
    moves,
    decisionFrom: columns.decisionFrom,
    decisionSince: dayOrNull(columns.decisionSince),
    scopeFixedOn: dayOrNull(columns.scopeFixedOn),
    scopeFixedBySide: columns.scopeFixedBySide,
    scopeAgreedOn: dayOrNull(columns.scopeAgreedOn),
    blocks: columns.blocks.map(({ id, text, since, clearedOn, requestId }) => ({
      id,
      text,
      since: dateToDay(since),
      clearedOn: dayOrNull(clearedOn),
      helpAsked: requestId !== null,
    })),
    gaps: columns.skillGaps.map(({ id, skill, openedOn, filledOn }) => ({
      id,
      skill,
      openedOn: dateToDay(openedOn),
      filledOn: dayOrNull(filledOn),
    })),
    leadChanges: columns.leadChanges.map(({ id, on, fromLead, toLead, decided }) => ({
      id,
      on: dateToDay(on),
      from: fromLead,
      to: toLead,
      decided,
    })),
  };
}
