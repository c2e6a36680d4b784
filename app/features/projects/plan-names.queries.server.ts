import type { Tx } from "~/platform/db.server";
import type { AreaActor, Side } from "../identity/actor";
import { visibleTo } from "../records/record.queries.server";
import { sideNames } from "../records/side-names";

/** How the sides are called for a record: by relationship id, or for what is about all councils. */
export type Naming = (relationshipId: string | null) => Record<Side, string>;

/** The names of the councils an actor stands with, for the records of an area. */
export async function findNaming(tx: Tx, relationships: AreaActor["relationships"]): Promise<Naming> {
  const councils = await tx.organisation.findMany({
    where: { id: { in: relationships.map((r) => r.councilId) } },
    select: { id: true, shortName: true },
  });
  const names = new Map(councils.map(({ id, shortName }) => [id, shortName]));
  const of = new Map(relationships.map((r) => [r.id, names.get(r.councilId) ?? null]));
  return (relationshipId) => sideNames(of.get(relationshipId ?? "") ?? null);
}

/** Names of people by id, as far as the reader sees them. */
export async function findNames(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))];
  if (wanted.length === 0) return new Map();
  const people = await tx.person.findMany({
    where: { id: { in: wanted } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** Titles of records by id, as far as this actor sees them. */
export async function findTitles(
  tx: Tx,
  actor: AreaActor,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await tx.record.findMany({
    where: { AND: [visibleTo(actor), { id: { in: wanted } }] },
    select: { id: true, title: true },
  });
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** Choices offered to link with; an older one is found by its own page. */
const MOST_CHOICES = 50;

/** The newest meetings or requests of the area, to link with. */
export async function findLinkChoices(tx: Tx, actor: AreaActor, kind: "meeting" | "request") {
  return tx.record.findMany({
    where: { AND: [visibleTo(actor), { kind, level: "shared" }] },
    orderBy: [{ occurredOn: "desc" }, { id: "desc" }],
    select: { id: true, title: true },
    take: MOST_CHOICES,
  });
}
