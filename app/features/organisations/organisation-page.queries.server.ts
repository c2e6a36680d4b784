import { addDays, type Day, dateToDay } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import { idSchema } from "~/platform/ids";
import type { OrganisationName, OrganisationView } from "./organisation-view";

const NAMED = { slug: true, name: true } as const;
/** In the public register: a local group is its area's own. */
const IN_REGISTER = { areaId: null, mergedIntoId: null } as const;

const SHOWN = {
  id: true,
  slug: true,
  name: true,
  shortName: true,
  kinds: true,
  tier: true,
  region: true,
  code: true,
  gssCode: true,
  startsOn: true,
  endsOn: true,
  mergedInto: { select: NAMED },
  county: { select: NAMED },
  districts: { where: IN_REGISTER, orderBy: [{ name: "asc" }, { id: "asc" }], select: NAMED },
  predecessors: {
    orderBy: [{ takesOverOn: "desc" }, { predecessorId: "asc" }],
    select: { takesOverOn: true, predecessor: { select: NAMED } },
  },
  successors: {
    orderBy: [{ takesOverOn: "desc" }, { successorId: "asc" }],
    select: { takesOverOn: true, successor: { select: NAMED } },
  },
} satisfies Prisma.OrganisationSelect;

/** Which organisation an address means: the id, or the slug it has for ever. */
export function named(idOrSlug: string): { id: string } | { slug: string } {
  const id = idSchema.safeParse(idOrSlug).data;
  return id === undefined ? { slug: idOrSlug } : { id };
}

/**
 * One organisation as its page shows it, for whoever stands in these areas: any of the public register, a local group
 * for its own area alone. Null: there is none, or not for them. One that was made one with another says with which.
 */
export async function findOrganisationPage(
  tx: Tx,
  idOrSlug: string,
  areaIds: readonly string[],
): Promise<{ organisation: OrganisationView; now: OrganisationName | null } | null> {
  const row = await tx.organisation.findFirst({
    where: { ...named(idOrSlug), OR: [{ areaId: null }, { areaId: { in: [...areaIds] } }] },
    select: SHOWN,
  });
  if (!row) return null;
  const { mergedInto, startsOn, endsOn, predecessors, successors, ...organisation } = row;
  return {
    now: mergedInto,
    organisation: {
      ...organisation,
      startsOn: startsOn && dateToDay(startsOn),
      lastDay: endsOn && addDays(dateToDay(endsOn), -1),
      predecessors: predecessors.map(({ takesOverOn, predecessor }) => followed(predecessor, takesOverOn)),
      successors: successors.map(({ takesOverOn, successor }) => followed(successor, takesOverOn)),
    },
  };
}

function followed(other: OrganisationName, on: Date): OrganisationName & { on: Day } {
  return { ...other, on: dateToDay(on) };
}
