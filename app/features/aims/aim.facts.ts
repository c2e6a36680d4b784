import type { RecordBase } from "../records/record";
import type { FactOf } from "../scoring/facts";
import { type Aim, isBelief, stageOf } from "./aim";

type Base = Pick<RecordBase, "id" | "level" | "binned" | "voidedOn" | "contestedOn" | "settledOn">;

/**
 * An aim as a fact for the score (scoring-golden.json, "form"), or null where it does not count. "Not quite" is no
 * answer yet: a belief says something only once its owner confirms or corrects it.
 */
export function toFact(base: Base, aim: Aim): FactOf<"aim"> | null {
  if (base.level !== "shared" || base.binned || base.voidedOn !== null) return null;
  return {
    type: "aim",
    id: base.id,
    owner: aim.owner,
    stated_by: aim.statedBy,
    recorded: aim.recordedOn,
    acknowledged: isBelief(aim) ? null : aim.acknowledgedOn,
    answered: stageOf(aim) === "answered" ? aim.answeredOn : null,
    contested: base.contestedOn,
    settled: base.settledOn,
  };
}
