import type { Tx } from "~/platform/db.server";
import { type AreaActor, holderOf, liveTies } from "../identity/actor";

/** What the frame of an area's pages shows: its name and its councils' short names. */
export async function getAreaFrame(tx: Tx, actor: AreaActor) {
  const area = await tx.area.findUniqueOrThrow({
    where: { id: actor.areaId },
    select: { name: true, demo: true, partnership: { select: { shortName: true } } },
  });
  const councils = await tx.organisation.findMany({
    where: { id: { in: liveTies(actor).map((r) => r.councilId) } },
    orderBy: { shortName: "asc" },
    select: { id: true, slug: true, shortName: true },
  });
  return {
    name: area.name,
    demo: area.demo,
    partnership: area.partnership.shortName,
    councils: councils.map(({ slug, shortName }) => ({ slug, name: shortName })),
  };
}

/** The relationships an actor is a party to, each with its council: the one most is recorded about first. */
export async function getRelationshipsOf(tx: Tx, actor: AreaActor) {
  const rows = await tx.relationship.findMany({
    where: { id: { in: actor.relationships.map((r) => r.id) } },
    select: {
      id: true,
      endsOn: true,
      takenOverById: true,
      council: { select: { slug: true, shortName: true } },
      ...(actor.relationships.length > 1 ? { _count: { select: { records: true } } } : {}),
    },
  });
  const records = new Map(rows.map((row) => [row.id, "_count" in row ? (row._count?.records ?? 0) : 0]));
  return rows
    .map(({ id, endsOn, takenOverById, council }) => ({
      id,
      ended: holderOf(actor, id) !== id || (endsOn !== null && takenOverById === null),
      slug: council.slug,
      council: council.shortName,
    }))
    .sort(
      (a, b) =>
        Number(a.ended) - Number(b.ended) ||
        (records.get(b.id) ?? 0) - (records.get(a.id) ?? 0) ||
        a.council.localeCompare(b.council, "en-GB"),
    );
}

export type RelationshipView = Awaited<ReturnType<typeof getRelationshipsOf>>[number];
