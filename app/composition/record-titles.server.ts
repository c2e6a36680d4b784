import type { AreaActor } from "~/features/identity/actor";
import type { RecordKind } from "~/features/records/record";
import { visibleTo } from "~/features/records/record.queries.server";
import type { Day } from "~/platform/calendar/day";
import { dateToDay } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { recordHref } from "./record-href";

export type RecordTitle = { title: string; href: string; on: Day | null };

/** How the records and named leads behind a figure are called, by id: those its reader may see. */
export async function titlesOf(
  tx: Tx,
  actor: AreaActor,
  ids: string[],
): Promise<ReadonlyMap<string, RecordTitle>> {
  if (ids.length === 0) return new Map();
  const records = await tx.record.findMany({
    where: { AND: [{ id: { in: ids } }, visibleTo(actor)] },
    select: { id: true, kind: true, title: true, occurredOn: true },
  });
  // What is no record the reader sees may be a post.
  const rest = ids.filter((id) => !records.some((one) => one.id === id));
  const posts = await findPosts(tx, rest);
  const found = new Map<string, RecordTitle>();
  for (const { id, kind, title, occurredOn } of records) {
    const href = recordHref(kind as RecordKind, actor.areaSlug, id);
    found.set(id, { title, href, on: dateToDay(occurredOn) });
  }
  for (const { id, isLead, checkedOn, person } of posts) {
    const href = `/areas/${actor.areaSlug}/people/${person.id}`;
    // A post that nobody leads from counts once it ended without a handover.
    const title = isLead ? `Named lead: ${person.name}` : `Handover of ${person.name}`;
    found.set(id, { title, href, on: checkedOn && dateToDay(checkedOn) });
  }
  return found;
}

async function findPosts(tx: Tx, ids: string[]) {
  if (ids.length === 0) return [];
  return tx.appointment.findMany({
    where: { id: { in: ids } },
    select: { id: true, isLead: true, checkedOn: true, person: { select: { id: true, name: true } } },
  });
}
