import { type Day, dayOf } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import type { RecordKind } from "../records/record";
import { aboutRelationship, visibleTo } from "../records/record.queries.server";
import type { Heading } from "./clause";

/** What can carry a clause out. */
export const LINKABLE_KINDS = ["commitment", "milestone"] as const;

/** What carries a clause out, as this actor may see it. */
export type ClauseLinkView = {
  id: string;
  heading: Heading;
  linkedId: string;
  kind: RecordKind;
  title: string;
  movedOn: Day;
};

/** The links of some agreements, by agreement; to records this actor sees, those gone from the register left out. */
export async function findClauseLinks(
  tx: Tx,
  actor: AreaActor,
  mouIds: readonly string[],
): Promise<Map<string, ClauseLinkView[]>> {
  const rows = await tx.clauseLink.findMany({
    where: { mouId: { in: [...mouIds] }, unlinkedOn: null, linked: visibleTo(actor) },
    orderBy: [{ linkedOn: "asc" }, { id: "asc" }],
    select: {
      id: true,
      mouId: true,
      heading: true,
      linkedId: true,
      linked: { select: { kind: true, title: true, updatedAt: true } },
    },
  });
  const links = new Map<string, ClauseLinkView[]>();
  for (const { mouId, linked, ...row } of rows) {
    const { kind, title, updatedAt } = linked;
    const link = { ...row, kind: kind as RecordKind, title, movedOn: dayOf(updatedAt) };
    links.set(mouId, [...(links.get(mouId) ?? []), link]);
  }
  return links;
}

/** Promises and milestones that could carry a clause of an agreement out: the latest first. */
export async function findLinkable(tx: Tx, actor: AreaActor, relationshipId: string | null) {
  return tx.record.findMany({
    where: {
      AND: [
        visibleTo(actor),
        { kind: { in: [...LINKABLE_KINDS] }, level: "shared" },
        relationshipId ? aboutRelationship(actor, relationshipId) : {},
      ],
    },
    orderBy: [{ occurredOn: "desc" }, { id: "desc" }],
    select: { id: true, kind: true, title: true },
    take: 200,
  });
}
