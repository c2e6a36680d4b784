import type { Tx } from "~/platform/db.server";
import { type AreaActor, ownOrganisations } from "../identity/actor";
import { type AttachmentView, canRemoveFile } from "./attachment";
import { findBase } from "./record.queries.server";
import { findUserNames } from "./user-names.queries.server";

/** The files of a record that this actor may have: those of both sides, and their own side's. */
export function filesVisibleTo(actor: AreaActor) {
  return {
    removedAt: null,
    OR: [
      { level: "shared" as const },
      { level: "side" as const, organisationId: { in: ownOrganisations(actor) } },
    ],
  };
}

/** The files of one record, the first added first. */
export async function findAttachments(
  tx: Tx,
  actor: AreaActor,
  recordId: string,
  now: Date,
): Promise<AttachmentView[]> {
  const rows = await tx.attachment.findMany({
    where: { recordId, ...filesVisibleTo(actor) },
    orderBy: [{ attachedAt: "asc" }, { id: "asc" }],
    include: { organisation: { select: { shortName: true } } },
    take: 100,
  });
  const names = await findUserNames(
    tx,
    rows.map(({ authorId }) => authorId),
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    type: row.type,
    bytes: row.bytes,
    level: row.level,
    by: names.get(row.authorId) ?? row.organisation.shortName,
    at: row.attachedAt,
    canRemove: canRemoveFile(actor, row, now) === true,
  }));
}

/** One file to be sent: where its record is there for this actor, and the file too. */
export async function findDownload(tx: Tx, actor: AreaActor, recordId: string, fileId: string) {
  const record = await findBase(tx, actor, recordId, { withGone: true });
  if (record === null || record.binned) return null;
  return tx.attachment.findFirst({
    where: { id: fileId, recordId, ...filesVisibleTo(actor) },
    select: { id: true, sha256: true, name: true, type: true },
  });
}
