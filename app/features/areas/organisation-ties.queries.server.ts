import { addDays, dateToDay } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import type { TieOfOrganisation } from "./organisation-tie";

type Named = { slug: string; name: string };

const NAMED = { select: { slug: true, name: true } } as const;

const SHOWN = {
  id: true,
  startsOn: true,
  endsOn: true,
  takenOverById: true,
  area: { select: { slug: true, name: true, partnership: NAMED } },
  council: NAMED,
} satisfies Prisma.RelationshipSelect;

/** What an organisation is to the areas its reader stands in: in a relationship, a group of one, or its steward. */
export async function findTiesOfOrganisation(
  tx: Tx,
  actors: readonly AreaActor[],
  organisationId: string,
): Promise<{ ties: TieOfOrganisation[]; localTo: Named[]; stewardOf: Named[] }> {
  const areas = { id: { in: actors.map(({ areaId }) => areaId) } };
  const named = { orderBy: [{ name: "asc" as const }], ...NAMED };
  const rows = await tx.relationship.findMany({
    where: {
      id: { in: actors.flatMap(({ relationships }) => relationships.map(({ id }) => id)) },
      OR: [{ councilId: organisationId }, { area: { partnershipId: organisationId } }],
    },
    orderBy: [{ area: { name: "asc" } }, { council: { name: "asc" } }, { id: "asc" }],
    select: SHOWN,
  });
  const localTo = await tx.area.findMany({
    where: { ...areas, localOrganisations: { some: { id: organisationId } } },
    ...named,
  });
  const stewardOf = await tx.area.findMany({ where: { ...areas, stewardId: organisationId }, ...named });
  return { ties: rows.map(toTie), localTo, stewardOf };
}

type Row = Prisma.RelationshipGetPayload<{ select: typeof SHOWN }>;

function toTie({ id, startsOn, endsOn, takenOverById, area, council }: Row): TieOfOrganisation {
  const { partnership, ...place } = area;
  return {
    id,
    area: place,
    council,
    partnership,
    startsOn: startsOn && dateToDay(startsOn),
    lastDay: endsOn && addDays(dateToDay(endsOn), -1),
    takenOver: takenOverById !== null,
  };
}
