import { dateToDay } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import { canEdit } from "./record.policy";
import { baseSelect, toBase, visibleTo } from "./record.queries.server";
import type { NoteView } from "./record-panel";
import { findUserNames } from "./user-names.queries.server";

/** The actor's side's own and personal notes on a record or a person, newest first. */
export async function findNotes(
  tx: Tx,
  actor: AreaActor,
  about: { recordId: string } | { personId: string },
): Promise<NoteView[]> {
  const on = "recordId" in about ? { aboutId: about.recordId } : { personId: about.personId };
  const rows = await tx.record.findMany({
    where: { AND: [visibleTo(actor), { kind: "note", level: { not: "shared" }, note: on }] },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    select: { ...baseSelect, note: { select: { text: true } } },
    take: 200,
  });
  const names = await findUserNames(
    tx,
    rows.map((row) => row.authorId),
  );
  return rows.map(({ note, ...row }) => ({
    id: row.id,
    text: note?.text ?? "",
    level: row.level,
    by: names.get(row.authorId) ?? "A member",
    on: dateToDay(row.recordedOn),
    revision: row.revision,
    canChange: canEdit(actor, toBase(row)) === true,
  }));
}
