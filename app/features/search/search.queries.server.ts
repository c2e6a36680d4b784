import type { Day } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import { findNamesNow } from "../people/names-now.queries.server";
import { heldOn, peopleVisibleTo, postsVisibleTo } from "../people/people.queries.server";
import { baseSelect, toBase, visibleTo } from "../records/record.queries.server";
import { escapePattern } from "./search-question";

const PAGE_SIZE = 20;
const PEOPLE_MOST = 10;
const ORGANISATIONS_MOST = 5;

type Wanted = { words: readonly string[]; page: number };

const has = (word: string) => ({ contains: escapePattern(word), mode: "insensitive" as const });

const inTitle = (word: string): Prisma.RecordWhereInput => ({ title: has(word) });

/** Where a record says a word: in its title, or in what both who see it may read of it. */
function inRecord(word: string): Prisma.RecordWhereInput {
  const text = has(word);
  return {
    OR: [
      inTitle(word),
      {
        meeting: {
          is: { OR: [{ place: text }, { purpose: text }, { wentWell: text }, { wentBadly: text }] },
        },
      },
      { meeting: { is: { decisions: { some: { text } } } } },
      { meeting: { is: { actions: { some: { text } } } } },
      { commitment: { is: { detail: text } } },
      { request: { is: { OR: [{ detail: text }, { answerText: text }] } } },
      { project: { is: { aim: text } } },
      { aim: { is: { detail: text } } },
      { proposal: { is: { detail: text } } },
      { note: { is: { text } } },
    ],
  };
}

/**
 * Records that hold every word, in all the areas the actor stands in: scoped first, then ordered. Those with all words
 * in their title come first, then the newest.
 */
export async function searchRecords(tx: Tx, actors: readonly AreaActor[], { words, page: asked }: Wanted) {
  const seen: Prisma.RecordWhereInput = { OR: actors.map((actor) => visibleTo(actor)) };
  const titled = { AND: [seen, ...words.map(inTitle)] };
  const rest = { AND: [seen, ...words.map(inRecord), { NOT: { AND: words.map(inTitle) } }] };
  const first = await tx.record.count({ where: titled });
  const count = first + (await tx.record.count({ where: rest }));
  const pages = Math.max(1, Math.ceil(count / PAGE_SIZE));
  const page = Math.min(asked, pages);
  const skip = (page - 1) * PAGE_SIZE;
  const common = {
    orderBy: [{ occurredOn: "desc" }, { id: "desc" }] satisfies Prisma.RecordOrderByWithRelationInput[],
    select: baseSelect,
  };
  const top = await tx.record.findMany({ where: titled, ...common, skip, take: PAGE_SIZE });
  const below = await tx.record.findMany({
    ...{ where: rest, ...common },
    skip: Math.max(0, skip - first),
    take: PAGE_SIZE - top.length,
  });
  return { records: [...top, ...below].map(toBase), count, page, pages };
}

/** Organisations whose names hold every word: any of the public register, and the local groups of these areas. */
export async function searchOrganisations(tx: Tx, areaIds: readonly string[], words: readonly string[]) {
  return tx.organisation.findMany({
    where: {
      mergedIntoId: null,
      OR: [{ areaId: null }, { areaId: { in: [...areaIds] } }],
      AND: words.map((word) => ({ OR: [{ name: has(word) }, { shortName: has(word) }] })),
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: ORGANISATIONS_MOST,
    select: { slug: true, name: true, kinds: true },
  });
}

/** People of one area whose name holds every word, with the post each holds today or held last. */
export async function searchPeople(tx: Tx, actor: AreaActor, words: readonly string[], today: Day) {
  const people = await tx.person.findMany({
    where: {
      AND: [peopleVisibleTo(actor), { erasedAt: null }, ...words.map((word) => ({ name: has(word) }))],
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: PEOPLE_MOST,
    select: {
      id: true,
      name: true,
      appointments: {
        where: { AND: [postsVisibleTo(actor), heldOn(today)] },
        orderBy: [{ isLead: "desc" }, { id: "asc" }],
        take: 1,
        select: { role: true, organisation: { select: { id: true, shortName: true } } },
      },
    },
  });
  const nameNow = people.length > 0 ? await findNamesNow(tx, actor) : () => "";
  return people.map(({ id, name, appointments: [post] }) => ({
    ...{ id, name },
    post: post ? { role: post.role, organisation: nameNow(post.organisation) } : null,
  }));
}
