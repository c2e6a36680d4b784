import { type Day, dateToDay, dayToDate } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import { sideOf } from "./leads.queries.server";
import { heldOn, postsVisibleTo } from "./people.queries.server";
import type { PeopleFilter } from "./people-filter";
import { dutiesOf, type OrganisationChoice, type PeopleGroup, type PersonLine } from "./people-view";
import { roleLabel } from "./person";

export const PEOPLE_A_PAGE = 50;

/** The organisations whose people matter to the area, the community's first. */
export async function findOrganisations(tx: Tx, actor: AreaActor): Promise<OrganisationChoice[]> {
  const rows = await tx.organisation.findMany({
    where: {
      OR: [
        { partnershipOf: { id: actor.areaId } },
        { id: { in: actor.relationships.map((r) => r.councilId) } },
        { areaId: actor.areaId },
      ],
    },
    orderBy: [{ shortName: "asc" }, { id: "asc" }],
    select: { slug: true, shortName: true, kinds: true },
  });
  const choices = rows.map((row) => ({ slug: row.slug, name: row.shortName, side: sideOf(row) }));
  const rank = (slug: string) => (rows.find((r) => r.slug === slug)?.kinds.includes("partnership") ? 0 : 1);
  return [
    ...choices.filter(({ side }) => side === "community").sort((a, b) => rank(a.slug) - rank(b.slug)),
    ...choices.filter(({ side }) => side === "council"),
  ];
}

function whereOf(actor: AreaActor, filter: PeopleFilter, today: Day): Prisma.AppointmentWhereInput {
  const { q, organisation, level, posts } = filter;
  const found = { contains: q, mode: "insensitive" as const };
  return {
    AND: [
      postsVisibleTo(actor),
      posts === "now" ? heldOn(today) : { endsOn: { lte: dayToDate(today) } },
      {
        person: {
          erasedAt: null,
          ...(q === "" ? {} : { OR: [{ name: found }, { email: found }] }),
        },
      },
      organisation === undefined ? {} : { organisation: { slug: organisation } },
      level === undefined ? {} : { level },
    ],
  };
}

const postSelect = {
  role: true,
  topic: true,
  ward: true,
  party: true,
  cabinetPost: true,
  isLead: true,
  endsOn: true,
  person: { select: { id: true, name: true } },
  organisation: { select: { slug: true } },
} satisfies Prisma.AppointmentSelect;

/** The people of an area by side and organisation: one line for somebody's posts in one organisation. */
export async function findPeopleList(
  tx: Tx,
  actor: AreaActor,
  filter: PeopleFilter,
  today: Day,
  organisations: readonly OrganisationChoice[],
): Promise<{ groups: PeopleGroup[]; count: number; page: number; pages: number }> {
  const rows = await tx.appointment.findMany({
    where: whereOf(actor, filter, today),
    orderBy: [{ person: { name: "asc" } }, { personId: "asc" }, { isLead: "desc" }, { id: "asc" }],
    select: postSelect,
  });
  const lines = linesOf(rows, today);
  const ordered = organisations.flatMap((o) => lines.filter(({ slug }) => slug === o.slug));
  const pages = Math.max(1, Math.ceil(ordered.length / PEOPLE_A_PAGE));
  const page = Math.min(filter.page, pages);
  const shown = ordered.slice((page - 1) * PEOPLE_A_PAGE, page * PEOPLE_A_PAGE);
  const groups = organisations.flatMap(({ slug, name, side }) => {
    const people = shown.filter((entry) => entry.slug === slug).map(({ line }) => line);
    return people.length === 0 ? [] : [{ organisation: name, side, people }];
  });
  return { groups, count: ordered.length, page, pages };
}

type PostRow = Prisma.AppointmentGetPayload<{ select: typeof postSelect }>;
type OrganisationLine = { slug: string; line: PersonLine };

/** One line for all of somebody's posts in one organisation, in the order of the rows. */
function linesOf(rows: readonly PostRow[], today: Day): OrganisationLine[] {
  const lines = new Map<string, OrganisationLine>();
  for (const { person, organisation, role, endsOn, ...post } of rows) {
    const key = `${organisation.slug} ${person.id}`;
    const held = endsOn === null || dateToDay(endsOn) > today;
    const known = lines.get(key) ?? {
      slug: organisation.slug,
      line: { ...person, posts: [], isLead: false, held },
    };
    const words = [roleLabel(role), dutiesOf(post)].filter(Boolean).join(", ");
    if (!known.line.posts.includes(words)) known.line.posts.push(words);
    known.line.isLead ||= post.isLead && held;
    lines.set(key, known);
  }
  return [...lines.values()];
}
