import { z } from "zod";
import { type Day, dateToDay } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import { type AreaActor, ownOrganisations } from "../identity/actor";
import { canLead } from "../records/record.policy";
import type { Disclosure, Item } from "./disclosure";
import { EXEMPTION_IDS } from "./exemption";
import { readRedactions } from "./redactions.server";

/** The bundles this actor may see: their own organisation's, as its lead. The second layer, saying what the row policies say. */
export function bundlesOf(actor: AreaActor): Prisma.DisclosureWhereInput {
  const own = canLead(actor) === true ? ownOrganisations(actor) : [];
  return { areaId: actor.areaId, organisationId: { in: own } };
}

const day = (date: Date | null): Day | null => (date === null ? null : dateToDay(date));

type Row = Prisma.DisclosureGetPayload<object>;

function toDisclosure(row: Row): Disclosure {
  const { id, reference, law, asked, kinds, words, relationshipId, revision } = row;
  return {
    ...{ id, reference, law, asked, kinds, words, relationshipId, revision },
    receivedOn: dateToDay(row.receivedOn),
    from: day(row.fromOn),
    to: day(row.toOn),
    finishedOn: day(row.finishedOn),
  };
}

const exemption = z.enum(EXEMPTION_IDS).nullable();

/** The bundles of a side, the newest first, with how many records each has and how many wait to be looked at. */
export async function findDisclosures(tx: Tx, actor: AreaActor) {
  const rows = await tx.disclosure.findMany({
    where: bundlesOf(actor),
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    take: 200,
    include: { items: { select: { decision: true } } },
  });
  return rows.map(({ items, ...row }) => ({
    ...toDisclosure(row),
    records: items.length,
    waiting: items.filter(({ decision }) => decision === null).length,
  }));
}

/** One of them with its records in their order, or null. */
export async function findDisclosure(tx: Tx, actor: AreaActor, id: string) {
  const row = await tx.disclosure.findFirst({
    where: { AND: [{ id }, bundlesOf(actor)] },
    include: { items: { orderBy: { number: "asc" } } },
  });
  if (row === null) return null;
  const items = row.items.map(
    (item): Item => ({
      id: item.id,
      recordId: item.recordId,
      number: item.number,
      decision: item.decision,
      reason: exemption.parse(item.reason),
      redactions: readRedactions(item.redactions),
      digest: item.digest,
      revision: item.revision,
    }),
  );
  return { disclosure: toDisclosure(row), items };
}
