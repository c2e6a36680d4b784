import { dateToDay } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import { canWiden, widerLevel } from "./note.policy";
import { audienceWords, type RecordBase } from "./record";
import { canEdit } from "./record.policy";
import { baseSelect, toBase, visibleTo } from "./record.queries.server";
import type { NoteView } from "./record-panel";
import { findUserNames } from "./user-names.queries.server";

/** The notes on a record or a person that the actor may see: personal ones, their side's, and shared ones, newest first. */
export async function findNotes(
  tx: Tx,
  actor: AreaActor,
  about: { recordId: string } | { personId: string },
): Promise<NoteView[]> {
  const on = "recordId" in about ? { aboutId: about.recordId } : { personId: about.personId };
  const rows = await tx.record.findMany({
    where: { AND: [visibleTo(actor), { kind: "note", note: on }] },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    select: { ...baseSelect, note: { select: { text: true, about: { select: { level: true } } } } },
    take: 200,
  });
  const names = await findUserNames(
    tx,
    rows.map((row) => row.authorId),
  );
  const councils = rows.length > 0 ? await findCouncilNames(tx, actor) : [];
  return rows.map(({ note, ...row }) => {
    const base = toBase(row);
    return {
      id: row.id,
      text: note?.text ?? "",
      level: row.level,
      by: names.get(row.authorId) ?? "A member",
      on: dateToDay(row.recordedOn),
      revision: row.revision,
      canChange: canEdit(actor, base) === true,
      widen: widening(actor, base, note?.about?.level ?? null, councils),
    };
  });
}

type CouncilName = { relationshipId: string; name: string };

function widening(
  actor: AreaActor,
  note: RecordBase,
  about: RecordBase["level"] | null,
  councils: readonly CouncilName[],
): NoteView["widen"] {
  const to = widerLevel(note.level, about);
  if (to === null || canWiden(actor, note, to) !== true) return null;
  const concerned = councils.filter(
    ({ relationshipId }) => note.relationshipId === null || note.relationshipId === relationshipId,
  );
  const names = concerned.map(({ name }) => name);
  return { to, audience: audienceWords(to, actor, names) };
}

/** The councils of the actor's relationships, as they are called. */
async function findCouncilNames(tx: Tx, actor: AreaActor): Promise<CouncilName[]> {
  const rows = await tx.organisation.findMany({
    where: { id: { in: actor.relationships.map(({ councilId }) => councilId) } },
    select: { id: true, shortName: true },
  });
  return actor.relationships.flatMap(({ id, councilId }) => {
    const council = rows.find((row) => row.id === councilId);
    return council ? [{ relationshipId: id, name: council.shortName }] : [];
  });
}
