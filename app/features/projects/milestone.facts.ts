import type { FactOf } from "../scoring/facts";
import { agreedMoves } from "./day-move";
import type { Milestone, Standing } from "./milestone";
import { counts, type FactBase } from "./project.facts";

/**
 * A milestone as a fact for the score (scoring-golden.json, "form"), or null where it does not count. Moves that one
 * side made alone are left out: the old day still counts.
 */
export function toFact(base: FactBase, one: Milestone, standing: Standing): FactOf<"milestone"> | null {
  if (!counts(base)) return null;
  return {
    type: "milestone",
    id: base.id,
    owner: one.owner,
    set: one.setOn,
    due: one.dueOn,
    done: standing.doneOn,
    acknowledged: one.acknowledgedOn,
    redated: agreedMoves(one),
    dropped: one.droppedOn,
    withdrawn: one.withdrawnOn,
    contested: base.contestedOn,
    settled: base.settledOn,
  };
}
