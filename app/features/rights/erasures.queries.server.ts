import { z } from "zod";
import { type Day, dateToDay } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import { ERASURE_REASONS, type ErasureReach, type ErasureReason, type Place, reachOf } from "./erasure";
import { findWithin } from "./kept-reach.queries.server";

const keySchema = z.record(z.string(), z.unknown());
const placesSchema = z.array(z.strictObject({ place: z.string(), name: z.string(), key: keySchema }));

/** An erasure somebody asked for, as whoever may see it reads it: ids, days and a reason. */
export type ErasureRow = {
  id: string;
  personId: string | null;
  userId: string | null;
  askedById: string | null;
  organisation: string | null;
  reason: ErasureReason;
  askedOn: Day;
  doneOn: Day | null;
  declinedOn: Day | null;
};

const select = {
  id: true,
  personId: true,
  userId: true,
  askedById: true,
  reason: true,
  askedOn: true,
  doneOn: true,
  declinedOn: true,
  organisation: { select: { name: true } },
} as const;

type Selected = {
  id: string;
  personId: string | null;
  userId: string | null;
  askedById: string | null;
  reason: string;
  askedOn: Date;
  doneOn: Date | null;
  declinedOn: Date | null;
  organisation: { name: string } | null;
};

function toRow({ organisation, reason, askedOn, doneOn, declinedOn, ...row }: Selected): ErasureRow {
  return {
    ...row,
    organisation: organisation?.name ?? null,
    reason: reasonOf(reason),
    askedOn: dateToDay(askedOn),
    doneOn: doneOn && dateToDay(doneOn),
    declinedOn: declinedOn && dateToDay(declinedOn),
  };
}

function reasonOf(reason: string): ErasureReason {
  return reason in ERASURE_REASONS ? (reason as ErasureReason) : "asked";
}

const UNDECIDED = { doneOn: null, declinedOn: null } as const;

/** What waits to be decided, the oldest first, as far as the asker may see it. */
export async function findOpenErasures(tx: Tx): Promise<ErasureRow[]> {
  const rows = await tx.erasure.findMany({
    where: UNDECIDED,
    select,
    orderBy: [{ askedOn: "asc" }, { id: "asc" }],
  });
  return rows.map(toRow);
}

/** What was decided, the newest first. */
export async function findDecidedErasures(tx: Tx, take: number): Promise<ErasureRow[]> {
  const rows = await tx.erasure.findMany({
    where: { NOT: UNDECIDED },
    select,
    orderBy: { id: "desc" },
    take,
  });
  return rows.map(toRow);
}

/** The undecided erasure of the asker's own account; null: none. */
export async function findOwnErasure(tx: Tx, userId: string): Promise<ErasureRow | null> {
  const row = await tx.erasure.findFirst({ where: { userId, ...UNDECIDED }, select });
  return row && toRow(row);
}

/** What a lead is told of an undecided erasure: of the places left alone those they found with their own eyes. */
export type AskedErasure = { id: string; askedOn: Day; reason: ErasureReason; leftAlone: Place[] };

/** What was asked for about somebody in an area, as its leads see it; null: nothing that waits. */
export async function findAskedErasure(
  tx: Tx,
  { personId, areaId }: { personId: string; areaId: string },
  found: readonly Place[],
): Promise<AskedErasure | null> {
  const places = JSON.stringify(found.map(({ place, name, key }) => ({ place, name, key })));
  const [row] = await tx.$queryRaw<{ id: string; asked_on: Date; reason: string; alone: unknown }[]>`
    SELECT * FROM app.erasure_of(${personId}::uuid, ${areaId}::uuid, ${places}::jsonb)`;
  if (!row) return null;
  return {
    id: row.id,
    askedOn: dateToDay(row.asked_on),
    reason: reasonOf(row.reason),
    leftAlone: placesSchema.parse(row.alone),
  };
}

/** Of the ways somebody is called and reached those that are not theirs alone: words are not cut by them. */
export async function findNotCut(
  tx: Tx,
  names: readonly (string | null)[],
  personId: string,
): Promise<string[]> {
  const given = names.filter((name) => name !== null && name.trim() !== "");
  const rows = await tx.$queryRaw<{ n: string }[]>`
    SELECT n FROM unnest(${given}::text[]) n WHERE NOT app.is_their_own(n, ARRAY[${personId}::uuid], '{}')`;
  return rows.map(({ n }) => n);
}

/** Every erasure that was carried out, as the log beside the backups has it: ids, a day and a word. */
export async function findDoneErasures(tx: Tx) {
  const rows = await tx.erasure.findMany({
    where: { doneOn: { not: null } },
    select: {
      ...{ id: true, personId: true, userId: true, areaId: true, askedOn: true },
      ...{ reason: true, doneOn: true, leftAlone: true },
    },
    orderBy: { id: "asc" },
  });
  return rows.flatMap(({ askedOn, doneOn, leftAlone, ...row }) => {
    const places = placesSchema.parse(leftAlone);
    return doneOn
      ? [{ ...row, askedOn: dateToDay(askedOn), doneOn: dateToDay(doneOn), leftAlone: places }]
      : [];
  });
}

/** Whether an organisation is the one to answer for somebody: it recorded them, or they hold or held a post there. */
export async function isHeldBy(tx: Tx, organisationId: string, personId: string): Promise<boolean> {
  const post = { appointments: { some: { organisationId } } };
  const held = { id: personId, OR: [{ recordedByOrganisationId: organisationId }, post] };
  return (await tx.person.count({ where: held })) > 0;
}

/** What carrying an erasure out would reach: for admins, as numbers. */
export async function previewErasure(tx: Tx, id: string): Promise<ErasureReach> {
  const rows = await tx.$queryRaw<
    { what: string; n: bigint }[]
  >`SELECT what, n FROM app.preview_erasure(${id}::uuid)`;
  return reachOf(rows.map(({ what, n }) => ({ what, n: Number(n) })));
}

/** Words that name somebody, where the asker's own eyes find them. */
export type NamingWords = Place & { record: string | null; words: string };

type NamingRow = NamingWords & { key: unknown; area: string | null; organisation: string | null };

/** Every place in which the asker reads a name, address or number, in the area they ask in. */
export async function findWordsNaming(
  tx: Tx,
  actor: AreaActor,
  names: readonly (string | null)[],
): Promise<NamingWords[]> {
  const given = names.filter((name) => name !== null && name.trim() !== "");
  if (given.length === 0) return [];
  const rows = await tx.$queryRaw<NamingRow[]>`SELECT * FROM app.words_naming(${given}::text[])`;
  const within = await findWithin(tx, [actor], rows, ({ place, area, organisation, record }) => ({
    ...{ place, area, organisation, round: null },
    records: record === null ? [] : [record],
  }));
  return within.map(({ place, name, key, record, words }) => ({
    ...{ place, name, record, words },
    key: keySchema.parse(key),
  }));
}
