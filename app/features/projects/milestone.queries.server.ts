import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import { isContested } from "../records/record";
import { visibleTo } from "../records/record.queries.server";
import { waitingMove } from "./day-move";
import { standings } from "./milestone";
import { permittedActions } from "./milestone.policy";
import { situationOf } from "./milestone.transitions";
import { findMilestoneRows, type MilestoneRow } from "./milestone-rows.server";
import { findMilestoneLines } from "./milestones.queries.server";
import { findNames, findNaming, findTitles } from "./plan-names.queries.server";
import { planDays, toLine } from "./plan-views";

/** The page of one milestone; null where this actor sees no such record. */
export async function getMilestonePage(tx: Tx, actor: AreaActor, id: string, today: Day) {
  const own = { AND: [{ id }, visibleTo(actor, { withGone: true })] };
  const [row] = await findMilestoneRows(tx, own);
  if (!row || row.record.binned) return null;
  const around = await findMilestoneRows(tx, visibleTo(actor));
  const gone = around.every(({ record }) => record.id !== id);
  const all = gone ? [...around, row] : around;
  const standing = standings(all.map(({ milestone }) => milestone)).get(id);
  if (!standing) return null;
  const { record, columns, milestone } = row;
  const lines = await findMilestoneLines(tx, visibleTo(actor), today);
  const naming = await findNaming(tx, actor.relationships);
  const { areaId, title, relationshipId, revision } = record;
  const { projectId, earlyWin, dueDiligence } = columns;
  const common = { areaId, title, relationshipId, projectId, earlyWin, dueDiligence };
  return {
    ...toLine(milestone, standing, { ...common, contested: isContested(record, today) }, today),
    ...(await linksOf(tx, actor, row)),
    revision,
    sides: naming(relationshipId),
    ownSide: actor.side,
    rolledUp: standing.rolledUp,
    ...wordsOf(row),
    proposal: waitingMove(milestone),
    days: planDays(milestone),
    partLines: lines.filter((line) => line.parentId === id),
    can: permittedActions(actor, record, situationOf(milestone, standing, actor.side)),
  };
}

/** What was written of a milestone, and on which days. */
function wordsOf({ columns, milestone }: MilestoneRow) {
  const { evidence, councilPersonId, communityPersonId, doneNote, acknowledgedNote, droppedNote } = columns;
  const { setOn, acknowledgedOn, droppedOn, withdrawnOn, letGoAskedBySide: by } = milestone;
  return {
    ...{ evidence, councilPersonId, communityPersonId, doneNote, acknowledgedNote, droppedNote },
    ...{ setOn, acknowledgedOn, droppedOn, withdrawnOn },
    letGo: by && { by, reason: columns.letGoReason },
  };
}

/** The people who look after it, and what it belongs to, as far as the reader sees them. */
async function linksOf(tx: Tx, actor: AreaActor, { columns }: MilestoneRow) {
  const names = await findNames(tx, [columns.councilPersonId, columns.communityPersonId]);
  const titles = await findTitles(tx, actor, [columns.projectId, columns.parentId]);
  const link = (to: string | null) => (to && titles.has(to) ? { id: to, title: titles.get(to) ?? "" } : null);
  return {
    people: {
      council: names.get(columns.councilPersonId ?? "") ?? null,
      community: names.get(columns.communityPersonId ?? "") ?? null,
    },
    project: link(columns.projectId),
    parent: link(columns.parentId),
  };
}

export type MilestonePage = NonNullable<Awaited<ReturnType<typeof getMilestonePage>>>;
