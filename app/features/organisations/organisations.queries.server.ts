import { type Day, dateToDay, dayToDate } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import type { OrganisationKind } from "./organisation";

export const ORGANISATIONS_A_PAGE = 50;

/** What the register's address may ask for. */
export type RegisterFilter = { q: string; kind?: OrganisationKind | undefined; page: number };

/** The public register of organisations by name. Local groups are an area's own and not in it. */
export async function findRegister(tx: Tx, { q, kind, page }: RegisterFilter) {
  const found = { contains: q, mode: "insensitive" as const };
  const where: Prisma.OrganisationWhereInput = {
    areaId: null,
    mergedIntoId: null,
    ...(q === "" ? {} : { OR: [{ name: found }, { shortName: found }, { code: found }, { gssCode: found }] }),
    ...(kind ? { kinds: { has: kind } } : {}),
  };
  const count = await tx.organisation.count({ where });
  const pages = Math.max(1, Math.ceil(count / ORGANISATIONS_A_PAGE));
  const at = Math.min(page, pages);
  const rows = await tx.organisation.findMany({
    where,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    skip: (at - 1) * ORGANISATIONS_A_PAGE,
    take: ORGANISATIONS_A_PAGE,
    select: { id: true, name: true, kinds: true, tier: true, endsOn: true },
  });
  const organisations = rows.map(({ endsOn, ...row }) => ({ ...row, endsOn: endsOn && dateToDay(endsOn) }));
  return { organisations, count, page: at, pages };
}

/** One organisation of the register, with what it took over and what took over from it; null: not there. */
export async function findOrganisation(tx: Tx, id: string) {
  const row = await tx.organisation.findFirst({
    where: { id, areaId: null },
    select: {
      id: true,
      slug: true,
      name: true,
      shortName: true,
      kinds: true,
      tier: true,
      code: true,
      gssCode: true,
      startsOn: true,
      endsOn: true,
      successors: { select: { takesOverOn: true, successor: { select: { id: true, name: true } } } },
      predecessors: { select: { takesOverOn: true, predecessor: { select: { id: true, name: true } } } },
    },
  });
  if (!row) return null;
  const { startsOn, endsOn, successors, predecessors, ...organisation } = row;
  return {
    ...organisation,
    startsOn: startsOn && dateToDay(startsOn),
    endsOn: endsOn && dateToDay(endsOn),
    successors: successors.map(({ takesOverOn, successor }) => ({
      ...successor,
      on: dateToDay(takesOverOn),
    })),
    predecessors: predecessors.map(({ takesOverOn, predecessor }) => ({
      ...predecessor,
      on: dateToDay(takesOverOn),
    })),
  };
}

/** Organisations of the register to choose from, by name: those of one kind, or all. */
export async function findChoices(tx: Tx, kinds: readonly OrganisationKind[] = []) {
  const rows = await tx.organisation.findMany({
    where: {
      areaId: null,
      mergedIntoId: null,
      ...(kinds.length > 0 ? { kinds: { hasSome: [...kinds] } } : {}),
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
  return rows.map(({ id, name }) => ({ value: id, label: name }));
}

/** The councils of the register with these GSS codes, in the order of the codes: those that have not ended by a day. */
export async function findByGssCodes(tx: Tx, codes: readonly string[], today: Day) {
  const rows = await tx.organisation.findMany({
    where: {
      gssCode: { in: [...codes] },
      areaId: null,
      mergedIntoId: null,
      kinds: { has: "council" },
      OR: [{ endsOn: null }, { endsOn: { gt: dayToDate(today) } }],
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, gssCode: true },
  });
  return codes.flatMap((code) => rows.filter(({ gssCode }) => gssCode === code));
}

/** A council with its code in the register of local authorities; null: there is no such council, or not for this reader. */
export async function findCouncilCode(tx: Tx, id: string) {
  const where = { id, kinds: { has: "council" as const } };
  return tx.organisation.findFirst({ where, select: { id: true, shortName: true, code: true } });
}
