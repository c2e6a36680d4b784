import { z } from "zod";
import { lookedForOn, stateOf } from "~/features/commitments/commitment";
import { findRows, toCommitment } from "~/features/commitments/commitment-rows.server";
import type { Actor, Stand } from "~/features/identity/actor";
import { mayWrite } from "~/features/identity/actor";
import {
  COUNCIL_KINDS,
  COUNCIL_WHENS,
  type CouncilKind,
  type CouncilLine,
  type CouncilWhen,
  orderLines,
  SOON_DAYS,
} from "~/features/projects/council-line";
import { councilMilestones } from "~/features/projects/council-milestones";
import { findMilestoneLines } from "~/features/projects/milestones.queries.server";
import { requestSelect, toRequest } from "~/features/requests/request-rows.server";
import { addDays, type Day, daysBetween } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import { findCouncilHandovers } from "./council-handovers.server";
import { recordHref } from "./record-href";

/** What the address of an officer's page may say; anything else falls back. */
export const councilFilter = z.object({
  area: z.string().max(200).optional().catch(undefined),
  what: z
    .enum(Object.keys(COUNCIL_KINDS) as [CouncilKind, ...CouncilKind[]])
    .optional()
    .catch(undefined),
  when: z.enum(Object.keys(COUNCIL_WHENS) as [CouncilWhen, ...CouncilWhen[]]).catch("all"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type CouncilFilter = z.output<typeof councilFilter>;

/** Where an actor stands for a council; empty: the page is not theirs. */
export function councilStands(actor: Actor): Stand[] {
  return actor.stands.filter(({ side }) => side === "council");
}

/** Shared records of all these areas at once: what row security says again. */
function sharedIn(stands: readonly Stand[]): Prisma.RecordWhereInput {
  const relationships = stands.flatMap((stand) => stand.relationships.map(({ id }) => id));
  return {
    level: "shared",
    binnedAt: null,
    voidedOn: null,
    areaId: { in: stands.map(({ areaId }) => areaId) },
    OR: [{ relationshipId: null }, { relationshipId: { in: relationships } }],
  };
}

type Area = { slug: string; name: string; writes: boolean };
type Asked = { tx: Tx; where: Prisma.RecordWhereInput; areas: Map<string, Area>; today: Day };

/** Each kind's lines, one query a kind over all areas. */
const FINDERS: Record<CouncilKind, (asked: Asked) => Promise<CouncilLine[]>> = {
  milestones: async ({ tx, where, areas, today }) => {
    // Parts tell what they are part of, finished or not; the rest is what may still wait for the council.
    const mayWait: Prisma.MilestoneWhereInput[] = [
      { parentId: { not: null } },
      { doneOn: null, droppedOn: null, withdrawnOn: null },
      { owner: "community", acknowledgedOn: null },
    ];
    const lines = await findMilestoneLines(tx, { AND: [where, { milestone: { OR: mayWait } }] }, today);
    return lines.flatMap((line) => {
      const area = areas.get(line.areaId);
      const wanted = area && councilMilestones(line, today);
      return wanted ? [lineOf("milestones", "milestone", line, area, wanted, today)] : [];
    });
  },
  promises: async ({ tx, where, areas, today }) => {
    const open: Prisma.RecordWhereInput = {
      commitment: { bySide: "council", notKeptOn: null, withdrawnOn: null },
      OR: [{ commitment: { doneOn: null } }, { contestedOn: { not: null }, settledOn: null }],
    };
    const rows = await findRows(tx, { AND: [where, open] });
    return rows.flatMap((row) => {
      const promise = toCommitment(row);
      const area = areas.get(row.record.areaId);
      if (!area || stateOf(promise, today, false) !== "open") return [];
      const told = promise.toldOn === null ? [] : ["Told that it takes longer"];
      const wanted = {
        on: lookedForOn(promise),
        wants: "Promise",
        facts: told,
        quick: "report-done" as const,
      };
      return [lineOf("promises", "commitment", row.record, area, wanted, today)];
    });
  },
  answers: async ({ tx, where, areas, today }) => {
    const rows = await tx.record.findMany({
      where: { AND: [where, { request: { toSide: "council", answeredOn: null, withdrawnOn: null } }] },
      select: { id: true, title: true, areaId: true, request: { select: requestSelect } },
    });
    return rows.flatMap(({ request, ...record }) => {
      const area = areas.get(record.areaId);
      if (!area || request === null) return [];
      const { targetOn, holdingOn } = toRequest(request);
      const held = holdingOn === null ? [] : ["A holding reply was given"];
      return [
        lineOf("answers", "request", record, area, { on: targetOn, wants: "Answer", facts: held }, today),
      ];
    });
  },
  handovers: async ({ tx, where, areas, today }) => {
    const found = await findCouncilHandovers(tx, where, today);
    return found.flatMap(({ line, wanted }) => {
      const area = areas.get(line.areaId);
      return area ? [lineOf("handovers", "handover", line, area, wanted, today)] : [];
    });
  },
};

type Wanted = { on: Day; wants: string; facts: string[]; quick?: "report-done" | "acknowledge" | null };

function lineOf(
  kind: CouncilKind,
  record: "milestone" | "commitment" | "request" | "handover",
  { id, title }: { id: string; title: string },
  area: Area,
  { on, wants, facts, quick = null }: Wanted,
  today: Day,
): CouncilLine {
  const tap =
    quick !== null && area.writes && (record === "milestone" || record === "commitment")
      ? { intent: quick, of: record }
      : null;
  const href = recordHref(record, area.slug, id);
  const daysPast = Math.max(0, daysBetween(on, today));
  return {
    id,
    kind,
    title,
    href,
    area: area.name,
    areaSlug: area.slug,
    on,
    daysPast,
    wants,
    facts,
    quick: tap,
  };
}

const LINES_A_PAGE = 50;

/** What the council owes or looks after in all its areas, narrowed and paged, what has passed its day first. */
export async function findCouncilPage(tx: Tx, all: readonly Stand[], filter: CouncilFilter, today: Day) {
  // Of a closed area nothing is owed any more.
  const stands = all.filter(({ closed }) => !closed);
  const rows = await tx.area.findMany({
    where: { id: { in: stands.map(({ areaId }) => areaId) } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, slug: true, name: true },
  });
  const writes = new Map(stands.map((stand) => [stand.areaId, mayWrite(stand)]));
  const areas = new Map(rows.map(({ id, ...area }) => [id, { ...area, writes: writes.get(id) ?? false }]));
  const chosen = stands.filter(({ areaSlug }) => !filter.area || areaSlug === filter.area);
  const asked = { tx, where: sharedIn(chosen), areas, today };
  const found: CouncilLine[] = [];
  for (const kind of Object.keys(FINDERS) as CouncilKind[]) {
    if (!filter.what || filter.what === kind) found.push(...(await FINDERS[kind](asked)));
  }
  const past = found.filter(({ daysPast }) => daysPast > 0);
  const soon = found.filter(({ on, daysPast }) => daysPast === 0 && on <= addDays(today, SOON_DAYS));
  const shown = orderLines(filter.when === "past" ? past : filter.when === "soon" ? soon : found);
  const pages = Math.max(1, Math.ceil(shown.length / LINES_A_PAGE));
  const page = Math.min(filter.page, pages);
  return {
    lines: shown.slice((page - 1) * LINES_A_PAGE, page * LINES_A_PAGE),
    counts: { past: past.length, soon: soon.length, all: found.length },
    page,
    pages,
    areas: rows.map(({ slug, name }) => ({ slug, name })),
  };
}
