import type { Tx } from "~/platform/db.server";
import { type AreaActor, councilNow } from "../identity/actor";

/** How an organisation is called now. */
export type NameNow = (organisation: { id: string; shortName: string }) => string;

/** How each organisation of an area is called now: a council that another took over from here, by that one's name. */
export async function findNamesNow(tx: Tx, actor: Pick<AreaActor, "relationships">): Promise<NameNow> {
  const taken = actor.relationships.filter(({ heldBy }) => heldBy !== undefined);
  if (taken.length === 0) return ({ shortName }) => shortName;
  const rows = await tx.organisation.findMany({
    where: { id: { in: taken.map(({ councilId }) => councilNow(actor, councilId)) } },
    select: { id: true, shortName: true },
  });
  const names = new Map(rows.map(({ id, shortName }) => [id, shortName]));
  return ({ id, shortName }) => names.get(councilNow(actor, id)) ?? shortName;
}
