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
    reason: reason in ERASURE_REASONS ? (reason as ErasureReason) : "asked",
    askedOn: dateToDay(askedOn),
    doneOn: doneOn && dateToDay(doneOn),
    declinedOn: declinedOn && dateToDay(declinedOn),
  };
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

/** The undecided erasure of a person or of an account's owner; null: none that the asker sees. */
export async function findErasureOf(
  tx: Tx,
  of: { personId: string } | { userId: string },
): Promise<(ErasureRow & { leftAlone: Place[] }) | null> {
  const row = await tx.erasure.findFirst({
    where: { AND: [of, UNDECIDED] },
    select: { ...select, leftAlone: true },
  });
  if (!row) return null;
  const { leftAlone, ...rest } = row;
  return { ...toRow(rest), leftAlone: placesSchema.parse(leftAlone) };
}

/** Every erasure that was carried out, as the log beside the backups has it: ids, a day and a word. */
export async function findDoneErasures(tx: Tx) {
  const rows = await tx.erasure.findMany({
    where: { doneOn: { not: null } },
    select: { id: true, personId: true, userId: true, reason: true, doneOn: true, leftAlone: true },
    orderBy: { id: "asc" },
  });
  return rows.flatMap(({ doneOn, leftAlone, ...row }) =>
    doneOn ? [{ ...row, doneOn: dateToDay(doneOn), leftAlone: placesSchema.parse(leftAlone) }] : [],
  );
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
