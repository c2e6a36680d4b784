import { dayOf } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import { findUserNames } from "../records/user-names.queries.server";
import type { MergingView } from "./merging";

/** A merging of this area as its commands read it; null: to this actor there is none. */
export async function findMerging(tx: Tx, actor: AreaActor, id: string) {
  const row = await tx.merging.findFirst({
    where: { id, areaId: actor.areaId },
    select: {
      keptPersonId: true,
      mergedPersonId: true,
      undoneAt: true,
      mergedPerson: { select: { name: true } },
    },
  });
  if (!row?.keptPersonId || !row.mergedPersonId) return null;
  const { keptPersonId: keptId, mergedPersonId: mergedId, undoneAt, mergedPerson } = row;
  return { keptId, mergedId, undone: undoneAt !== null, name: mergedPerson?.name ?? "" };
}

/** Whom else somebody was known as before, newest first: what can be undone, and what was. */
export async function findMergings(tx: Tx, actor: AreaActor, keptPersonId: string): Promise<MergingView[]> {
  const rows = await tx.merging.findMany({
    where: { keptPersonId, areaId: actor.areaId },
    orderBy: { id: "desc" },
    take: 20,
    select: {
      id: true,
      mergedAt: true,
      undoneAt: true,
      byUserId: true,
      mergedPerson: { select: { name: true } },
    },
  });
  const names = await findUserNames(
    tx,
    rows.map(({ byUserId }) => byUserId),
  );
  return rows.map(({ id, mergedAt, undoneAt, byUserId, mergedPerson }) => ({
    id,
    name: mergedPerson?.name ?? "Somebody",
    on: dayOf(mergedAt),
    by: names.get(byUserId) ?? "Somebody",
    undoneOn: undoneAt && dayOf(undoneAt),
  }));
}

/** Whom an address of before means now; null: nobody was merged under it, or nobody whom the asker sees. */
export async function findPersonNow(tx: Tx, id: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string | null }[]>`SELECT app.person_now(${id}::uuid) AS id`;
  if (!row?.id) return null;
  const seen = { id: row.id, appointments: { some: {} } };
  return (await tx.person.findFirst({ where: seen, select: { id: true } }))?.id ?? null;
}

/** The pairs of this area that somebody said are two: "lower-id higher-id". */
export async function findToldApart(tx: Tx, actor: AreaActor): Promise<Set<string>> {
  const rows = await tx.toldApart.findMany({
    where: { areaId: actor.areaId },
    select: { firstPersonId: true, secondPersonId: true },
  });
  return new Set(rows.map(({ firstPersonId, secondPersonId }) => `${firstPersonId} ${secondPersonId}`));
}
