import type { Day } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import { type AreaActor, otherSide, type Side } from "../identity/actor";
import { isContested } from "../records/record";
import { aboutRelationship, baseSelect, toBase, visibleTo } from "../records/record.queries.server";
import { daysPast, outcomeWords, stageOf, stateWords, waitingOn } from "./evidence";
import type { EvidenceFilter } from "./evidence-filter";
import { evidenceSelect, toEntry } from "./evidence-rows.server";
import type { EvidenceView } from "./evidence-views";
import { KINDS } from "./kinds/index";

const PAGE_SIZE = 25;

/** One page of the area's entries, as filtered, the newest first. */
export async function findEvidenceList(tx: Tx, actor: AreaActor, filter: EvidenceFilter, today: Day) {
  const where = whereOf(actor, filter);
  const count = await tx.record.count({ where });
  const pages = Math.max(1, Math.ceil(count / PAGE_SIZE));
  const page = Math.min(filter.page, pages);
  const rows = await tx.record.findMany({
    where,
    orderBy: [{ occurredOn: "desc" }, { id: "desc" }],
    skip: (page - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
    select: { ...baseSelect, evidence: { select: evidenceSelect } },
  });
  const entries = rows.flatMap(({ evidence, ...row }) => {
    if (evidence === null) return [];
    const base = toBase(row);
    const entry = toEntry(evidence, base);
    return {
      id: base.id,
      title: base.title,
      kind: entry.kind.words.one,
      on: base.occurredOn,
      level: base.level,
      side: base.side,
      relationshipId: base.relationshipId,
      stage: stageOf(entry),
      state: stateWords(entry, actor.side),
      said: entry.answeredOn && outcomeWords(entry),
      forReader: waitingOn(entry) === actor.side,
      daysPast: daysPast(entry, today),
      contested: isContested(base, today),
    };
  });
  return { entries, count, page, pages };
}

/** The small words of entries on a timeline: their kind, and what was answered. */
export async function findEvidenceDetails(
  tx: Tx,
  actor: AreaActor,
  ids: string[],
): Promise<Map<string, string[]>> {
  const rows = await tx.record.findMany({
    where: { AND: [visibleTo(actor, { withGone: true }), { id: { in: ids } }] },
    select: { ...baseSelect, evidence: { select: evidenceSelect } },
  });
  return new Map(
    rows.map(({ evidence, ...row }) => {
      const entry = evidence && toEntry(evidence, toBase(row));
      const said = entry?.answeredOn ? outcomeWords(entry) : entry && stateWords(entry, actor.side);
      const words = entry ? [entry.kind.words.one, said] : [];
      return [row.id, words.filter((word): word is string => word !== null)];
    }),
  );
}

function whereOf(actor: AreaActor, filter: EvidenceFilter): Prisma.RecordWhereInput {
  const { view, kind, component, side, council } = filter;
  const relationship = actor.relationships.find((r) => r.councilSlug === council);
  const of = KINDS.filter((each) => each.component === component).map(({ id }) => id);
  return {
    AND: [
      visibleTo(actor),
      { kind: "evidence", evidence: { AND: [VIEWS[view](actor.side), kind ? { kind } : {}] } },
      component ? { evidence: { kind: { in: of } } } : {},
      side ? { side } : {},
      relationship ? aboutRelationship(actor, relationship.id) : {},
    ],
  };
}

const VIEWS: Record<EvidenceView, (own: Side) => Prisma.EvidenceWhereInput> = {
  all: () => ({}),
  "to-answer": (own) => ({ answerBySide: own, answeredOn: null }),
  "on-them": (own) => ({ answerBySide: otherSide(own), answeredOn: null }),
  answered: () => ({ answeredOn: { not: null } }),
};
