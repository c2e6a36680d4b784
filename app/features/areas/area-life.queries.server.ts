import { dateToDay } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import type { LifeDays } from "./lifecycle";

/** The columns that say where an area is in its life. */
export const lifeSelect = {
  closingOn: true,
  closesOn: true,
  closedOn: true,
  legacyOn: true,
} satisfies Prisma.AreaSelect;

type LifeRow = Prisma.AreaGetPayload<{ select: typeof lifeSelect }>;

/** The same as days. */
export function toLifeDays({ closingOn, closesOn, closedOn, legacyOn }: LifeRow): LifeDays {
  const day = (date: Date | null) => date && dateToDay(date);
  return {
    closingOn: day(closingOn),
    closesOn: day(closesOn),
    closedOn: day(closedOn),
    legacyOn: day(legacyOn),
  };
}

/** An area with the days of its life, as its own people and admins see it; null: to them it is not there. */
export async function findAreaLife(tx: Tx, where: { id: string } | { slug: string }) {
  const row = await tx.area.findUnique({
    where,
    select: { id: true, slug: true, name: true, revision: true, stewardId: true, ...lifeSelect },
  });
  return row && { ...row, life: toLifeDays(row) };
}
