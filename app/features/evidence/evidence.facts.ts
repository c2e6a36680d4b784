import type { RecordBase } from "../records/record";
import type { Fact } from "../scoring/facts";
import type { Entry } from "./evidence";

type Base = Pick<RecordBase, "id" | "level" | "binned" | "voidedOn" | "contestedOn" | "settledOn">;

/** An entry as a fact for the score (scoring-golden.json, "form"), or null where it says nothing to it. */
export function toFact(base: Base, entry: Entry): Fact | null {
  if (base.level !== "shared" || base.binned || base.voidedOn !== null) return null;
  const { kind, values, recordedBy, answeredOn, outcome } = entry;
  const answer = answeredOn === null || outcome === null ? null : { on: answeredOn, outcome };
  const said = kind.toFact?.({ values, recordedBy, answer }) ?? null;
  return said && { ...said, id: base.id, contested: base.contestedOn, settled: base.settledOn };
}
