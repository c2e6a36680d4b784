import { z } from "zod";
import { type Day, dateToDay } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import {
  ERASURE_REASONS,
  type ErasureReach,
  type ErasureReason,
  type FileLook,
  type Place,
  reachOf,
} from "./erasure";

const keySchema = z.record(z.string(), z.unknown());
const placesSchema = z.array(z.strictObject({ place: z.string(), name: z.string(), key: keySchema }));

const looksSchema = z.array(
  z.strictObject({ file: z.uuid(), found: z.enum(["clear", "removed"]), on: z.iso.date() }),
);

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
/** An area that was told and has not answered asks for nothing. */
const TOLD = { toldOn: { not: null }, askedById: null } as const;

/** What waits to be decided, the oldest first, as far as the asker may see it. */
export async function findOpenErasures(tx: Tx): Promise<ErasureRow[]> {
  const rows = await tx.erasure.findMany({
    where: { ...UNDECIDED, NOT: TOLD },
    select,
    orderBy: [{ askedOn: "asc" }, { id: "asc" }],
  });
  return rows.map(toRow);
}

/** What was decided, the newest first. */
export async function findDecidedErasures(tx: Tx, take: number): Promise<ErasureRow[]> {
  const rows = await tx.erasure.findMany({
    where: { NOT: UNDECIDED, keptFor: null },
    select,
    orderBy: [{ askedOn: "desc" }, { id: "desc" }],
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
export type AskedErasure = {
  id: string;
  askedOn: Day;
  reason: ErasureReason;
  leftAlone: Place[];
  /** The day this area was told, where another asked first. */
  toldOn: Day | null;
  /** Nobody of this area has answered yet. */
  waits: boolean;
  files: FileLook[];
};

type AskedRow = {
  id: string;
  asked_on: Date;
  reason: string;
  alone: unknown;
  told_on: Date | null;
  waits: boolean;
  files: unknown;
};

/** What was asked for about somebody in an area, as its leads see it; null: nothing that waits. */
export async function findAskedErasure(
  tx: Tx,
  { personId, areaId }: { personId: string; areaId: string },
  found: readonly Place[],
): Promise<AskedErasure | null> {
  const places = JSON.stringify(found.map(({ place, name, key }) => ({ place, name, key })));
  const [row] = await tx.$queryRaw<AskedRow[]>`
    SELECT * FROM app.erasure_of(${personId}::uuid, ${areaId}::uuid, ${places}::jsonb)`;
  if (!row) return null;
  return {
    id: row.id,
    askedOn: dateToDay(row.asked_on),
    reason: reasonOf(row.reason),
    leftAlone: placesSchema.parse(row.alone),
    toldOn: row.told_on && dateToDay(row.told_on),
    waits: row.waits,
    files: looksSchema.parse(row.files),
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
