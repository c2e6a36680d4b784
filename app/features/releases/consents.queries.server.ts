import type { Tx } from "~/platform/db.server";
import type { Consent } from "./consent";

/** A side's yes, with who gave it and when. */
export type GivenConsent = Consent & { relationshipId: string; byId: string; at: Date };

/** What both sides of these relationships say yes to, as it is now. */
export async function findConsents(tx: Tx, relationshipIds: readonly string[]): Promise<GivenConsent[]> {
  const rows = await tx.researchConsent.findMany({
    where: { relationshipId: { in: [...relationshipIds] }, endedAt: null },
    orderBy: [{ givenAt: "asc" }, { id: "asc" }],
    select: { relationshipId: true, side: true, scope: true, givenById: true, givenAt: true },
  });
  return rows.map(({ givenById: byId, givenAt: at, ...row }) => ({ ...row, byId, at }));
}
