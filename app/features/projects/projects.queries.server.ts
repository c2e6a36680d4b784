import { compareDays, type Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { type AreaActor, isAbout, type Side } from "../identity/actor";
import { isContested } from "../records/record";
import { visibleTo } from "../records/record.queries.server";
import type { FactOf } from "../scoring/facts";
import { findMilestoneLines, pageOf } from "./milestones.queries.server";
import type { ProjectFilter } from "./plan-filters";
import type { ProjectView } from "./plan-list-views";
import type { MilestoneLine } from "./plan-views";
import { daysPastEnd, endpointOf, flagsOf, isClosed, waitsForWord } from "./project";
import { toFact } from "./project.facts";
import { findProjectRows, type ProjectRow } from "./project-rows.server";

function toLine({ record, columns, project }: ProjectRow, milestones: readonly MilestoneLine[], today: Day) {
  const steps = milestones.filter(
    (line) => line.projectId === record.id && line.state !== "withdrawn" && line.parentId === null,
  );
  return {
    id: record.id,
    title: record.title,
    relationshipId: record.relationshipId,
    stage: project.stage,
    lead: project.lead,
    leadPersonId: columns.leadPersonId,
    startedOn: project.startedOn,
    endsOn: endpointOf(project)?.agreed ?? null,
    daysPast: daysPastEnd(project, today),
    flags: flagsOf(project, today),
    waitsFor: waitsForWord(project),
    closed: isClosed(project),
    steps: steps.length,
    stepsDone: steps.filter(({ state }) => state === "done").length,
    contested: isContested(record, today),
  };
}

/** A project as lists show it. */
export type ProjectLine = ReturnType<typeof toLine>;

const MATCHES: Record<ProjectView, (line: ProjectLine, own: Side) => boolean> = {
  open: ({ closed }) => !closed,
  "held-up": ({ flags }) => flags.includes("held-up"),
  "no-lead": ({ flags }) => flags.includes("no-lead"),
  "no-endpoint": ({ flags }) => flags.includes("no-endpoint"),
  "past-its-day": ({ flags }) => flags.includes("past-its-endpoint"),
  waiting: ({ waitsFor }, own) => waitsFor.includes(own),
  closed: ({ closed }) => closed,
  all: () => true,
};

/** One page of the area's projects, as filtered: those that end first come first, those without an end last. */
export async function findProjects(tx: Tx, actor: AreaActor, filter: ProjectFilter, today: Day) {
  const relationship = actor.relationships.find((r) => r.councilSlug === filter.council);
  const rows = await findProjectRows(tx, visibleTo(actor));
  const milestones = await findMilestoneLines(tx, visibleTo(actor), today);
  const all = rows.map((row) => toLine(row, milestones, today)).sort(byEnd);
  const lines = all.filter(
    (line) =>
      MATCHES[filter.view](line, actor.side) &&
      (!filter.lead || line.lead === filter.lead) &&
      (!relationship || isAbout(actor, line.relationshipId, relationship.id)),
  );
  return { ...pageOf(lines, filter.page), any: all.length > 0 };
}

function byEnd(a: ProjectLine, b: ProjectLine): number {
  if (a.endsOn !== null && b.endsOn !== null && a.endsOn !== b.endsOn) return compareDays(a.endsOn, b.endsOn);
  return Number(a.endsOn === null) - Number(b.endsOn === null) || (a.id < b.id ? -1 : 1);
}

/** The projects a milestone may belong to: for the forms. */
export async function findProjectChoices(tx: Tx, actor: AreaActor) {
  return tx.record.findMany({
    where: { AND: [visibleTo(actor), { kind: "project" }] },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    select: { id: true, title: true, relationshipId: true },
  });
}

/** What a project says to the score; null where it says nothing. */
export async function findProjectFact(tx: Tx, recordId: string): Promise<FactOf<"project"> | null> {
  const [row] = await findProjectRows(tx, { id: recordId });
  return row ? toFact(row.record, row.project) : null;
}
