import { type Day, dateToDay, dayOf } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { nearOrganisations } from "./near-organisations";
import type { OrganisationHolding } from "./organisation-merging";

const PAIRS_SHOWN = 20;

/** Organisations that may be there twice and that nobody said are two, for an admin. */
export async function findOrganisationPairs(tx: Tx) {
  const all = await tx.organisation.findMany({
    where: { mergedIntoId: null, NOT: { kinds: { has: "programme" } } },
    select: { id: true, name: true, shortName: true, code: true, gssCode: true, kinds: true, areaId: true },
  });
  const pairs = nearOrganisations(all);
  if (pairs.length === 0) return [];
  const apart = await tx.toldApart.findMany({
    where: { NOT: { firstOrganisationId: null } },
    select: { firstOrganisationId: true, secondOrganisationId: true },
  });
  const follows = await tx.organisationSuccession.findMany({
    select: { predecessorId: true, successorId: true },
  });
  const two = new Set([
    ...apart.map((one) => `${one.firstOrganisationId} ${one.secondOrganisationId}`),
    ...follows.flatMap(({ predecessorId: a, successorId: b }) => [`${a} ${b}`, `${b} ${a}`]),
  ]);
  return pairs
    .filter(({ a, b }) => !two.has(`${a.id} ${b.id}`))
    .slice(0, PAIRS_SHOWN)
    .map(({ a, b }) => ({ a: { id: a.id, name: a.name }, b: { id: b.id, name: b.name } }));
}

/** One organisation as two are laid side by side; null: it is not there, or no more. */
export async function findOrganisationHolding(tx: Tx, id: string): Promise<OrganisationHolding | null> {
  const row = await tx.organisation.findFirst({
    where: { id, mergedIntoId: null, NOT: { kinds: { has: "programme" } } },
    select: {
      id: true,
      name: true,
      shortName: true,
      kinds: true,
      tier: true,
      code: true,
      gssCode: true,
      region: true,
      startsOn: true,
      endsOn: true,
      revision: true,
      _count: { select: { relationships: true, memberships: true } },
    },
  });
  if (!row) return null;
  const { startsOn, endsOn, _count: of, ...rest } = row;
  const counts = [
    { label: "Areas it works with", count: of.relationships },
    { label: "Accounts", count: of.memberships },
  ];
  return { ...rest, startsOn: startsOn && dateToDay(startsOn), endsOn: endsOn && dateToDay(endsOn), counts };
}

/** Which organisations an organisation was made one with, newest first. */
export async function findOrganisationMergings(
  tx: Tx,
  keptOrganisationId: string,
): Promise<{ id: string; name: string; on: Day; undoneOn: Day | null }[]> {
  const rows = await tx.merging.findMany({
    where: { keptOrganisationId },
    orderBy: { id: "desc" },
    take: 20,
    select: { id: true, mergedAt: true, undoneAt: true, mergedOrganisation: { select: { name: true } } },
  });
  return rows.map(({ id, mergedAt, undoneAt, mergedOrganisation }) => ({
    id,
    name: mergedOrganisation?.name ?? "An organisation",
    on: dayOf(mergedAt),
    undoneOn: undoneAt && dayOf(undoneAt),
  }));
}

/** The organisation an old address means now; null: none was made one with another under it. */
export async function findOrganisationNow(tx: Tx, id: string): Promise<string | null> {
  const row = await tx.organisation.findUnique({ where: { id }, select: { mergedIntoId: true } });
  if (!row?.mergedIntoId) return null;
  return (await findOrganisationNow(tx, row.mergedIntoId)) ?? row.mergedIntoId;
}
