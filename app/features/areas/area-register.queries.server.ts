import { dateToDay } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import { lifeSelect, toLifeDays } from "./area-life.queries.server";

export const AREAS_A_PAGE = 50;

/** Areas by name with the councils they are connected with: for admins, and nothing of what the areas record. */
export async function findAreas(tx: Tx, { q, page }: { q: string; page: number }) {
  const found = { contains: q, mode: "insensitive" as const };
  const where = q === "" ? {} : { OR: [{ name: found }, { code: found }] };
  const count = await tx.area.count({ where });
  const pages = Math.max(1, Math.ceil(count / AREAS_A_PAGE));
  const at = Math.min(page, pages);
  const rows = await tx.area.findMany({
    where,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    skip: (at - 1) * AREAS_A_PAGE,
    take: AREAS_A_PAGE,
    select: {
      id: true,
      name: true,
      code: true,
      relationships: { select: { council: { select: { shortName: true } } } },
    },
  });
  const areas = rows.map(({ relationships, ...area }) => ({
    ...area,
    councils: relationships.map(({ council }) => council.shortName).sort(),
  }));
  return { areas, count, page: at, pages };
}

const areaSelect = {
  id: true,
  slug: true,
  name: true,
  code: true,
  ...lifeSelect,
  revision: true,
  partnership: { select: { name: true } },
  relationships: {
    orderBy: { id: "asc" },
    select: {
      id: true,
      startsOn: true,
      endsOn: true,
      requestWorkingDays: true,
      council: { select: { name: true } },
      takenOverBy: { select: { council: { select: { name: true } } } },
    },
  },
} satisfies Prisma.AreaSelect;

/** One area of the register with its relationships; null: not there. */
export async function findArea(tx: Tx, id: string) {
  const row = await tx.area.findUnique({ where: { id }, select: areaSelect });
  if (!row) return null;
  const { partnership, relationships, closingOn, closesOn, closedOn, legacyOn, ...area } = row;
  return {
    ...area,
    partnership: partnership.name,
    life: toLifeDays({ closingOn, closesOn, closedOn, legacyOn }),
    relationships: relationships.map(({ council, takenOverBy, startsOn, endsOn, ...relationship }) => ({
      ...relationship,
      council: council.name,
      takenOverBy: takenOverBy?.council.name ?? null,
      startsOn: startsOn && dateToDay(startsOn),
      endsOn: endsOn && dateToDay(endsOn),
    })),
  };
}

/** The councils that an area is connected with, ended or not. */
export async function findCouncilIdsOf(tx: Tx, areaId: string): Promise<string[]> {
  const rows = await tx.relationship.findMany({ where: { areaId }, select: { councilId: true } });
  return rows.map(({ councilId }) => councilId);
}
