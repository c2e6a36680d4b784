import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { type AreaActor, liveTies } from "../identity/actor";
import { sideOf } from "./leads.queries.server";
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
        { id: { in: liveTies(actor).map((r) => r.councilId) } },
        { areaId: actor.areaId, mergedIntoId: null },
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

/** What is asked for; `only`: among these people. */
type Wanted = PeopleFilter & { only?: readonly string[] | undefined };

/** One post of somebody on the page asked for, with how many lines there are on all of them. */
type PostRow = {
  lines: number;
  page: number;
  organisation: string;
  person_id: string;
  name: string;
  role: string;
  topic: string | null;
  ward: string | null;
  party: string | null;
  cabinet_post: string | null;
  is_lead: boolean;
  held: boolean;
};

/**
 * A page of the posts as filtered, by side and organisation, then by name: a line is somebody's posts in one
 * organisation. Asked for beyond the last page, it is the last one. As postsVisibleTo, and under row security.
 */
function findPosts(
  tx: Tx,
  actor: AreaActor,
  { q, level, posts, page, only }: Wanted,
  today: Day,
  organisations: readonly string[],
): Promise<PostRow[]> {
  const { areaId } = actor;
  // A post in a council that another has taken over is one in that other now.
  const taken = actor.relationships.flatMap(({ councilSlug, heldBy }) => {
    const holder = actor.relationships.find(({ id }) => id === heldBy)?.councilSlug;
    return holder && organisations.includes(holder) ? [{ slug: councilSlug, holder }] : [];
  });
  const then = [...organisations, ...taken.map(({ slug }) => slug)];
  const now = [...organisations, ...taken.map(({ holder }) => holder)];
  return tx.$queryRaw<PostRow[]>`
    WITH post AS (
      SELECT array_position(${[...organisations]}::text[], g.now) AS place, g.now AS organisation, a.person_id, p.name, a.id,
        a.role, a.topic, a.ward, a.party, a.cabinet_post, a.is_lead, a.ends_on IS NULL OR a.ends_on > ${today}::date AS held
      FROM appointment a JOIN person p ON p.id = a.person_id JOIN organisation o ON o.id = a.organisation_id
      JOIN unnest(${then}::text[], ${now}::text[]) AS g(slug, now) ON g.slug = o.slug
      WHERE (a.area_id IS NULL OR a.area_id = ${areaId}::uuid)
        AND p.erased_at IS NULL
        AND CASE WHEN ${posts} = 'past' THEN a.ends_on <= ${today}::date
          ELSE (a.starts_on IS NULL OR a.starts_on <= ${today}::date) AND (a.ends_on IS NULL OR a.ends_on > ${today}::date) END
        AND (${q} = '' OR strpos(lower(p.name), lower(${q})) > 0 OR strpos(lower(p.email), lower(${q})) > 0)
        AND (${level ?? null}::text IS NULL OR a.level::text = ${level ?? null})
        AND (${only === undefined} OR a.person_id = ANY (${[...(only ?? [])]}::uuid[]))
    ), line AS (SELECT DISTINCT place, name, person_id FROM post),
    asked AS (
      SELECT count(*)::int AS lines, greatest(1, least(${page}::int, ceil(count(*) / ${PEOPLE_A_PAGE}::float)::int)) AS page FROM line
    ), shown AS (
      SELECT place, person_id FROM line ORDER BY place, name, person_id
      LIMIT ${PEOPLE_A_PAGE}::int OFFSET (SELECT (page - 1) * ${PEOPLE_A_PAGE}::int FROM asked)
    )
    SELECT asked.lines, asked.page, post.* FROM asked, shown JOIN post USING (place, person_id)
    ORDER BY place, name, person_id, is_lead DESC, id`;
}

/** The people of an area by side and organisation, a page at a time. */
export async function findPeopleList(
  tx: Tx,
  actor: AreaActor,
  filter: Wanted,
  today: Day,
  organisations: readonly OrganisationChoice[],
): Promise<{ groups: PeopleGroup[]; count: number; page: number; pages: number }> {
  const asked = organisations
    .map(({ slug }) => slug)
    .filter((slug) => (filter.organisation ?? slug) === slug);
  const rows = await findPosts(tx, actor, filter, today, asked);
  const groups = organisations.flatMap(({ slug, name, side }) => {
    const people = linesOf(rows.filter(({ organisation }) => organisation === slug));
    return people.length === 0 ? [] : [{ organisation: name, slug, side, people }];
  });
  const { lines: count, page } = rows[0] ?? { lines: 0, page: 1 };
  return { groups, count, page, pages: Math.max(1, Math.ceil(count / PEOPLE_A_PAGE)) };
}

/** One line for all of somebody's posts in one organisation, in the order of the rows. */
function linesOf(rows: readonly PostRow[]): PersonLine[] {
  const lines = new Map<string, PersonLine>();
  for (const { person_id: id, name, role, cabinet_post, is_lead, held, ...post } of rows) {
    const line = lines.get(id) ?? { id, name, posts: [], isLead: false, held };
    const words = [roleLabel(role), dutiesOf({ ...post, cabinetPost: cabinet_post })]
      .filter(Boolean)
      .join(", ");
    if (!line.posts.includes(words)) line.posts.push(words);
    line.isLead ||= is_lead && held;
    lines.set(id, line);
  }
  return [...lines.values()];
}
