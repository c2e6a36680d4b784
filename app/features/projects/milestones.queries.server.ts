import type { Day } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import { type AreaActor, isAbout, otherSide, type Side } from "../identity/actor";
import { isContested } from "../records/record";
import { visibleTo } from "../records/record.queries.server";
import type { FactOf } from "../scoring/facts";
import { standings } from "./milestone";
import { toFact } from "./milestone.facts";
import { findMilestoneRows, findWithParts } from "./milestone-rows.server";
import type { MilestoneFilter } from "./plan-filters";
import type { MilestoneView } from "./plan-list-views";
import { byDay, type MilestoneLine, toLine } from "./plan-views";

export const LINES_A_PAGE = 25;

/**
 * The milestones that match, by the day both sides look to, each with what its parts come to. Parts count in where they
 * match as well: ask for an area's or a project's, and filter after.
 */
export async function findMilestoneLines(
  tx: Tx,
  where: Prisma.RecordWhereInput,
  today: Day,
): Promise<MilestoneLine[]> {
  const rows = await findMilestoneRows(tx, where);
  const standing = standings(rows.map(({ milestone }) => milestone));
  return rows
    .flatMap(({ record, columns, milestone }) => {
      const stands = standing.get(record.id);
      if (!stands) return [];
      const { areaId, title, relationshipId } = record;
      const { projectId, earlyWin, dueDiligence } = columns;
      const contested = isContested(record, today);
      const own = { areaId, title, relationshipId, projectId, earlyWin, dueDiligence, contested };
      return [toLine(milestone, stands, own, today)];
    })
    .sort(byDay);
}

const MATCHES: Record<MilestoneView, (line: MilestoneLine, own: Side) => boolean> = {
  planned: ({ state }) => state === "planned",
  "past-its-day": ({ daysPast }) => daysPast > 0,
  ours: ({ acts }, own) => acts.includes(own),
  theirs: ({ acts }, own) => acts.includes(otherSide(own)),
  done: ({ state }) => state === "done",
  "to-acknowledge": ({ state, owner, acknowledged }) =>
    state === "done" && owner !== "joint" && !acknowledged,
  moved: ({ moved }) => moved > 0,
  dropped: ({ state }) => state === "dropped" || state === "withdrawn",
  all: () => true,
};

/** Views of what is over: the newest first. */
const OVER: readonly MilestoneView[] = ["done", "dropped"];

/** One page of the area's milestones, as filtered. */
export async function findMilestones(tx: Tx, actor: AreaActor, filter: MilestoneFilter, today: Day) {
  const relationship = actor.relationships.find((r) => r.councilSlug === filter.council);
  const all = await findMilestoneLines(tx, visibleTo(actor), today);
  const lines = all.filter(
    (line) =>
      MATCHES[filter.view](line, actor.side) &&
      (!filter.owner || line.owner === filter.owner) &&
      (!filter.project || line.projectId === filter.project) &&
      (!relationship || isAbout(actor, line.relationshipId, relationship.id)),
  );
  const ordered = OVER.includes(filter.view) ? lines.reverse() : lines;
  return { ...pageOf(ordered, filter.page), any: all.length > 0 };
}

/** One page of a list that is worked out as a whole. */
export function pageOf<T>(all: readonly T[], wanted: number, most: number = LINES_A_PAGE) {
  const pages = Math.max(1, Math.ceil(all.length / most));
  const page = Math.min(wanted, pages);
  return { lines: all.slice((page - 1) * most, page * most), count: all.length, page, pages };
}

/** The milestones that another may be part of, or that belong to a project: for the forms. */
export async function findMilestoneChoices(tx: Tx, actor: AreaActor) {
  return tx.record.findMany({
    where: {
      AND: [visibleTo(actor), { kind: "milestone", milestone: { droppedOn: null, withdrawnOn: null } }],
    },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    select: { id: true, title: true, relationshipId: true },
  });
}

/** What a milestone says to the score, and what it is part of, whose fact follows; null where it says nothing. */
export async function findMilestoneFact(tx: Tx, recordId: string): Promise<FactOf<"milestone"> | null> {
  const rows = await findWithParts(tx, recordId);
  const row = rows.find(({ record }) => record.id === recordId);
  const standing = standings(rows.map(({ milestone }) => milestone)).get(recordId);
  return row && standing ? toFact(row.record, row.milestone, standing) : null;
}

/** What a record is part of: the milestone whose fact changes with it; empty for any other kind. */
export async function findPartOf(tx: Tx, recordId: string): Promise<string[]> {
  const row = await tx.milestone.findUnique({ where: { recordId }, select: { parentId: true } });
  return row?.parentId ? [row.parentId] : [];
}
