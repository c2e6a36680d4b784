import { type Day, dateToDay } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { type AreaActor, liveTies } from "../identity/actor";

/** What the two sides agreed with each other, beside records. */
export type RelationshipTerms = {
  id: string;
  councilSlug: string;
  council: string;
  startsOn: Day | null;
  /** Exclusive: the day a successor took over, say. */
  endsOn: Day | null;
  requestWorkingDays: number;
  communication: string | null;
  revision: number;
};

/** Each of the actor's relationships in the area with its terms, by the council's name. */
export async function findRelationshipTerms(tx: Tx, actor: AreaActor): Promise<RelationshipTerms[]> {
  const rows = await tx.relationship.findMany({
    where: { areaId: actor.areaId, id: { in: liveTies(actor).map(({ id }) => id) } },
    select: {
      id: true,
      startsOn: true,
      endsOn: true,
      requestWorkingDays: true,
      communication: true,
      revision: true,
      council: { select: { slug: true, shortName: true } },
    },
  });
  return rows
    .map(({ council, startsOn, endsOn, ...row }) => ({
      ...row,
      councilSlug: council.slug,
      council: council.shortName,
      startsOn: startsOn && dateToDay(startsOn),
      endsOn: endsOn && dateToDay(endsOn),
    }))
    .sort((a, b) => a.council.localeCompare(b.council, "en-GB"));
}
