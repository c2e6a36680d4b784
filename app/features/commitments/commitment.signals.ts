import { on } from "../scoring/facts.ts";
import { contacts, emitter, movesOf } from "../scoring/signals.ts";

/**
 * A promise of one side to the other (docs/method.md 3: T1, T4, F4; contact when kept or re-dated). Withdrawn by
 * the side it was owed to: nothing is owed, what contact there was stays. While a promise *said to be kept* is
 * disputed it is read as open; any other disputed one is read as it is, at half weight (docs/method.md 2).
 */
export const commitmentSignals = emitter(
  "commitment",
  (fact) => {
    const due = on(fact.due);
    const moves = movesOf(fact.renegotiated, on);
    const kept = on(fact.done);
    const touched = contacts(kept, ...moves.map((move) => move.agreed));
    if (due === null || on(fact.withdrawn) !== null) return touched;
    return [
      ...touched,
      {
        kind: "promise" as const,
        side: fact.by,
        due,
        moves,
        kept,
        confirmed: on(fact.confirmed) !== null,
        told: on(fact.told),
        givenUp: on(fact.not_kept),
      },
    ];
  },
  (fact) => (on(fact.done) === null ? null : { ...fact, done: null, confirmed: null }),
);
