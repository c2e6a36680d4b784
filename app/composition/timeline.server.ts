import type { AreaActor } from "~/features/identity/actor";
import { isContested, KIND_WORDS, LEVEL_WORDS, type RecordKind } from "~/features/records/record";
import { aboutRelationship, baseSelect, toBase, visibleTo } from "~/features/records/record.queries.server";
import { sideNames } from "~/features/records/side-names";
import { type Day, dateToDay, dayToDate } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import { resolveDay } from "~/platform/form-days";
import { recordHref } from "./record-href";
import { type DetailContext, FIND_DETAILS } from "./timeline-details.server";
import type { TimelineFilter } from "./timeline-filter";

const PAGE_SIZE = 50;
const MOST_AHEAD = 20;

/** One line of the timeline, as its reader may see it. */
export type TimelineLine = {
  id: string;
  kind: RecordKind;
  day: Day;
  title: string;
  href: string;
  side: "council" | "community";
  facts: string[];
};

/**
 * Everything this actor may see in the area, as filtered: what happened up to today, newest first and paged, and on
 * the first page what is planned ahead, the next first. Days of the filter are inclusive.
 */
export async function findTimeline(tx: Tx, actor: AreaActor, filter: TimelineFilter, today: Day) {
  const where: Prisma.RecordWhereInput = { AND: [visibleTo(actor), ...conditions(actor, filter, today)] };
  const past = { AND: [where, { occurredOn: { lte: dayToDate(today) } }] };
  const ahead = { AND: [where, { occurredOn: { gt: dayToDate(today) } }] };
  const count = await tx.record.count({ where: past });
  const pages = Math.max(1, Math.ceil(count / PAGE_SIZE));
  const page = Math.min(filter.page, pages);
  const rows = await tx.record.findMany({
    where: past,
    orderBy: [{ occurredOn: "desc" }, { id: "desc" }],
    skip: (page - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
    select: baseSelect,
  });
  const next = await tx.record.findMany({
    where: ahead,
    orderBy: [{ occurredOn: "asc" }, { id: "asc" }],
    take: page === 1 ? MOST_AHEAD : 0,
    select: baseSelect,
  });
  const lines = await toLines(tx, actor, today, [...next, ...rows].map(toBase));
  return { ahead: lines.slice(0, next.length), lines: lines.slice(next.length), count, page, pages };
}

type Base = ReturnType<typeof toBase>;

async function toLines(tx: Tx, actor: AreaActor, today: Day, records: Base[]): Promise<TimelineLine[]> {
  const councils = await tx.organisation.findMany({
    where: { id: { in: actor.relationships.map((r) => r.councilId) } },
    select: { id: true, shortName: true },
  });
  const names = new Map(
    actor.relationships.map((r) => [r.id, councils.find(({ id }) => id === r.councilId)?.shortName ?? null]),
  );
  const sides = new Map(records.map((r) => [r.id, sideNames(names.get(r.relationshipId ?? "") ?? null)]));
  const sidesOf = (id: string) => sides.get(id) ?? sideNames(null);
  const details = await findDetails({ tx, actor, today, sidesOf }, records);
  return records.map((record) => ({
    id: record.id,
    kind: record.kind,
    day: record.occurredOn,
    title: record.title,
    href: recordHref(record.kind, actor.areaSlug, record.id),
    side: record.side,
    facts: [
      KIND_WORDS[record.kind].one,
      ...(details.get(record.id) ?? []),
      `Recorded by ${sidesOf(record.id)[record.side]}`,
      ...(record.level === "shared" ? [] : [LEVEL_WORDS[record.level]]),
      ...(isContested(record, today) ? ["The two sides see this differently"] : []),
    ],
  }));
}

async function findDetails(context: DetailContext, records: Base[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const kind of new Set(records.map((record) => record.kind))) {
    const ids = records.filter((record) => record.kind === kind).map(({ id }) => id);
    for (const [id, words] of await FIND_DETAILS[kind](context, ids)) found.set(id, words);
  }
  return found;
}

function conditions(actor: AreaActor, filter: TimelineFilter, today: Day): Prisma.RecordWhereInput[] {
  const { kind, side, council, person, code, from, to } = filter;
  const relationship = actor.relationships.find((r) => r.councilSlug === council);
  return [
    kind ? { kind } : {},
    side ? { side } : {},
    relationship ? aboutRelationship(actor, relationship.id) : {},
    person ? { OR: involving(person) } : {},
    code ? { codings: { some: { endedAt: null, code: { slug: code } } } } : {},
    from ? { occurredOn: { gte: dayToDate(resolveDay(from, today)) } } : {},
    to ? { occurredOn: { lte: dayToDate(resolveDay(to, today)) } } : {},
  ];
}

/** The ways in which a record is about a person. */
function involving(personId: string): Prisma.RecordWhereInput[] {
  return [
    { meeting: { attendances: { some: { personId } } } },
    { commitment: { OR: [{ byPersonId: personId }, { toPersonId: personId }] } },
    { request: { OR: [{ toPersonId: personId }, { referrals: { some: { toPersonId: personId } } }] } },
    { project: { OR: [{ leadPersonId: personId }, { leadChanges: { some: { toPersonId: personId } } }] } },
    { milestone: { OR: [{ councilPersonId: personId }, { communityPersonId: personId }] } },
    { note: { personId } },
    { evidence: { links: { some: { personId } } } },
  ];
}

/** The newest records up to today, for the pages that lead here. */
export async function findLatest(tx: Tx, actor: AreaActor, today: Day, most: number) {
  const rows = await tx.record.findMany({
    where: { AND: [visibleTo(actor), { occurredOn: { lte: dayToDate(today) }, kind: { not: "note" } }] },
    orderBy: [{ occurredOn: "desc" }, { id: "desc" }],
    take: most,
    select: { id: true, kind: true, title: true, occurredOn: true },
  });
  return rows.map(({ id, kind, title, occurredOn }) => ({
    id,
    title,
    href: recordHref(kind as RecordKind, actor.areaSlug, id),
    kind: KIND_WORDS[kind as RecordKind].one,
    on: dateToDay(occurredOn),
  }));
}
