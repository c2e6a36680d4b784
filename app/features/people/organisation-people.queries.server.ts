import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { type AreaActor, councilNow, councilsOf } from "../identity/actor";
import { heldOn, postsVisibleTo } from "./people.queries.server";
import { dutiesOf, type PersonAt } from "./people-view";
import { roleLabel } from "./person";

export const PEOPLE_OF_ORGANISATION_A_PAGE = 50;

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
  const seen = actors.flatMap((actor) => {
    if (councilNow(actor, organisationId) !== organisationId) return [];
    const organisations = { organisationId: { in: councilsOf(actor, organisationId) } };
    return [{ AND: [postsVisibleTo(actor), organisations] }];
  });
  const rows = await tx.appointment.findMany({
    where: { AND: [{ OR: seen }, heldOn(at.today), { person: { erasedAt: null } }] },
    orderBy: [{ person: { name: "asc" } }, { personId: "asc" }, { isLead: "desc" }, { id: "asc" }],
    select: {
      areaId: true,
      organisationId: true,
      isLead: true,
      role: true,
      topic: true,
      ward: true,
      party: true,
      cabinetPost: true,
      person: { select: { id: true, name: true } },
    },
  });
  const seenIn = (post: { areaId: string | null; organisationId: string }) =>
    actors.find(
      (actor) =>
        (post.areaId === null || post.areaId === actor.areaId) &&
        councilsOf(actor, organisationId).includes(post.organisationId),
    )?.areaSlug;
  return pageOf(onceEach(rows.map((row) => ({ ...row, areaSlug: seenIn(row) }))), at.page);
}

type Post = Parameters<typeof dutiesOf>[0] & {
  role: string;
  isLead: boolean;
  areaSlug: string | undefined;
  person: { id: string; name: string };
};

/** Everybody once, with all of their posts, in the order of the rows. */
function onceEach(rows: readonly Post[]): PersonAt[] {
  const all = new Map<string, PersonAt>();
  for (const { person, isLead, areaSlug, ...post } of rows) {
    if (areaSlug === undefined) continue;
    const known = all.get(person.id) ?? { ...person, areaSlug, posts: [], isLead: false };
    const words = [roleLabel(post.role), dutiesOf(post)].filter(Boolean).join(", ");
    const posts = known.posts.includes(words) ? known.posts : [...known.posts, words];
    all.set(person.id, { ...known, posts, isLead: known.isLead || isLead });
  }
  return [...all.values()];
}

function pageOf(all: readonly PersonAt[], asked: number) {
  const size = PEOPLE_OF_ORGANISATION_A_PAGE;
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(asked, pages);
  return { people: all.slice((page - 1) * size, page * size), count: all.length, page, pages };
}
