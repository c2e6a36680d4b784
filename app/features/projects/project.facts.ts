import type { RecordBase } from "../records/record";
import type { FactOf } from "../scoring/facts";
import { isMove, type Project, undecidedMoves } from "./project";

export type FactBase = Pick<RecordBase, "id" | "level" | "binned" | "voidedOn" | "contestedOn" | "settledOn">;

/** Whether a record says anything to the score: shared, and in the register. */
export function counts(base: FactBase): boolean {
  return base.level === "shared" && !base.binned && base.voidedOn === null;
}

/**
 * A project as a fact for the score (scoring-golden.json, "form"), or null where it does not count. The form has room
 * for one move of the lead: the last without a decision, so that a later, decided one does not hide it; else the last.
 */
export function toFact(base: FactBase, project: Project): FactOf<"project"> | null {
  if (!counts(base)) return null;
  const undecided = undecidedMoves(project).at(-1);
  const move = undecided ?? project.leadChanges.filter(isMove).at(-1);
  return {
    type: "project",
    id: base.id,
    started: project.startedOn,
    lead_named: project.leadNamedOn,
    lead_moved: move?.on ?? null,
    lead_decision: move ? move.decided : null,
    contested: base.contestedOn,
    settled: base.settledOn,
  };
}
