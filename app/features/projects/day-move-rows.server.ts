import { type Day, dateToDay } from "~/platform/calendar/day";
import type { Prisma } from "~/platform/db.server";
import type { DayMove } from "./day-move";

/** The moves of a record's day, in the order in which they were made. */
export const moveRows = {
  orderBy: [{ proposedOn: "asc" }, { id: "asc" }],
  select: {
    id: true,
    proposedBySide: true,
    proposedOn: true,
    fromOn: true,
    toOn: true,
    reason: true,
    alone: true,
    agreedOn: true,
    declinedOn: true,
    declinedReason: true,
    withdrawnOn: true,
  },
} satisfies Prisma.Record$dayMovesArgs;

type Row = Prisma.DayMoveGetPayload<typeof moveRows>;

/** A DATE column as a day; null stays null. */
export function dayOrNull(date: Date | null): Day | null {
  return date === null ? null : dateToDay(date);
}

/** A row as the pure code takes it. */
export function toMove({
  toOn,
  fromOn,
  proposedOn,
  agreedOn,
  declinedOn,
  withdrawnOn,
  ...row
}: Row): DayMove {
  return {
    ...row,
    newDueOn: dateToDay(toOn),
    fromOn: dateToDay(fromOn),
    proposedOn: dateToDay(proposedOn),
    agreedOn: dayOrNull(agreedOn),
    declinedOn: dayOrNull(declinedOn),
    withdrawnOn: dayOrNull(withdrawnOn),
  };
}
