import type { RecordBase } from "../records/record";
import type { FactOf } from "../scoring/facts";
import type { Judgement, Request } from "./request";

const JUDGED = {
  straight: "straight",
  partly: "partly",
  not_straight: "not straight",
} as const satisfies Record<Judgement, string>;

type Base = Pick<RecordBase, "id" | "level" | "binned" | "voidedOn" | "contestedOn" | "settledOn">;

/** A request as a fact for the score (scoring-golden.json, "form"), or null where it does not count. */
export function toFact(base: Base, request: Request): FactOf<"request"> | null {
  if (base.level !== "shared" || base.binned || base.voidedOn !== null) return null;
  return {
    type: "request",
    id: base.id,
    to: request.toSide,
    asked: request.askedOn,
    target: request.targetOn,
    holding: request.holdingOn,
    answered: request.answeredOn,
    judged: request.judgement === null ? null : JUDGED[request.judgement],
    withdrawn: request.withdrawnOn,
    contested: base.contestedOn,
    settled: base.settledOn,
  };
}
