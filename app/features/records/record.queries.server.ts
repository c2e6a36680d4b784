import { dateToDay } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import { type AreaActor, holderOf, ownOrganisations, partsOf } from "../identity/actor";
import type { RecordBase, RecordKind } from "./record";
import { findContactNames, findUserNames } from "./user-names.queries.server";

/**
 * The records of an area this actor may see: the second of the four layers, saying what the row policies say again.
 * Binned and voided ones are left out unless asked for.
 */
export function visibleTo(actor: AreaActor, options: { withGone?: boolean } = {}): Prisma.RecordWhereInput {
  return {
    areaId: actor.areaId,
    AND: [
      { OR: [{ relationshipId: null }, { relationshipId: { in: actor.relationships.map((r) => r.id) } }] },
      {
        OR: [
          { level: "shared" },
          { level: "side", organisationId: { in: ownOrganisations(actor) } },
          { level: "personal", authorId: actor.userId },
        ],
      },
    ],
    ...(options.withGone ? {} : { binnedAt: null, voidedOn: null }),
  };
}

/** Records about one relationship: its own, those of the ones it has taken over, and what is about all councils. */
export function aboutRelationship(
  actor: Pick<AreaActor, "relationships">,
  relationshipId: string,
): { OR: Prisma.RecordWhereInput[] } {
  const parts = partsOf(actor, holderOf(actor, relationshipId));
  return { OR: [{ relationshipId: { in: parts } }, { relationshipId: null }] };
}

/** The columns of the common part. */
export const baseSelect = {
  id: true,
  kind: true,
  areaId: true,
  relationshipId: true,
  organisationId: true,
  side: true,
  authorId: true,
  level: true,
  title: true,
  occurredOn: true,
  recordedOn: true,
  recordedAt: true,
  revision: true,
  openedByOtherAt: true,
  binnedAt: true,
  voidAskedOn: true,
  voidAskedBySide: true,
  voidReason: true,
  voidedOn: true,
  contestedOn: true,
  contestedBySide: true,
  settledOn: true,
} satisfies Prisma.RecordSelect;

type BaseRow = Prisma.RecordGetPayload<{ select: typeof baseSelect }>;

/** A row's common part as the pure code takes it. */
export function toBase(row: BaseRow): RecordBase {
  const day = (date: Date | null) => (date === null ? null : dateToDay(date));
  const { openedByOtherAt, binnedAt, ...rest } = row;
  return {
    ...rest,
    kind: row.kind as RecordKind,
    occurredOn: dateToDay(row.occurredOn),
    recordedOn: dateToDay(row.recordedOn),
    openedByOther: openedByOtherAt !== null,
    binned: binnedAt !== null,
    voidAskedOn: day(row.voidAskedOn),
    voidedOn: day(row.voidedOn),
    contestedOn: day(row.contestedOn),
    settledOn: day(row.settledOn),
  };
}

/** One record's common part, or null where this actor sees none. */
export async function findBase(
  tx: Tx,
  actor: AreaActor,
  id: string,
  options: { withGone?: boolean } = {},
): Promise<RecordBase | null> {
  const row = await tx.record.findFirst({
    where: { AND: [{ id }, visibleTo(actor, options)] },
    select: baseSelect,
  });
  return row === null ? null : toBase(row);
}

/** A record's replies, oldest first. An author the reader may not see goes by their organisation. */
export async function findReplies(tx: Tx, recordId: string) {
  const rows = await tx.reply.findMany({
    where: { recordId },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: {
      id: true,
      text: true,
      side: true,
      disputes: true,
      at: true,
      authorId: true,
      byPersonId: true,
      organisation: { select: { shortName: true } },
    },
  });
  const names = await findUserNames(
    tx,
    rows.map((row) => row.authorId),
  );
  const contacts = await findContactNames(
    tx,
    rows.map((row) => row.byPersonId),
  );
  return rows.map(({ authorId, byPersonId, organisation, ...row }) => ({
    ...row,
    author: names.get(authorId ?? "") ?? contacts.get(byPersonId ?? "") ?? organisation.shortName,
  }));
}
