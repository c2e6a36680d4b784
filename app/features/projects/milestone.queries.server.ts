import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import { isContested } from "../records/record";
import { visibleTo } from "../records/record.queries.server";
import { waitingMove } from "./day-move";
import { standings } from "./milestone";
import { permittedActions } from "./milestone.policy";
import { situationOf } from "./milestone.transitions";
import { findMilestoneRows } from "./milestone-rows.server";
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
  const parts = (await findMilestoneLines(tx, visibleTo(actor), today)).filter(
    (line) => line.parentId === id,
  );
  const names = await findNames(tx, [columns.councilPersonId, columns.communityPersonId]);
  const titles = await findTitles(tx, actor, [columns.projectId, columns.parentId]);
  const link = (to: string | null) => (to && titles.has(to) ? { id: to, title: titles.get(to) ?? "" } : null);
  const naming = await findNaming(tx, actor.relationships);
  const { areaId, title, relationshipId, revision } = record;
  const { projectId, earlyWin, dueDiligence } = columns;
  const common = { areaId, title, relationshipId, projectId, earlyWin, dueDiligence };
  return {
    ...toLine(milestone, standing, { ...common, contested: isContested(record, today) }, today),
    revision,
    sides: naming(relationshipId),
    ownSide: actor.side,
    setOn: milestone.setOn,
    evidence: columns.evidence,
    councilPersonId: columns.councilPersonId,
    communityPersonId: columns.communityPersonId,
    people: {
      council: names.get(columns.councilPersonId ?? "") ?? null,
      community: names.get(columns.communityPersonId ?? "") ?? null,
    },
    project: link(columns.projectId),
    parent: link(columns.parentId),
    rolledUp: standing.rolledUp,
    doneNote: columns.doneNote,
    acknowledgedOn: milestone.acknowledgedOn,
    acknowledgedNote: columns.acknowledgedNote,
    droppedOn: milestone.droppedOn,
    droppedNote: columns.droppedNote,
    withdrawnOn: milestone.withdrawnOn,
    letGo: milestone.letGoAskedBySide && { by: milestone.letGoAskedBySide, reason: columns.letGoReason },
    proposal: waitingMove(milestone),
    days: planDays(milestone),
    partLines: parts,
    can: permittedActions(actor, record, situationOf(milestone, standing, actor.side)),
  };
}

export type MilestonePage = NonNullable<Awaited<ReturnType<typeof getMilestonePage>>>;
