import type { Tx } from "~/platform/db.server";
import { type AreaActor, ownOrganisations } from "../identity/actor";
import { visibleTo } from "../records/record.queries.server";
import type { Comparison, Holding, NearPerson, SuggestedPair } from "./merging";
import { findToldApart } from "./merging.queries.server";
import { findNamesNow, type NameNow } from "./names-now.queries.server";
import { type Likeness, type Named, nearest, nearPairs } from "./near-names";
import { peopleVisibleTo, postsVisibleTo } from "./people.queries.server";
import { roleLabel } from "./person";

const NEAR_SHOWN = 5;
const PAIRS_SHOWN = 20;

/** Everybody of the area this actor sees, as names are compared: nobody of elsewhere is in it. */
async function findNamed(tx: Tx, actor: AreaActor): Promise<(Named & { posts: string })[]> {
  const rows = await tx.person.findMany({
    where: { AND: [peopleVisibleTo(actor), { erasedAt: null, mergedIntoId: null }] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      email: true,
      externalIds: { select: { value: true } },
      appointments: { where: postsVisibleTo(actor), orderBy: { id: "asc" }, select: postSelect },
    },
  });
  const nameNow = await findNamesNow(tx, actor);
  return rows.map(({ externalIds, appointments, ...person }) => ({
    ...person,
    externalIds: externalIds.map(({ value }) => value),
    posts: [...new Set(appointments.map(postWords(nameNow)))].join("; "),
  }));
}

const postSelect = { role: true, organisation: { select: { id: true, shortName: true } } } as const;

type NamedPost = { role: string; organisation: Parameters<NameNow>[0] };

function postWords(nameNow: NameNow): (post: NamedPost) => string {
  return ({ role, organisation }) => `${roleLabel(role)}, ${nameNow(organisation)}`;
}

/** People of the area whom a new entry may be about, the likeliest first. */
export async function findNearPeople(
  tx: Tx,
  actor: AreaActor,
  asked: { name: string; email: string | null },
): Promise<NearPerson[]> {
  const people = await findNamed(tx, actor);
  return nearest({ id: "", ...asked }, people)
    .slice(0, NEAR_SHOWN)
    .map(shown);
}

/** The same for several names at once: by name, those that are near somebody. */
export async function findNearNames(
  tx: Tx,
  actor: AreaActor,
  names: readonly string[],
): Promise<Map<string, NearPerson[]>> {
  if (names.length === 0) return new Map();
  const people = await findNamed(tx, actor);
  return new Map(
    names.flatMap((name) => {
      const near = nearest({ id: "", name, email: null }, people).slice(0, NEAR_SHOWN);
      return near.length === 0 ? [] : [[name, near.map(shown)] as const];
    }),
  );
}

/** Somebody, those much like them, and everybody else of the area; null: this actor sees nobody of that id. */
export async function findNearTo(tx: Tx, actor: AreaActor, id: string) {
  const people = await findNamed(tx, actor);
  const person = people.find((one) => one.id === id);
  if (!person) return null;
  const near = nearest(person, people).map(shown);
  const likely = new Set(near.map((one) => one.id));
  const others = people
    .filter((one) => one.id !== id && !likely.has(one.id))
    .map(({ id, name, posts }) => ({ id, name, posts }));
  return { person: { id, name: person.name }, near, others };
}

/** Records of the area that may be of one person and that nobody said are two. */
export async function findSuggestedPairs(tx: Tx, actor: AreaActor): Promise<SuggestedPair[]> {
  const pairs = nearPairs(await findNamed(tx, actor));
  if (pairs.length === 0) return [];
  const apart = await findToldApart(tx, actor);
  return pairs
    .filter(({ a, b }) => !apart.has(`${a.id} ${b.id}`))
    .slice(0, PAIRS_SHOWN)
    .map(({ a, b, why }) => ({ a: shown({ ...a, why }), b: shown({ ...b, why }), why }));
}

function shown({
  id,
  name,
  posts,
  why,
}: {
  id: string;
  name: string;
  posts: string;
  why: Likeness;
}): NearPerson {
  return { id, name, posts, why };
}

/** Two records side by side, with what the reader sees of each; null: one of them is not theirs to see. */
export async function findComparison(
  tx: Tx,
  actor: AreaActor,
  ids: { kept: string; merged: string },
): Promise<Comparison | null> {
  const [kept, merged] = [await findHolding(tx, actor, ids.kept), await findHolding(tx, actor, ids.merged)];
  if (!kept || !merged || ids.kept === ids.merged) return null;
  const came = (personId: string) => ({ attendances: { some: { personId } } });
  const together = await tx.meeting.count({
    where: { record: visibleTo(actor), AND: [came(ids.kept), came(ids.merged)] },
  });
  return { kept, merged, together };
}

async function findHolding(tx: Tx, actor: AreaActor, id: string): Promise<Holding | null> {
  const row = await tx.person.findFirst({
    where: { AND: [{ id, erasedAt: null }, peopleVisibleTo(actor)] },
    select: {
      id: true,
      name: true,
      email: true,
      phone: true,
      revision: true,
      appointments: { where: postsVisibleTo(actor), orderBy: { id: "asc" }, select: postSelect },
      _count: { select: countsOf(actor) },
    },
  });
  if (!row) return null;
  const { appointments, _count: of, ...contact } = row;
  const counts = [
    { label: "Meetings", count: of.attendances },
    { label: "Promises", count: of.promisesMade + of.promisesReceived },
    { label: "Requests", count: of.requestsReceived + of.referralsReceived },
    {
      label: "Projects and milestones",
      count: of.projectsLed + of.milestonesOfCouncil + of.milestonesOfCommunity,
    },
    { label: "Handovers", count: of.handoversFrom + of.handoversTo },
    { label: "Other entries", count: of.evidenceLinks + of.signatures },
    { label: "Your side’s notes and views", count: of.notes + of.assessments + of.engagements },
  ];
  return { ...contact, posts: appointments.map(postWords(await findNamesNow(tx, actor))), counts };
}

/** What of somebody is counted: what the reader sees, in this area. */
function countsOf(actor: AreaActor) {
  const seen = { where: { record: visibleTo(actor) } };
  const own = { where: { areaId: actor.areaId, organisationId: { in: ownOrganisations(actor) } } };
  return {
    attendances: { where: { meeting: seen.where } },
    promisesMade: seen,
    promisesReceived: seen,
    requestsReceived: seen,
    referralsReceived: { where: { request: seen.where } },
    projectsLed: seen,
    milestonesOfCouncil: seen,
    milestonesOfCommunity: seen,
    handoversFrom: seen,
    handoversTo: seen,
    evidenceLinks: { where: { evidence: seen.where } },
    signatures: { where: { mou: seen.where } },
    notes: seen,
    assessments: own,
    engagements: own,
  };
}
