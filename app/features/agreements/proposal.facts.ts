import type { Day } from "~/platform/calendar/day";
import type { RecordBase } from "../records/record";
import type { FactOf } from "../scoring/facts";
import type { Proposal } from "./proposal";

type Base = Pick<
  RecordBase,
  "id" | "level" | "binned" | "voidedOn" | "contestedOn" | "settledOn" | "occurredOn"
>;

/** A proposal as a fact for the score (scoring-golden.json, "form"); null where nothing is owed: it was taken back. */
export function proposalFact(base: Base, proposal: Proposal): FactOf<"proposal"> | null {
  if (base.level !== "shared" || base.binned || base.voidedOn !== null) return null;
  if (proposal.withdrawnOn !== null) return null;
  const proposed: Day = base.occurredOn;
  return {
    type: "proposal",
    id: base.id,
    to: proposal.toSide,
    proposed,
    answered: proposal.answeredOn,
    contested: base.contestedOn,
    settled: base.settledOn,
  };
}
