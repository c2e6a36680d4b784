import { type Day, dayOf, dayToDate } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import { visibleTo } from "../records/record.queries.server";
import { findUserNames } from "../records/user-names.queries.server";
import type { Code, CodeState, DecidedCode, PutCode } from "./code";

const codeSelect = { id: true, slug: true, theme: true, label: true, says: true } satisfies Prisma.CodeSelect;

/** By theme; those that came with the tracker first, as they are listed there, then as they were accepted. */
const inOrder: Prisma.CodeOrderByWithRelationInput[] = [
  { theme: "asc" },
  { acceptedAt: { sort: "asc", nulls: "first" } },
  { id: "asc" },
];

/** The codes in use, by theme. */
export async function findCodes(tx: Tx): Promise<Code[]> {
  return tx.code.findMany({ where: { state: "accepted" }, orderBy: inOrder, select: codeSelect });
}

const decidedSelect = {
  ...codeSelect,
  state: true,
  revision: true,
  proposedById: true,
  proposedAt: true,
  acceptedAt: true,
  endedAt: true,
  reason: true,
} satisfies Prisma.CodeSelect;

/** Every code the reader may know of, in these states: the code book, and what waits for a decision; `by`: of one proposer. */
export async function findDecidedCodes(
  tx: Tx,
  states: readonly CodeState[],
  by?: string,
): Promise<DecidedCode[]> {
  const rows = await tx.code.findMany({
    where: { state: { in: [...states] }, ...(by === undefined ? {} : { proposedById: by }) },
    orderBy: inOrder,
    select: decidedSelect,
  });
  const names = await findUserNames(
    tx,
    rows.map(({ proposedById }) => proposedById),
  );
  return rows.map(({ proposedById, proposedAt, acceptedAt, endedAt, ...code }) => ({
    ...code,
    // What came with the tracker was proposed by nobody; an erased account leaves when it was accepted.
    proposedOn:
      proposedById === null && acceptedAt === null && code.state !== "declined" ? null : dayOf(proposedAt),
    proposedBy: names.get(proposedById ?? "") ?? null,
    acceptedOn: acceptedAt && dayOf(acceptedAt),
    endedOn: endedAt && dayOf(endedAt),
  }));
}

/** Whether who asks is in a study that is open today. */
export async function isInStudy(tx: Tx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ yes: boolean }[]>`
    SELECT EXISTS (SELECT FROM study s WHERE app.in_study(s.id)) AS yes`;
  return row?.yes === true;
}

/** The codes on a record, in the order they were put there. */
export async function findPutCodes(tx: Tx, recordId: string): Promise<PutCode[]> {
  const rows = await tx.coding.findMany({
    where: { recordId, endedAt: null },
    orderBy: [{ codedAt: "asc" }, { id: "asc" }],
    select: {
      organisationId: true,
      side: true,
      codedAt: true,
      code: { select: codeSelect },
      organisation: { select: { shortName: true } },
    },
  });
  return rows.map(({ codedAt, organisation, ...row }) => ({
    ...row,
    organisation: organisation.shortName,
    on: dayOf(codedAt),
  }));
}

/** How many of the area's records that this reader sees have each code. */
export async function findAreaCodes(tx: Tx, actor: AreaActor): Promise<(Code & { records: number })[]> {
  const counts = await tx.coding.groupBy({
    by: ["codeId"],
    where: { endedAt: null, record: visibleTo(actor) },
    _count: { _all: true },
  });
  const codes = await tx.code.findMany({
    where: { id: { in: counts.map(({ codeId }) => codeId) } },
    orderBy: inOrder,
    select: codeSelect,
  });
  return codes.map((code) => ({
    ...code,
    records: counts.find(({ codeId }) => codeId === code.id)?._count._all ?? 0,
  }));
}

/** A code on a shared record, as a release counts it: ids and no more. */
export type Coded = { readonly record: string; readonly code: string };

/**
 * What a release counts of one relationship: which of its shared records, of what had happened by `asOf`, had which code at
 * the instant `knownAt`. For the principal that publishes releases alone; to anybody else there is none.
 */
export async function findCodings(
  tx: Tx,
  relationshipId: string,
  asOf: Day,
  knownAt: Date,
): Promise<Coded[]> {
  const rows = await tx.$queryRaw<{ record_id: string; slug: string }[]>`
    SELECT record_id, slug FROM app.research_codings(${relationshipId}::uuid, ${dayToDate(asOf)}::date, ${knownAt}::timestamptz)`;
  return rows.map(({ record_id, slug }) => ({ record: record_id, code: slug }));
}

/** The code book as it was at an instant, for a release of it. */
export async function findCodeBook(tx: Tx, knownAt: Date): Promise<Omit<Code, "id">[]> {
  return tx.code.findMany({
    where: {
      state: { in: ["accepted", "retired"] },
      AND: [
        { OR: [{ acceptedAt: null }, { acceptedAt: { lte: knownAt } }] },
        { OR: [{ endedAt: null }, { endedAt: { gt: knownAt } }] },
      ],
    },
    orderBy: inOrder,
    select: { slug: true, theme: true, label: true, says: true },
  });
}
