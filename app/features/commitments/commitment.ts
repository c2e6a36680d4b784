import { addDays, compareDays, type Day, daysBetween } from "~/platform/calendar/day";
import { otherSide, type Side } from "../identity/actor";
import { isContested } from "../records/record";

/** Days after which a "done" that nobody answered stands on the promiser's own word. */
export const LAPSE_DAYS = 28;
/** Days, the last included, in which a side may say that a promise recorded for it is not its own. */
export const DISOWN_DAYS = 28;
/** Agreed new days that move the day a promise is due; later ones are recorded and move nothing. */
export const MOVES_THAT_COUNT = 2;

export const SIZES = ["small", "large"] as const;
export type Size = (typeof SIZES)[number];

/** A new day that one side put to the other. Without an answer it waits, unless a later one took its place. */
export type Redating = {
  id: string;
  proposedBySide: Side;
  proposedOn: Day;
  newDueOn: Day;
  reason: string;
  agreedOn: Day | null;
  declinedOn: Day | null;
  declinedReason: string | null;
  /** The day its own side took it back. */
  withdrawnOn: Day | null;
};

/** A promise as its days tell it; nothing in it says its state. */
export type Commitment = {
  bySide: Side;
  /** The side that recorded it, and the day it did. */
  recordedBySide: Side;
  recordedOn: Day;
  madeOn: Day;
  /** The day first promised. */
  dueOn: Day;
  doneOn: Day | null;
  doneSaidOn: Day | null;
  confirmedOn: Day | null;
  toldOn: Day | null;
  toldSaidOn: Day | null;
  notKeptOn: Day | null;
  withdrawnOn: Day | null;
  disownedOn: Day | null;
  contestedOn: Day | null;
  contestedBySide: Side | null;
  settledOn: Day | null;
  /** In the order in which they were proposed. */
  redatings: readonly Redating[];
};

/** The states, worked out from days. Ids are for ever. */
export const STATES = ["open", "done", "kept", "kept-late", "not-kept", "withdrawn"] as const;
export type State = (typeof STATES)[number];

/** States in which nothing more is expected of anybody. */
export function isClosed(state: State): boolean {
  return state !== "open" && state !== "done";
}

/**
 * The day a promise is due: a new day agreed on or before the day it replaces takes its place, at most twice
 * (docs/method.md 2). This is the day the score goes by.
 */
export function effectiveDue(promise: Pick<Commitment, "dueOn" | "redatings">): Day {
  let due = promise.dueOn;
  let moved = 0;
  for (const { agreedOn, newDueOn } of agreedInOrder(promise.redatings)) {
    if (moved < MOVES_THAT_COUNT && agreedOn <= due) {
      due = newDueOn;
      moved += 1;
    }
  }
  return due;
}

/** The day the two sides now look to: the last they agreed, whether or not it moved the day it is due. */
export function lookedForOn(promise: Pick<Commitment, "dueOn" | "redatings">): Day {
  return agreedInOrder(promise.redatings).at(-1)?.newDueOn ?? promise.dueOn;
}

/** By the day they were agreed; the score knows no order within a day and takes the earlier new day first. */
function agreedInOrder(redatings: readonly Redating[]) {
  return redatings
    .flatMap(({ agreedOn, newDueOn }) => (agreedOn === null ? [] : [{ agreedOn, newDueOn }]))
    .sort((a, b) => compareDays(a.agreedOn, b.agreedOn) || compareDays(a.newDueOn, b.newDueOn));
}

/** The proposal that waits for an answer: the last one made, if nobody answered it. */
export function waitingProposal(promise: Pick<Commitment, "redatings">): Redating | null {
  const last = promise.redatings.at(-1);
  return last && !last.agreedOn && !last.declinedOn && !last.withdrawnOn ? last : null;
}

/** The day on which "done", unanswered, would stand on the promiser's own word. A settled dispute starts the days again. */
export function lapseDay(promise: Pick<Commitment, "doneSaidOn" | "settledOn">): Day | null {
  const { doneSaidOn, settledOn } = promise;
  if (doneSaidOn === null) return null;
  const from = settledOn !== null && settledOn > doneSaidOn ? settledOn : doneSaidOn;
  return addDays(from, LAPSE_DAYS);
}

/**
 * Whether "done" stands on the promiser's own word: said 28 days ago or more, and nobody answered. `otherSideTold`:
 * whether the side it is owed to was told and could answer, without which it never lapses: somebody who may answer for
 * it has an account, or a link for it reached them (docs/decisions/0015).
 */
export function hasLapsed(promise: Commitment, today: Day, otherSideTold: boolean): boolean {
  const day = lapseDay(promise);
  if (day === null || promise.confirmedOn !== null || isContested(promise, today)) return false;
  return otherSideTold && today >= day;
}

/** The state on a day. While a promise said to be done is disputed it is open. `otherSideTold`: see hasLapsed. */
export function stateOf(promise: Commitment, today: Day, otherSideTold: boolean): State {
  if (promise.withdrawnOn !== null) return "withdrawn";
  if (promise.notKeptOn !== null) return "not-kept";
  if (promise.doneOn === null || isContested(promise, today)) return "open";
  if (promise.confirmedOn === null && !hasLapsed(promise, today, otherSideTold)) return "done";
  return promise.doneOn <= effectiveDue(promise) ? "kept" : "kept-late";
}

/** What else there is to say about a promise beside its state. Ids are for ever. */
export const FLAGS = ["past-its-day", "told", "contested", "own-word"] as const;
export type Flag = (typeof FLAGS)[number];

/** The flags on a day. The day itself is in time. `otherSideTold`: see hasLapsed. */
export function flagsOf(promise: Commitment, today: Day, otherSideTold: boolean): Flag[] {
  const state = stateOf(promise, today, otherSideTold);
  const holds: Record<Flag, boolean> = {
    "past-its-day": state === "open" && today > lookedForOn(promise),
    told: !isClosed(state) && promise.toldOn !== null,
    contested: isContested(promise, today),
    "own-word": (state === "kept" || state === "kept-late") && promise.confirmedOn === null,
  };
  return FLAGS.filter((flag) => holds[flag]);
}

/** Days since the day both sides look to; 0 on the day and before it. */
export function daysPast(promise: Pick<Commitment, "dueOn" | "redatings">, today: Day): number {
  return Math.max(0, daysBetween(lookedForOn(promise), today));
}

/** Whether the side it was recorded for may still say that it is not its own. */
export function canStillDisown(promise: Pick<Commitment, "recordedOn">, today: Day): boolean {
  return daysBetween(promise.recordedOn, today) <= DISOWN_DAYS;
}

/** The side whose move it is, or null where the promise is closed. `otherSideTold`: see hasLapsed. */
export function waitingOn(promise: Commitment, today: Day, otherSideTold: boolean): Side | null {
  const owed = otherSide(promise.bySide);
  const state = stateOf(promise, today, otherSideTold);
  if (isClosed(state)) return null;
  if (state === "done") return owed;
  const proposal = waitingProposal(promise);
  if (proposal) return otherSide(proposal.proposedBySide);
  if (!isContested(promise, today) || promise.contestedBySide === null) return promise.bySide;
  // Refused, and said to be done again since: it is for the side that refused. Otherwise for the one that answers it.
  const saidAgain = promise.doneSaidOn !== null && promise.doneSaidOn > (promise.contestedOn ?? today);
  return saidAgain ? owed : otherSide(promise.contestedBySide);
}

/** Days ahead beyond which a due day is taken for a slip of the pen. */
const FAR_AHEAD = 30 * 365;
/** What is said of such a day. */
export const FAR_AHEAD_WORDS = "Check the year: it is far ahead";

/** Whether a due day lies so far ahead that it cannot be meant. */
export function isFarAhead(dueOn: Day, today: Day): boolean {
  return dueOn > addDays(today, FAR_AHEAD);
}
