import type { Day } from "~/platform/calendar/day";
import { type Commitment, lookedForOn, stateOf, waitingOn } from "../commitments/commitment";
import { isContested } from "../records/record";
import type { PromiseSeen } from "./records-seen";

/** The last day on which a new day was agreed when the day it replaced had passed; null: never. */
export function movedLateOn({ dueOn, redatings }: Pick<Commitment, "dueOn" | "redatings">): Day | null {
  let [due, late]: [Day, Day | null] = [dueOn, null];
  const agreed = redatings.flatMap((one) =>
    one.agreedOn === null ? [] : [{ ...one, agreedOn: one.agreedOn }],
  );
  for (const { agreedOn, newDueOn } of agreed.sort((a, b) => (a.agreedOn < b.agreedOn ? -1 : 1))) {
    if (agreedOn > due) late = agreedOn;
    due = newDueOn;
  }
  return late;
}

type Named = Pick<PromiseSeen, "id" | "shared" | "title" | "personId" | "personName">;

/** A promise as the rules see it. `told`: see hasLapsed in commitments/commitment.ts. */
export function toPromiseSeen(named: Named, promise: Commitment, today: Day, told: boolean): PromiseSeen {
  return {
    ...named,
    bySide: promise.bySide,
    dueOn: lookedForOn(promise),
    state: stateOf(promise, today, told),
    contested: isContested(promise, today),
    waitingOn: waitingOn(promise, today, told),
    movedLateOn: movedLateOn(promise),
    endedOn: promise.withdrawnOn ?? promise.notKeptOn ?? promise.doneOn,
  };
}
