import type { EvidenceLink } from "~/features/actions/action-view";
import type { AreaActor } from "~/features/identity/actor";
import { postsVisibleTo } from "~/features/people/people.queries.server";
import type { RecordKind } from "~/features/records/record";
import { visibleTo } from "~/features/records/record.queries.server";
import { dateToDay } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { formatDay } from "~/ui/format-date";
import { recordHref } from "./record-href";

/** Links to records and posts by id, those alone that this actor may see. */
export async function findEvidenceLinks(
  tx: Tx,
  actor: AreaActor,
  ids: readonly string[],
): Promise<Map<string, EvidenceLink>> {
  const wanted = [...new Set(ids)];
  const records = await tx.record.findMany({
    where: { AND: [{ id: { in: wanted } }, visibleTo(actor)] },
    select: { id: true, kind: true, title: true, occurredOn: true },
  });
  const posts = await tx.appointment.findMany({
    where: { AND: [{ id: { in: wanted } }, postsVisibleTo(actor)] },
    select: { id: true, person: { select: { id: true, name: true } } },
  });
  const area = actor.areaSlug;
  return new Map([
    ...records.map(({ id, kind, title, occurredOn }): [string, EvidenceLink] => {
      const named = kind === "meeting" ? `${title}, ${formatDay(dateToDay(occurredOn))}` : title;
      return [id, { id, title: named, href: recordHref(kind as RecordKind, area, id) }];
    }),
    ...posts.map(({ id, person }): [string, EvidenceLink] => {
      return [id, { id, title: person.name, href: `/areas/${area}/people/${person.id}` }];
    }),
  ]);
}
