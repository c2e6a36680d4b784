import { compareDays, type Day } from "~/platform/calendar/day";
import { effectiveDue, lookedForOn, type Redating, waitingProposal } from "../commitments/commitment";

/** A day put to another day. Proposed to the other side, as a promise's is, or moved by one side alone. */
export type DayMove = Redating & {
  /** The day that stood before. */
  fromOn: Day;
  alone: boolean;
};

/** A first day and every move of it, in the order in which they were made. */
export type Planned = { dueOn: Day; moves: readonly DayMove[] };

function asPromised({ dueOn, moves }: Planned) {
  return { dueOn, redatings: moves.filter(({ alone }) => !alone) };
}

/** The day the score goes by: moves agreed on or before the day they replace count, at most twice (docs/method.md 2). */
export function countedDay(planned: Planned): Day {
  return effectiveDue(asPromised(planned));
}

/** The day both sides look to: the last they agreed. */
export function agreedDay(planned: Planned): Day {
  return lookedForOn(asPromised(planned));
}

/** The day it is now expected: the last that was agreed, or that one side moved it to alone. */
export function expectedDay(planned: Planned): Day {
  const held = planned.moves.flatMap(({ alone, agreedOn, proposedOn, newDueOn }) => {
    const since = alone ? proposedOn : agreedOn;
    return since === null ? [] : [{ since, newDueOn }];
  });
  // On one day, in the order in which they were made.
  const last = held.toSorted((a, b) => compareDays(a.since, b.since)).at(-1);
  return last?.newDueOn ?? planned.dueOn;
}

/** The move that waits for the other side's answer. */
export function waitingMove(planned: Planned): Redating | null {
  return waitingProposal(asPromised(planned));
}

/** The moves that both sides agreed, as the score takes them. */
export function agreedMoves({ moves }: Pick<Planned, "moves">): { agreed: Day; due: Day }[] {
  return moves.flatMap(({ alone, agreedOn, newDueOn }) =>
    alone || agreedOn === null ? [] : [{ agreed: agreedOn, due: newDueOn }],
  );
}

/** How a move stands. Ids are for ever. */
export type MoveState = "agreed" | "alone" | "waiting" | "declined" | "withdrawn" | "replaced";

export const MOVE_WORDS: Record<MoveState, string> = {
  agreed: "Agreed by both sides",
  alone: "Moved by one side, not agreed",
  waiting: "Proposed, waiting for an answer",
  declined: "Declined",
  withdrawn: "Proposed, and taken back",
  replaced: "Proposed, and replaced by another",
};

/** How one of the moves stands. */
export function moveState(move: DayMove, planned: Planned): MoveState {
  if (move.alone) return "alone";
  if (move.agreedOn !== null) return "agreed";
  if (move.declinedOn !== null) return "declined";
  if (move.withdrawnOn !== null) return "withdrawn";
  return waitingMove(planned)?.id === move.id ? "waiting" : "replaced";
}
