import { type Day, dateToDay, dayOf } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { type AreaActor, ownOrganisations } from "../identity/actor";
import type { RecordKind } from "./record";
import { canEdit } from "./record.policy";
import { baseSelect, toBase, visibleTo } from "./record.queries.server";

/** A record that is out of the register. */
export type GoneRecord = {
  id: string;
  kind: RecordKind;
  title: string;
  occurredOn: Day;
  goneOn: Day;
  canRestore: boolean;
};

const MOST = 200;

/** The actor's side's own records in the bin, last binned first. */
export async function findBin(tx: Tx, actor: AreaActor): Promise<GoneRecord[]> {
  const rows = await tx.record.findMany({
    where: {
      AND: [
        visibleTo(actor, { withGone: true }),
        { binnedAt: { not: null }, organisationId: { in: ownOrganisations(actor) } },
      ],
    },
    orderBy: [{ binnedAt: "desc" }, { id: "desc" }],
    select: baseSelect,
    take: MOST,
  });
  return rows.map((row) => ({
    ...headOf(row),
    goneOn: dayOf(row.binnedAt ?? row.recordedAt),
    canRestore: canEdit(actor, { ...toBase(row), binned: false }) === true,
  }));
}

/** What both sides agreed does not count, last agreed first. */
export async function findVoided(tx: Tx, actor: AreaActor): Promise<(GoneRecord & { reason: string })[]> {
  const rows = await tx.record.findMany({
    where: { AND: [visibleTo(actor, { withGone: true }), { voidedOn: { not: null }, binnedAt: null }] },
    orderBy: [{ voidedOn: "desc" }, { id: "desc" }],
    select: baseSelect,
    take: MOST,
  });
  return rows.map((row) => ({
    ...headOf(row),
    goneOn: dateToDay(row.voidedOn ?? row.recordedOn),
    canRestore: false,
    reason: row.voidReason ?? "",
  }));
}

function headOf(row: { id: string; kind: string; title: string; occurredOn: Date }) {
  return {
    id: row.id,
    kind: row.kind as RecordKind,
    title: row.title,
    occurredOn: dateToDay(row.occurredOn),
  };
}

/** What a note is about; null where it is about nothing that is still there. */
export async function findNoteSubject(tx: Tx, actor: AreaActor, noteId: string) {
  const note = await tx.note.findFirst({
    where: { recordId: noteId, record: visibleTo(actor) },
    select: { aboutId: true, personId: true },
  });
  if (note === null || note.aboutId === null) return note && { record: null, personId: note.personId };
  const record = await tx.record.findFirst({
    where: { AND: [{ id: note.aboutId }, visibleTo(actor)] },
    select: { id: true, kind: true },
  });
  return { record: record && { id: record.id, kind: record.kind as RecordKind }, personId: null };
}
