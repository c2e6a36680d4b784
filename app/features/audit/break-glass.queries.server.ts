import { dayToDate } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import type { GlassTold } from "./break-glass";

const select = {
  id: true,
  reason: true,
  askedAt: true,
  askedById: true,
  confirmedAt: true,
  endsAt: true,
  endedAt: true,
  area: { select: { name: true, slug: true } },
  askedBy: { select: { name: true } },
} as const;

const MOST = 50;

/** What was asked for by break-glass, the newest first: for admins. */
export async function findGlass(tx: Tx) {
  const rows = await tx.breakGlass.findMany({
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
    take: MOST,
    select,
  });
  return rows.map(({ askedBy, area, ...row }) => ({
    ...row,
    by: askedBy.name,
    area: area.name,
    slug: area.slug,
  }));
}

/** When the programme was let in here, the newest first: for leads, to whom row security shows it. */
export async function findGlassTold(
  tx: Tx,
  actor: AreaActor,
  since: Date | null = null,
): Promise<GlassTold[]> {
  const rows = await tx.breakGlass.findMany({
    where: { areaId: actor.areaId, confirmedAt: since ? { gte: since } : { not: null } },
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
    take: MOST,
    select: { ...select, area: false, askedBy: false, confirmedById: true },
  });
  return rows.flatMap(({ id, reason, askedById, confirmedById, confirmedAt, endsAt, endedAt }) =>
    confirmedAt && endsAt && confirmedById
      ? [
          {
            id,
            reason,
            by: askedById,
            confirmedBy: confirmedById,
            from: confirmedAt,
            until: endedAt ?? endsAt,
          },
        ]
      : [],
  );
}

/** Who leads a side of an area on a day: whoever is told. */
export async function findLeadsOf(tx: Tx, areaId: string, today: Parameters<typeof dayToDate>[0]) {
  const on = dayToDate(today);
  const area = await tx.area.findUniqueOrThrow({
    where: { id: areaId },
    select: { partnershipId: true, relationships: { select: { councilId: true } } },
  });
  const organisations = [area.partnershipId, ...area.relationships.map(({ councilId }) => councilId)];
  const rows = await tx.membership.findMany({
    where: {
      role: "lead",
      organisationId: { in: organisations },
      startsOn: { lte: on },
      user: { deactivatedAt: null },
      AND: [{ OR: [{ endsOn: null }, { endsOn: { gt: on } }] }, { OR: [{ areaId: null }, { areaId }] }],
    },
    select: { userId: true },
  });
  return [...new Set(rows.map(({ userId }) => userId))];
}
