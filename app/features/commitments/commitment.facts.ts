import type { FactOf } from "../scoring/facts";
import type { Commitment } from "./commitment";

/** What the score may know of a promise: its days and sides, no text and no names. Shared and standing ones only. */
export type FactSource = Commitment & {
  id: string;
  level: "shared" | "side" | "personal";
  /** Binned or voided. */
  gone: boolean;
};

/** A promise as a fact for the score (scoring-golden.json, "form"), or null where it does not count. */
export function toFact(promise: FactSource): FactOf<"commitment"> | null {
  if (promise.level !== "shared" || promise.gone) return null;
  return {
    type: "commitment",
    id: promise.id,
    by: promise.bySide,
    made: promise.madeOn,
    due: promise.dueOn,
    done: promise.doneOn,
    confirmed: promise.confirmedOn,
    told: promise.toldOn,
    renegotiated: promise.redatings.flatMap(({ agreedOn, newDueOn }) =>
      agreedOn === null ? [] : [{ agreed: agreedOn, due: newDueOn }],
    ),
    not_kept: promise.notKeptOn,
    withdrawn: promise.withdrawnOn,
    contested: promise.contestedOn,
    settled: promise.settledOn,
  };
}
