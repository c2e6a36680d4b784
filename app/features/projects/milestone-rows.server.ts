import { dateToDay } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import type { RecordBase } from "../records/record";
import { baseSelect, toBase } from "../records/record.queries.server";
import { dayOrNull, moveRows, toMove } from "./day-move-rows.server";
import type { Milestone } from "./milestone";

/** The columns of a milestone's own part. */
export const milestoneSelect = {
  projectId: true,
  parentId: true,
  owner: true,
  councilPersonId: true,
  communityPersonId: true,
  dueOn: true,
  evidence: true,
  earlyWin: true,
  dueDiligence: true,
  doneOn: true,
  doneNote: true,
  acknowledgedOn: true,
  acknowledgedNote: true,
  droppedOn: true,
  droppedNote: true,
  letGoAskedBySide: true,
  letGoAskedOn: true,
  letGoReason: true,
  withdrawnOn: true,
} satisfies Prisma.MilestoneSelect;

const rowSelect = {
  ...baseSelect,
  dayMoves: moveRows,
  milestone: { select: milestoneSelect },
} satisfies Prisma.RecordSelect;

type Columns = Prisma.MilestoneGetPayload<{ select: typeof milestoneSelect }>;

/** A milestone as it is stored: its common part, its own, and both as the pure code takes them. */
export type MilestoneRow = { record: RecordBase; columns: Columns; milestone: Milestone };

/** The milestones whose records match, in no order. */
export async function findMilestoneRows(tx: Tx, where: Prisma.RecordWhereInput): Promise<MilestoneRow[]> {
  const rows = await tx.record.findMany({
    where: { AND: [{ kind: "milestone" }, where] },
    select: rowSelect,
  });
  return rows.flatMap(({ milestone: columns, dayMoves, ...row }) => {
    if (columns === null) return [];
    const record = toBase(row);
    return [{ record, columns, milestone: toMilestone(record, columns, dayMoves.map(toMove)) }];
  });
}

function toMilestone(record: RecordBase, columns: Columns, moves: Milestone["moves"]): Milestone {
  return {
    id: record.id,
    parentId: columns.parentId,
    owner: columns.owner,
    setOn: record.occurredOn,
    dueOn: dateToDay(columns.dueOn),
    moves,
    doneOn: dayOrNull(columns.doneOn),
    acknowledgedOn: dayOrNull(columns.acknowledgedOn),
    droppedOn: dayOrNull(columns.droppedOn),
    letGoAskedBySide: columns.letGoAskedBySide,
    withdrawnOn: dayOrNull(columns.withdrawnOn),
  };
}

/** In the register, for both sides. */
const STANDS: Prisma.RecordWhereInput = { level: "shared", binnedAt: null, voidedOn: null };

/** A milestone and everything that is part of it, level by level; gone ones left out, but for the first. */
export async function findWithParts(tx: Tx, id: string): Promise<MilestoneRow[]> {
  const found = await findMilestoneRows(tx, { id });
  const seen = new Set([id]);
  let level = [id];
  while (level.length > 0) {
    const parts = await findMilestoneRows(tx, { AND: [STANDS, { milestone: { parentId: { in: level } } }] });
    const fresh = parts.filter(({ record }) => !seen.has(record.id));
    for (const { record } of fresh) seen.add(record.id);
    found.push(...fresh);
    level = fresh.map(({ record }) => record.id);
  }
  return found;
}

/** The milestones above one, nearest first. */
export async function findAbove(tx: Tx, parentId: string | null): Promise<string[]> {
  const above: string[] = [];
  let next = parentId;
  while (next !== null && !above.includes(next)) {
    above.push(next);
    const row = await tx.milestone.findUnique({ where: { recordId: next }, select: { parentId: true } });
    next = row?.parentId ?? null;
  }
  return above;
}
