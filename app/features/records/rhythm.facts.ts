import type { FactOf } from "../scoring/facts";
import type { RecordBase } from "./record";
import { agreedOn, type Rhythm, rhythmState } from "./rhythm";

type Base = Pick<RecordBase, "id" | "level" | "binned" | "voidedOn" | "contestedOn" | "settledOn">;

/** An agreed rhythm as a fact for the score (scoring-golden.json, "form"); null until both sides agreed. */
export function toRhythmFact(base: Base, rhythm: Rhythm): FactOf<"rhythm"> | null {
  if (base.level !== "shared" || base.binned || base.voidedOn !== null) return null;
  if (rhythmState(rhythm) !== "agreed") return null;
  return {
    type: "rhythm",
    id: base.id,
    agreed: agreedOn(rhythm),
    longest_gap: rhythm.longestGapDays,
    contested: base.contestedOn,
    settled: base.settledOn,
  };
}
