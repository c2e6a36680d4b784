import type { Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import { aboutRelationship, visibleTo } from "../records/record.queries.server";

type Held = { toPersonId: string | null; referrals: readonly { toPersonId: string | null }[] };

const holders = {
  toPersonId: true,
  referrals: { orderBy: [{ on: "asc" as const }, { id: "asc" as const }], select: { toPersonId: true } },
};

/** Who has a request: whom it was passed on to last, or whom it was put to; null: nobody by name. */
function holderOf({ toPersonId, referrals }: Held): string | null {
  const last = referrals.at(-1);
  return last ? last.toPersonId : toPersonId;
}

/** Who has a request now; null: nobody by name. */
export async function findHolder(tx: Tx, requestId: string): Promise<string | null> {
  const row = await tx.request.findUnique({ where: { recordId: requestId }, select: holders });
  return row && holderOf(row);
}

/** The requests without an answer that somebody has, as far as this actor sees them; of one relationship where named. */
export async function findRequestsHeldBy(
  tx: Tx,
  actor: AreaActor,
  personId: string,
  relationshipId: string | null,
) {
  const held = { OR: [{ toPersonId: personId }, { referrals: { some: { toPersonId: personId } } }] };
  const rows = await tx.record.findMany({
    where: {
      AND: [
        visibleTo(actor),
        { kind: "request", request: { answeredOn: null, withdrawnOn: null, ...held } },
        relationshipId ? aboutRelationship(actor, relationshipId) : {},
      ],
    },
    orderBy: [{ occurredOn: "asc" }, { id: "asc" }],
    select: { id: true, title: true, request: { select: holders } },
  });
  return rows.flatMap(({ request, ...record }) =>
    request && holderOf(request) === personId ? [record] : [],
  );
}
