import type { RecordKind } from "~/features/records/record";
import type { Fact } from "~/features/scoring/facts";
import type { Tx } from "~/platform/db.server";

/** What a source (a record, a named lead) says to the score now, and whose score it is part of. */
export type Source = {
  id: string;
  areaId: string;
  /** Null: in each of the area's relationships. */
  relationshipId: string | null;
  facts: Fact[];
};

type FactFinder = (tx: Tx, recordId: string) => Promise<Fact[]>;

/** How each kind of record is read as facts; null: the kind says nothing to the score. */
const FINDERS: Record<RecordKind, FactFinder | null> = {
  meeting: null,
  "meeting-series": null,
  commitment: null,
  request: null,
  rhythm: null,
  note: null,
};

/** The facts of one source as it stands; null where the id is of nothing that can score. */
export async function findSource(tx: Tx, id: string): Promise<Source | null> {
  const record = await tx.record.findUnique({
    where: { id },
    select: { kind: true, areaId: true, relationshipId: true, level: true, binnedAt: true, voidedOn: true },
  });
  if (!record || record.level !== "shared") return null;
  const { areaId, relationshipId, binnedAt, voidedOn } = record;
  const finder = FINDERS[record.kind as RecordKind];
  if (!finder) return null;
  const facts = binnedAt || voidedOn ? [] : await finder(tx, id);
  return { id, areaId, relationshipId, facts };
}
