import type { Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import { visibleTo } from "../records/record.queries.server";
import { isOfNobody, isWithin, type KeptReach, type KeptScope } from "./kept-reach";

/** Of what the database showed an account, what it is given as one of these stands. */
export async function findWithin<T>(
  tx: Tx,
  actors: readonly AreaActor[],
  lines: readonly T[],
  scopeOf: (line: T) => KeptScope,
): Promise<T[]> {
  const scopes = lines.map(scopeOf);
  const reaches: KeptReach[] = [];
  for (const actor of actors) reaches.push(await findReach(tx, actor, scopes));
  return lines.filter((_, at) => {
    const scope = scopes[at];
    return scope !== undefined && (isOfNobody(scope) || reaches.some((reach) => isWithin(reach, scope)));
  });
}

async function findReach(tx: Tx, actor: AreaActor, scopes: readonly KeptScope[]): Promise<KeptReach> {
  const asked = [...new Set(scopes.flatMap(({ records }) => records))];
  const rounds = [...new Set(scopes.flatMap(({ round }) => round ?? []))];
  const councils = actor.relationships.map(({ councilId }) => councilId);
  const records = await tx.record.findMany({
    where: {
      AND: [
        { id: { in: asked } },
        visibleTo(actor, { withGone: true }),
        // What the other side put in its bin is gone for everybody else.
        { OR: [{ binnedAt: null }, { organisationId: actor.organisationId }] },
      ],
    },
    select: { id: true },
  });
  const here = {
    OR: [{ partnershipOf: { id: actor.areaId } }, { id: { in: councils } }, { areaId: actor.areaId }],
  };
  const organisations = await tx.organisation.findMany({ where: here, select: { id: true } });
  const checkIns = await tx.checkIn.findMany({
    where: { id: { in: rounds }, areaId: actor.areaId },
    select: { id: true },
  });
  const ids = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id));
  return { actor, records: ids(records), organisations: ids(organisations), rounds: ids(checkIns) };
}
