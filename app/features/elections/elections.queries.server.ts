import type { HolidayCalendar } from "~/platform/calendar/bank-holidays";
import { addDays, type Day, dateToDay, dayToDate } from "~/platform/calendar/day";
import { holidaysOf } from "~/platform/calendar/known-holidays.server";
import type { Prisma, Tx } from "~/platform/db.server";
import { type AreaActor, isSameTie } from "../identity/actor";
import { findNamesNow, type NameNow } from "../people/names-now.queries.server";
import { isWithin, LONGEST_PERIOD_DAYS, nearnessOf, preElectionPeriod } from "./election";
import type { ElectionView } from "./election-views";

export const ELECTIONS_A_PAGE = 50;

const electionSelect = {
  id: true,
  organisationId: true,
  pollOn: true,
  kind: true,
  noticeOn: true,
  source: true,
  note: true,
  revision: true,
  organisation: { select: { id: true, shortName: true } },
} satisfies Prisma.ElectionSelect;
type Row = Prisma.ElectionGetPayload<{ select: typeof electionSelect }>;

function toView(
  { organisationId, organisation, ...row }: Row,
  today: Day,
  holidays: HolidayCalendar,
  nameNow: NameNow,
): ElectionView {
  const pollOn = dateToDay(row.pollOn);
  const noticeOn = row.noticeOn && dateToDay(row.noticeOn);
  const period = preElectionPeriod({ kind: row.kind, pollOn, noticeOn }, holidays);
  // A poll of the past was that council's; one to come is that of whoever has taken over.
  const name = pollOn < today ? organisation.shortName : nameNow(organisation);
  const council = { councilId: organisationId, council: name };
  return { ...row, ...council, pollOn, noticeOn, period, nearness: nearnessOf(period, today) };
}

/** Elections of the councils this actor works with in the area: none of any other council. */
function electionsVisibleTo(actor: AreaActor): Prisma.ElectionWhereInput {
  const councils = actor.relationships.map(({ councilId }) => councilId);
  return { removedAt: null, organisationId: { in: councils } };
}

/** Elections of an area's councils, the latest poll first. */
export async function findElectionsOf(tx: Tx, actor: AreaActor, today: Day): Promise<ElectionView[]> {
  const rows = await tx.election.findMany({
    where: electionsVisibleTo(actor),
    orderBy: [{ pollOn: "desc" }, { organisation: { shortName: "asc" } }, { id: "asc" }],
    take: ELECTIONS_A_PAGE,
    select: electionSelect,
  });
  const nameNow = await findNamesNow(tx, actor);
  return rows.map((row) => toView(row, today, holidaysOf(tx), nameNow));
}

/** Every council's elections for an admin, the latest poll first. */
export async function findElections(tx: Tx, { q, page }: { q: string; page: number }, today: Day) {
  const named = { contains: q, mode: "insensitive" as const };
  const council = q === "" ? {} : { organisation: { OR: [{ name: named }, { shortName: named }] } };
  const where: Prisma.ElectionWhereInput = { removedAt: null, ...council };
  const count = await tx.election.count({ where });
  const pages = Math.max(1, Math.ceil(count / ELECTIONS_A_PAGE));
  const at = Math.min(page, pages);
  const rows = await tx.election.findMany({
    where,
    orderBy: [{ pollOn: "desc" }, { organisation: { shortName: "asc" } }, { id: "asc" }],
    skip: (at - 1) * ELECTIONS_A_PAGE,
    take: ELECTIONS_A_PAGE,
    select: electionSelect,
  });
  return {
    elections: rows.map((row) => toView(row, today, holidaysOf(tx), ({ shortName }) => shortName)),
    count,
    page: at,
    pages,
  };
}

/** Pre-election periods of the area's councils that run or are near: what its pages say beforehand. */
export async function findPeriodsNear(tx: Tx, actor: AreaActor, today: Day): Promise<ElectionView[]> {
  const until = addDays(today, 2 * LONGEST_PERIOD_DAYS);
  const rows = await tx.election.findMany({
    where: {
      AND: [electionsVisibleTo(actor), { pollOn: { gte: dayToDate(today), lte: dayToDate(until) } }],
    },
    orderBy: [{ pollOn: "asc" }, { organisation: { shortName: "asc" } }, { id: "asc" }],
    select: electionSelect,
  });
  const nameNow = await findNamesNow(tx, actor);
  return rows
    .map((row) => toView(row, today, holidaysOf(tx), nameNow))
    .filter(({ nearness }) => nearness === "running" || nearness === "near");
}

/** The election whose pre-election period a day falls in, of one relationship's council, or of any of the area's. */
export async function findPeriodOn(
  tx: Tx,
  actor: AreaActor,
  relationshipId: string | null,
  day: Day,
  today: Day,
): Promise<ElectionView | null> {
  const about = actor.relationships.filter(
    ({ id }) => relationshipId === null || isSameTie(actor, id, relationshipId),
  );
  const rows = await tx.election.findMany({
    where: {
      AND: [
        electionsVisibleTo(actor),
        { organisationId: { in: about.map(({ councilId }) => councilId) } },
        { pollOn: { gte: dayToDate(day), lte: dayToDate(addDays(day, LONGEST_PERIOD_DAYS)) } },
      ],
    },
    orderBy: [{ pollOn: "asc" }, { organisation: { shortName: "asc" } }, { id: "asc" }],
    select: electionSelect,
  });
  const nameNow = await findNamesNow(tx, actor);
  return (
    rows
      .map((row) => toView(row, today, holidaysOf(tx), nameNow))
      .find(({ period }) => isWithin(period, day)) ?? null
  );
}

/** The pre-election periods of a council's polls between two days, both included. */
export async function findPeriodsOf(tx: Tx, organisationId: string, from: Day, until: Day) {
  const rows = await tx.election.findMany({
    where: { organisationId, removedAt: null, pollOn: { gte: dayToDate(from), lte: dayToDate(until) } },
    orderBy: [{ pollOn: "asc" }, { id: "asc" }],
    select: { kind: true, pollOn: true, noticeOn: true },
  });
  return rows.map(({ kind, pollOn, noticeOn }) => {
    const poll = { kind, pollOn: dateToDay(pollOn), noticeOn: noticeOn && dateToDay(noticeOn) };
    return preElectionPeriod(poll, holidaysOf(tx));
  });
}

/** What is on a council's list: each kind with its day. */
export async function findKnownPolls(tx: Tx, organisationId: string) {
  const rows = await tx.election.findMany({
    where: { organisationId, removedAt: null },
    select: { kind: true, pollOn: true },
  });
  return rows.map(({ kind, pollOn }) => ({ kind, pollOn: dateToDay(pollOn) }));
}
