import { compareDays, type Day } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import { type AreaActor, otherSide } from "../identity/actor";
import { aboutRelationship, visibleTo } from "../records/record.queries.server";
import { sideNameFirst } from "../records/side-names";
import type { FactOf } from "../scoring/facts";
import { daysPast, flagsOf, isClosed, lookedForOn, stateOf, waitingOn } from "./commitment";
import { toFact } from "./commitment.facts";
import {
  type CommitmentRow,
  findPersonNames,
  findRows,
  findTold,
  type Told,
  toCommitment,
} from "./commitment-rows.server";
import type {
  CommitmentLine,
  CommitmentList,
  ListFilter,
  ListState,
  OpenCommitment,
} from "./commitment-view";

export const LINES_A_PAGE = 25;

/** The short names of the area's councils by relationship, as far as this actor sees them. */
export async function findCouncilNames(tx: Tx, actor: AreaActor): Promise<Map<string, string>> {
  const councils = await tx.organisation.findMany({
    where: { id: { in: actor.relationships.map((r) => r.councilId) } },
    select: { id: true, shortName: true },
  });
  const names = new Map(councils.map(({ id, shortName }) => [id, shortName]));
  return new Map(actor.relationships.map((r) => [r.id, names.get(r.councilId) ?? "the council"]));
}

type Reading = { today: Day; told: Told; councils: Map<string, string>; people: Map<string, string> };

function toLine(row: CommitmentRow, { today, told, councils, people }: Reading): OpenCommitment {
  const promise = toCommitment(row);
  const { id, title, relationshipId } = row.record;
  const { byPersonId, toPersonId } = row.commitment;
  const known = told(promise, relationshipId);
  return {
    id,
    title,
    relationshipId,
    bySide: promise.bySide,
    by: sideNameFirst(promise.bySide, councils.get(relationshipId ?? "") ?? null),
    byPerson: people.get(byPersonId ?? "") ?? null,
    byPersonId,
    toPersonId,
    dueOn: lookedForOn(promise),
    daysPast: daysPast(promise, today),
    state: stateOf(promise, today, known),
    flags: flagsOf(promise, today, known),
    waitingOn: waitingOn(promise, today, known),
  };
}

/** All promises that match, in the order of their days. States are worked out here: none is stored to ask for. */
async function findLines(
  tx: Tx,
  actor: AreaActor,
  where: Prisma.RecordWhereInput,
  today: Day,
): Promise<OpenCommitment[]> {
  const rows = await findRows(tx, { AND: [visibleTo(actor), where] });
  const people = await findPersonNames(
    tx,
    rows.map(({ commitment }) => commitment.byPersonId),
  );
  const told = await findTold(tx, actor, rows);
  const councils = await findCouncilNames(tx, actor);
  return rows
    .map((row) => toLine(row, { today, told, councils, people }))
    .sort((a, b) => compareDays(a.dueOn, b.dueOn) || (a.id < b.id ? -1 : 1));
}

const MATCHES: Record<ListState, (line: OpenCommitment) => boolean> = {
  unfinished: ({ state }) => !isClosed(state),
  "past-its-day": ({ flags }) => flags.includes("past-its-day"),
  contested: ({ flags }) => flags.includes("contested"),
  done: ({ state }) => state === "done",
  kept: ({ state }) => state === "kept" || state === "kept-late",
  "not-kept": ({ state }) => state === "not-kept",
  withdrawn: ({ state }) => state === "withdrawn",
  all: () => true,
};

async function whereOf(tx: Tx, actor: AreaActor, filter: ListFilter): Promise<Prisma.RecordWhereInput> {
  const relationship = actor.relationships.find((r) => r.councilSlug === filter.council);
  const council = relationship ? aboutRelationship(actor, relationship.id) : {};
  switch (filter.whose) {
    case "ours":
      return { ...council, commitment: { bySide: actor.side } };
    case "theirs":
      return { ...council, commitment: { bySide: otherSide(actor.side) } };
    case "mine":
      return { ...council, commitment: { byPersonId: { in: await personOf(tx, actor) } } };
    case "all":
      return council;
  }
}

/** The person this account is, if somebody has said so. */
async function personOf(tx: Tx, actor: AreaActor): Promise<string[]> {
  const user = await tx.user.findUnique({ where: { id: actor.userId }, select: { personId: true } });
  return user?.personId ? [user.personId] : [];
}

/** The register as this actor sees it, narrowed and paged; the newest day last, what is closed the other way round. */
export async function findCommitments(
  tx: Tx,
  actor: AreaActor,
  filter: ListFilter,
  today: Day,
): Promise<CommitmentList> {
  const lines = (await findLines(tx, actor, await whereOf(tx, actor, filter), today)).filter(
    (line) => MATCHES[filter.state](line) && (!filter.waiting || line.waitingOn === actor.side),
  );
  const closed = ["kept", "not-kept", "withdrawn", "all"].includes(filter.state);
  const ordered = closed ? lines.reverse() : lines;
  const pages = Math.max(1, Math.ceil(ordered.length / LINES_A_PAGE));
  const page = Math.min(filter.page, pages);
  const shown = ordered.slice((page - 1) * LINES_A_PAGE, page * LINES_A_PAGE);
  return {
    lines: shown.map((line) => lineOf(line, actor)),
    total: ordered.length,
    page,
    pages,
    any: ordered.length > 0 || (await hasAny(tx, actor)),
  };
}

function lineOf(line: OpenCommitment, actor: AreaActor): CommitmentLine {
  const { id, title, by, byPerson, dueOn, state, flags } = line;
  const waitsForYou = line.waitingOn === actor.side;
  return { id, title, by, byPerson, dueOn, daysPast: line.daysPast, state, flags, waitsForYou };
}

async function hasAny(tx: Tx, actor: AreaActor): Promise<boolean> {
  const first = await tx.record.findFirst({
    where: { AND: [visibleTo(actor), { kind: "commitment" }] },
    select: { id: true },
  });
  return first !== null;
}

/** Not closed by anybody: wider than unfinished, which is asked again of each. */
const PERHAPS_UNFINISHED: Prisma.RecordWhereInput = {
  commitment: { notKeptOn: null, withdrawnOn: null },
  OR: [{ commitment: { confirmedOn: null } }, { contestedOn: { not: null }, settledOn: null }],
};

/**
 * The unfinished promises of an area, by their day: for agendas, handovers and home pages. `relationshipId` narrows to
 * one relationship (what is about all councils included); `personId` to what that person promised or is promised.
 */
export async function findOpenCommitments(
  tx: Tx,
  actor: AreaActor,
  today: Day,
  about: { relationshipId?: string; personId?: string } = {},
): Promise<OpenCommitment[]> {
  const { relationshipId, personId } = about;
  const where: Prisma.RecordWhereInput[] = [PERHAPS_UNFINISHED];
  if (relationshipId) where.push(aboutRelationship(actor, relationshipId));
  if (personId) where.push({ commitment: { OR: [{ byPersonId: personId }, { toPersonId: personId }] } });
  const lines = await findLines(tx, actor, { AND: where }, today);
  return lines.filter(({ state }) => !isClosed(state));
}

/** How many promises are unfinished, past their day, and waiting for the actor's side. */
export async function countCommitments(tx: Tx, actor: AreaActor, today: Day) {
  const open = await findOpenCommitments(tx, actor, today);
  return {
    unfinished: open.length,
    pastTheirDay: open.filter(({ flags }) => flags.includes("past-its-day")).length,
    waitingForYou: open.filter((line) => line.waitingOn === actor.side).length,
  };
}

/** What one promise says to the score, or null where it is none, not shared, or no longer in the register. */
export async function findCommitmentFact(tx: Tx, recordId: string): Promise<FactOf<"commitment"> | null> {
  const [row] = await findRows(tx, { id: recordId });
  if (row === undefined) return null;
  const { id, level, binned, voidedOn } = row.record;
  return toFact({ ...toCommitment(row), id, level, gone: binned || voidedOn !== null });
}
