import type { KnownNames } from "~/features/disclosures/known-names";
import type { AreaActor } from "~/features/identity/actor";
import { peopleVisibleTo, postsVisibleTo } from "~/features/people/people.queries.server";
import type { Tx } from "~/platform/db.server";

const POSTS: readonly string[] = ["elected", "senior", "officer", "front_line"];

/**
 * The names this side knows in the area: those of councillors and officers, and everybody else's. Somebody who shares the
 * name of a private person counts as private: it is said by hand who is meant. `named`: people that the records name.
 */
export async function findKnownNames(
  tx: Tx,
  actor: AreaActor,
  named: readonly string[],
): Promise<KnownNames> {
  const people = await tx.person.findMany({
    where: {
      erasedAt: null,
      OR: [
        { id: { in: [...named] } },
        peopleVisibleTo(actor),
        { mergedInto: { is: peopleVisibleTo(actor) } },
      ],
    },
    select: {
      name: true,
      changes: { where: { what: "name" }, select: { before: true } },
      appointments: { where: postsVisibleTo(actor), select: { level: true } },
    },
  });
  const [official, others]: [string[], string[]] = [[], []];
  for (const { name, changes, appointments } of people) {
    const all = [name, ...changes.flatMap(({ before }) => before ?? [])];
    (appointments.some(({ level }) => POSTS.includes(level)) ? official : others).push(...all);
  }
  const inPost = new Set(official);
  const further = [...(await accountNames(tx, actor)), ...(await memberNames(tx, actor))];
  others.push(...further.filter((name) => !inPost.has(name)));
  const isPrivate = new Set(others);
  return { officials: [...inPost].filter((name) => !isPrivate.has(name)), others: [...isPrivate] };
}

/** Accounts of the partnership's side: residents and volunteers, who need be nobody in the register of people. */
async function accountNames(tx: Tx, { areaId }: AreaActor): Promise<string[]> {
  const rows = await tx.user.findMany({
    where: {
      memberships: { some: { side: "community", organisation: { partnershipOf: { is: { id: areaId } } } } },
    },
    select: { name: true },
  });
  return rows.map(({ name }) => name);
}

async function memberNames(tx: Tx, { areaId, side }: AreaActor): Promise<string[]> {
  if (side !== "community") return [];
  const rows = await tx.partnershipMember.findMany({ where: { areaId }, select: { name: true } });
  return rows.map(({ name }) => name);
}
