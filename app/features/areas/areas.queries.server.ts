import { type Day, dateToDay } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { type AreaActor, holderOf, liveTies } from "../identity/actor";
import { isLiveOn, type TieDays } from "./tie-days";

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
  const found = await findDated(tx, actor);
  return found
    .map(({ days, ...one }) => toView(one, holderOf(actor, one.id) !== one.id || endedForGood(days)))
    .sort(byUse(found));
}

export type RelationshipView = Awaited<ReturnType<typeof getRelationshipsOf>>[number];

/** The same as they stood on a past day, each with its days: what another took over later had not ended yet. */
export async function getRelationshipsOn(tx: Tx, actor: AreaActor, on: Day) {
  const found = await findDated(tx, actor);
  const all = found.map(({ days }) => days);
  return found
    .map(({ days, ...one }) => ({ ...toView(one, !isLiveOn(days, all, on) || endedForGood(days)), days }))
    .sort(byUse(found));
}

export type DatedRelationship = Awaited<ReturnType<typeof getRelationshipsOn>>[number];

type Found = Awaited<ReturnType<typeof findDated>>[number];

async function findDated(tx: Tx, actor: AreaActor) {
  const rows = await tx.relationship.findMany({
    where: { id: { in: actor.relationships.map((r) => r.id) } },
    select: {
      id: true,
      startsOn: true,
      endsOn: true,
      takenOverById: true,
      council: { select: { slug: true, shortName: true } },
      ...(actor.relationships.length > 1 ? { _count: { select: { records: true } } } : {}),
    },
  });
  const day = (date: Date | null) => date && dateToDay(date);
  return rows.map((row) => ({
    id: row.id,
    slug: row.council.slug,
    council: row.council.shortName,
    records: "_count" in row ? (row._count?.records ?? 0) : 0,
    days: {
      id: row.id,
      startsOn: day(row.startsOn),
      endsOn: day(row.endsOn),
      takenOverById: row.takenOverById,
    } satisfies TieDays,
  }));
}

function toView({ id, slug, council }: Pick<Found, "id" | "slug" | "council">, ended: boolean) {
  return { id, ended, slug, council };
}

/** One that was made to end with nothing to follow. */
function endedForGood({ endsOn, takenOverById }: TieDays): boolean {
  return endsOn !== null && takenOverById === null;
}

/** What goes on before what has ended, then the one most is recorded about, then by name. */
function byUse(found: readonly Found[]) {
  const records = new Map(found.map((one) => [one.id, one.records]));
  return (a: RelationshipOrder, b: RelationshipOrder) =>
    Number(a.ended) - Number(b.ended) ||
    (records.get(b.id) ?? 0) - (records.get(a.id) ?? 0) ||
    a.council.localeCompare(b.council, "en-GB");
}
type RelationshipOrder = { id: string; ended: boolean; council: string };
