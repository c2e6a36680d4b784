import { type AreaActor, ownOrganisations } from "~/features/identity/actor";
import { filesVisibleTo } from "~/features/records/attachments.queries.server";
import type { FileToCheck } from "~/features/rights/components/naming-files";
import type { Tx } from "~/platform/db.server";
import { titlesOf } from "./record-titles.server";

const MOST = 200;

/** The files of these records that the reader may see, each with its record: what is in them nobody has looked through. */
export async function findFilesToCheck(
  tx: Tx,
  actor: AreaActor,
  recordIds: readonly string[],
): Promise<Omit<FileToCheck, "lookedOn">[]> {
  const ids = [...new Set(recordIds)];
  const files = await tx.attachment.findMany({
    where: { recordId: { in: ids }, ...filesVisibleTo(actor) },
    orderBy: [{ attachedAt: "asc" }, { id: "asc" }],
    select: { id: true, name: true, recordId: true, organisationId: true },
    take: MOST,
  });
  const titles = await titlesOf(
    tx,
    actor,
    files.map(({ recordId }) => recordId),
  );
  const own = ownOrganisations(actor);
  return files.flatMap(({ id, name, recordId, organisationId }) => {
    const record = titles.get(recordId);
    const isOwn = own.includes(organisationId);
    return record ? [{ id, name, isOwn, record: { title: record.title, href: record.href } }] : [];
  });
}
