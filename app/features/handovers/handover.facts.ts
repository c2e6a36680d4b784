import type { Day } from "~/platform/calendar/day";
import type { Side } from "../identity/actor";
import type { RecordBase } from "../records/record";
import type { FactOf } from "../scoring/facts";
import type { Handover } from "./handover";

type Base = Pick<RecordBase, "id" | "level" | "binned" | "voidedOn" | "contestedOn" | "settledOn">;

/** A handover as a fact for the score (scoring-golden.json, "form"), or null where it does not count. */
export function toFact(base: Base, handover: Handover): FactOf<"handover"> | null {
  if (base.level !== "shared" || base.binned || base.voidedOn !== null) return null;
  if (handover.withdrawnOn !== null) return null;
  return {
    type: "handover",
    id: base.id,
    side: handover.ofSide,
    notified: handover.notifiedOn,
    effective: handover.effectiveOn,
    prepared: handover.preparedOn,
    accepted: handover.acceptedOn,
    completed: handover.completedOn,
    contested: base.contestedOn,
    settled: base.settledOn,
  };
}

/** The id of the fact of a contact's post that ended without a handover. */
export function missedFactId(appointmentId: string): string {
  return `${appointmentId}.handover`;
}

/** A contact's post that ended without a handover: one with nothing done. */
export function missedFact(post: { id: string; side: Side; endsOn: Day }): FactOf<"handover"> {
  return { type: "handover", id: missedFactId(post.id), side: post.side, effective: post.endsOn };
}
