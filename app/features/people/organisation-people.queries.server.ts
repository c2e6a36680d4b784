import type { Day } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import { type AreaActor, councilNow, councilsOf } from "../identity/actor";
import { heldOn, postsVisibleTo } from "./people.queries.server";
import { dutiesOf, type PersonAt } from "./people-view";
import { roleLabel } from "./person";

const PEOPLE_OF_ORGANISATION_A_PAGE = 50;

const POST = {
  areaId: true,
  organisationId: true,
  isLead: true,
  role: true,
  topic: true,
  ward: true,
  party: true,
  cabinetPost: true,
} satisfies Prisma.AppointmentSelect;

/**
 * Who holds a post today in an organisation that works in these actors' areas, of those they see there: once each, by
 * name, a page at a time. The people of a council that another has taken over are that other's.
 */
export async function findPeopleAt(
  tx: Tx,
  actors: readonly AreaActor[],
  organisationId: string,
  at: { today: Day; page: number },
): Promise<{ people: PersonAt[]; count: number; page: number; pages: number }> {
  const places = actors.flatMap((actor) =>
    councilNow(actor, organisationId) === organisationId
      ? [{ actor, organisations: councilsOf(actor, organisationId) }]
      : [],
  );
  if (places.length === 0) return { people: [], count: 0, page: 1, pages: 1 };
  const seen = places.map(({ actor, organisations }) => ({
    AND: [postsVisibleTo(actor), { organisationId: { in: organisations } }],
  }));
  const posts = { AND: [{ OR: seen }, heldOn(at.today)] };
  const people = { erasedAt: null, appointments: { some: posts } };
  const count = await tx.person.count({ where: people });
  const pages = Math.max(1, Math.ceil(count / PEOPLE_OF_ORGANISATION_A_PAGE));
  const page = Math.min(at.page, pages);
  const rows = await tx.person.findMany({
    where: people,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    skip: (page - 1) * PEOPLE_OF_ORGANISATION_A_PAGE,
    take: PEOPLE_OF_ORGANISATION_A_PAGE,
    select: {
      id: true,
      name: true,
      appointments: { where: posts, orderBy: [{ isLead: "desc" }, { id: "asc" }], select: POST },
    },
  });
  return { people: rows.flatMap((row) => toPersonAt(row, places)), count, page, pages };
}

type Place = { actor: AreaActor; organisations: readonly string[] };
type Row = {
  id: string;
  name: string;
  appointments: Prisma.AppointmentGetPayload<{ select: typeof POST }>[];
};

/** Somebody with all of their posts, in the first of the areas in which a post of theirs is seen. */
function toPersonAt({ id, name, appointments }: Row, places: readonly Place[]): PersonAt[] {
  const place = places.find(({ actor, organisations }) =>
    appointments.some(
      ({ areaId, organisationId }) =>
        (areaId === null || areaId === actor.areaId) && organisations.includes(organisationId),
    ),
  );
  if (!place) return [];
  const posts = appointments.map((post) => [roleLabel(post.role), dutiesOf(post)].filter(Boolean).join(", "));
  return [
    {
      id,
      name,
      areaSlug: place.actor.areaSlug,
      posts: [...new Set(posts)],
      isLead: appointments.some(({ isLead }) => isLead),
    },
  ];
}
