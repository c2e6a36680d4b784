import { type Day, dateToDay } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import type { AreaActor, Side } from "../identity/actor";
import { isContested } from "../records/record";
import { aboutRelationship, baseSelect, findBase, toBase, visibleTo } from "../records/record.queries.server";
import { sideNames } from "../records/side-names";
import type { FactOf } from "../scoring/facts";
import { isBelief, stageOf, waitingOn } from "./aim";
import { toFact } from "./aim.facts";
import { actionsOf } from "./aim.policy";
import type { AimFilter } from "./aim-filter";
import { aimSelect, findAimRow, toAim } from "./aim-rows.server";
import { STAGE_WORDS } from "./aim-words";

const PAGE_SIZE = 25;

/** The page of one aim; null where this actor sees no such record. */
export async function getAimPage(tx: Tx, actor: AreaActor, id: string) {
  const record = await findBase(tx, actor, id, { withGone: true });
  if (record?.kind !== "aim" || record.binned) return null;
  const row = await findAimRow(tx, id);
  if (row === null) return null;
  const aim = toAim(row, record);
  const council = await findCouncil(tx, actor, record.relationshipId);
  const sides = sideNames(council);
  return {
    id,
    title: record.title,
    revision: record.revision,
    detail: row.detail,
    owner: sides[aim.owner],
    statedBy: sides[aim.statedBy],
    recordedOn: aim.recordedOn,
    own: aim.owner === actor.side,
    belief: isBelief(aim),
    stage: stageOf(aim),
    acknowledged: aim.acknowledgedOn && { on: aim.acknowledgedOn, words: row.acknowledgedWords },
    answered: row.answer &&
      row.answeredOn && { answer: row.answer, on: dateToDay(row.answeredOn), words: row.answerWords },
    can: actionsOf(actor, record, aim),
  };
}

/** One page of the area's aims, as filtered: the newest first. */
export async function findAims(tx: Tx, actor: AreaActor, filter: AimFilter, today: Day) {
  const relationship = actor.relationships.find((r) => r.councilSlug === filter.council);
  const where: Prisma.RecordWhereInput = {
    AND: [
      visibleTo(actor),
      { kind: "aim", aim: filter.owner ? { ownerSide: filter.owner } : {} },
      relationship ? aboutRelationship(actor, relationship.id) : {},
    ],
  };
  const count = await tx.record.count({ where });
  const pages = Math.max(1, Math.ceil(count / PAGE_SIZE));
  const page = Math.min(filter.page, pages);
  const rows = await tx.record.findMany({
    where,
    orderBy: [{ occurredOn: "desc" }, { id: "desc" }],
    skip: (page - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
    select: { ...baseSelect, aim: { select: aimSelect } },
  });
  const aims = rows.flatMap(({ aim: row, ...base }) => {
    if (row === null) return [];
    const record = toBase(base);
    const aim = toAim(row, record);
    return {
      id: record.id,
      title: record.title,
      corrected: row.answer === "corrected" ? row.answerWords : null,
      owner: aim.owner,
      belief: isBelief(aim),
      relationshipId: record.relationshipId,
      recordedOn: aim.recordedOn,
      stage: stageOf(aim),
      forReader: waitingOn(aim) === actor.side,
      contested: isContested(record, today),
    };
  });
  return { aims, count, page, pages };
}

/** The small words of aims on a timeline: whose they are, and what was said to them. */
export async function findAimDetails(
  tx: Tx,
  ids: string[],
  sidesOf: (id: string) => Record<Side, string>,
): Promise<Map<string, string[]>> {
  const rows = await tx.record.findMany({
    where: { id: { in: ids } },
    select: { ...baseSelect, aim: { select: aimSelect } },
  });
  return new Map(
    rows.flatMap(({ aim: row, ...base }): [string, string[]][] => {
      if (row === null) return [];
      const aim = toAim(row, toBase(base));
      return [[base.id, [`Of ${sidesOf(base.id)[aim.owner]}`, STAGE_WORDS[stageOf(aim)]]]];
    }),
  );
}

/** What an aim says to the score; null where it says nothing. */
export async function findAimFact(tx: Tx, recordId: string): Promise<FactOf<"aim"> | null> {
  const row = await tx.record.findUnique({
    where: { id: recordId },
    select: { ...baseSelect, aim: { select: aimSelect } },
  });
  if (!row?.aim) return null;
  const base = toBase(row);
  return toFact(base, toAim(row.aim, base));
}

/** The short name of the council an aim is about; null: all of the area's. */
async function findCouncil(tx: Tx, actor: AreaActor, relationshipId: string | null): Promise<string | null> {
  const relationship = actor.relationships.find((r) => r.id === relationshipId);
  if (!relationship) return null;
  const council = await tx.organisation.findUnique({
    where: { id: relationship.councilId },
    select: { shortName: true },
  });
  return council?.shortName ?? null;
}
