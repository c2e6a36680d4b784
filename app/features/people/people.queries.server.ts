import { type Day, dayToDate } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import { type AreaActor, councilNow, type Side } from "../identity/actor";
import { findNamesNow } from "./names-now.queries.server";
import type { PostLevel } from "./person";

/** Somebody with a post that matters to the area, as lists of names to choose from show them. */
export type PersonChoice = {
  id: string;
  name: string;
  organisation: string;
  organisationId: string;
  side: Side;
  role: string;
  level: PostLevel;
};

/** Posts held on that day (half-open). */
export function heldOn(day: Day): Prisma.AppointmentWhereInput {
  const date = dayToDate(day);
  return {
    AND: [
      { OR: [{ startsOn: null }, { startsOn: { lte: date } }] },
      { OR: [{ endsOn: null }, { endsOn: { gt: date } }] },
    ],
  };
}

/** Posts about this area that this actor may see: of the partnership, its councils and local organisations. */
export function postsVisibleTo(actor: AreaActor): Prisma.AppointmentWhereInput {
  return {
    AND: [
      { OR: [{ areaId: null }, { areaId: actor.areaId }] },
      {
        organisation: {
          OR: [
            { partnershipOf: { id: actor.areaId } },
            { id: { in: actor.relationships.map((r) => r.councilId) } },
            { areaId: actor.areaId },
          ],
        },
      },
    ],
  };
}

/** People this actor sees in the area: by a post of theirs, held now or once. */
export function peopleVisibleTo(actor: AreaActor): Prisma.PersonWhereInput {
  return { appointments: { some: postsVisibleTo(actor) } };
}

/** People with a current post that matters to the area, once each, by name. */
export async function findPeopleOf(tx: Tx, actor: AreaActor, today: Day): Promise<PersonChoice[]> {
  const posts = await tx.appointment.findMany({
    where: { AND: [postsVisibleTo(actor), heldOn(today), { person: { erasedAt: null } }] },
    orderBy: [{ person: { name: "asc" } }, { personId: "asc" }, { isLead: "desc" }, { id: "asc" }],
    select: {
      role: true,
      level: true,
      person: { select: { id: true, name: true } },
      organisation: { select: { id: true, shortName: true, kinds: true } },
    },
  });
  const nameNow = await findNamesNow(tx, actor);
  const seen = new Map<string, PersonChoice>();
  for (const { role, level, person, organisation } of posts) {
    if (seen.has(person.id)) continue;
    seen.set(person.id, {
      id: person.id,
      name: person.name,
      organisation: nameNow(organisation),
      organisationId: councilNow(actor, organisation.id),
      side: organisation.kinds.includes("council") ? "council" : "community",
      role,
      level,
    });
  }
  return [...seen.values()];
}
