import type { Disclosure } from "~/features/disclosures/disclosure";
import { findPhrase, fold } from "~/features/disclosures/folded-text";
import { type AreaActor, ownOrganisations } from "~/features/identity/actor";
import type { RecordBase } from "~/features/records/record";
import { aboutRelationship, baseSelect, toBase, visibleTo } from "~/features/records/record.queries.server";
import { dayToDate } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import { findTold } from "./disclosure-texts.server";

/** As many as one bundle holds: it is looked through record by record. */
export const MOST_RECORDS = 2_000;

type Wanted = Pick<Disclosure, "from" | "to" | "kinds" | "words" | "relationshipId">;

/**
 * What of an area can be in a bundle: what is shared and what is the side's own, what is void and what lies in its own bin
 * among it. What its author alone sees is in none.
 */
function disclosable(actor: AreaActor): Prisma.RecordWhereInput {
  const own = { organisationId: { in: ownOrganisations(actor) } };
  return {
    AND: [
      visibleTo(actor, { withGone: true }),
      { level: { not: "personal" } },
      { OR: [{ binnedAt: null }, own] },
    ],
  };
}

function asWanted(actor: AreaActor, { from, to, kinds, relationshipId }: Wanted): Prisma.RecordWhereInput {
  return {
    AND: [
      from ? { occurredOn: { gte: dayToDate(from) } } : {},
      to ? { occurredOn: { lte: dayToDate(to) } } : {},
      kinds.length > 0 ? { kind: { in: [...kinds] } } : {},
      relationshipId ? aboutRelationship(actor, relationshipId) : {},
    ],
  };
}

/** The records that are looked through, the oldest first; one more than a bundle holds says that they are too many. */
export async function findWanted(tx: Tx, actor: AreaActor, wanted: Wanted): Promise<RecordBase[]> {
  const rows = await tx.record.findMany({
    where: { AND: [disclosable(actor), asWanted(actor, wanted)] },
    orderBy: [{ occurredOn: "asc" }, { id: "asc" }],
    take: MOST_RECORDS + 1,
    select: baseSelect,
  });
  const records = rows.map(toBase);
  const { words } = wanted;
  if (words === null) return records;
  const { records: told } = await findTold(tx, actor, records);
  return records.filter(({ id }) =>
    told.get(id)?.texts.some(({ text }) => findPhrase(fold(text), words, false).length > 0),
  );
}

/** Records of a bundle, as far as they can still be in one. */
export async function findInBundle(tx: Tx, actor: AreaActor, ids: readonly string[]): Promise<RecordBase[]> {
  const rows = await tx.record.findMany({
    where: { AND: [disclosable(actor), { id: { in: [...ids] } }] },
    select: baseSelect,
  });
  return rows.map(toBase);
}

/** How many records only this reader sees: each author looks through their own. */
export function countOwn(tx: Tx, actor: AreaActor, wanted: Wanted): Promise<number> {
  const own: Prisma.RecordWhereInput = { level: "personal", authorId: actor.userId, binnedAt: null };
  return tx.record.count({ where: { AND: [visibleTo(actor), own, asWanted(actor, wanted)] } });
}
