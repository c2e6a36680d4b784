import { type Day, dateToDay } from "~/platform/calendar/day";
import type { Prisma } from "~/platform/db.server";
import type { Side } from "../identity/actor";
import type { NameNow } from "../people/names-now.queries.server";
import { roleLabel } from "../people/person";
import type { Check, Handover } from "./handover";

/** The columns of a handover's own part. */
export const handoverSelect = {
  ofSide: true,
  appointmentId: true,
  outgoingId: true,
  incomingId: true,
  why: true,
  notifiedOn: true,
  effectiveOn: true,
  note: true,
  preparedOn: true,
  acceptedOn: true,
  completedOn: true,
  metAtId: true,
  briefReadOn: true,
  timelineSharedOn: true,
  commitmentsMovedOn: true,
  introductionsMadeOn: true,
  firstMeetingOn: true,
  withdrawnOn: true,
  withdrawnNote: true,
} satisfies Prisma.HandoverSelect;

export type HandoverRow = Prisma.HandoverGetPayload<{ select: typeof handoverSelect }>;

/** The column that keeps the day of each check. */
export const CHECK_COLUMNS = {
  brief_read: "briefReadOn",
  timeline_shared: "timelineSharedOn",
  commitments_moved: "commitmentsMovedOn",
  introductions_made: "introductionsMadeOn",
  first_meeting: "firstMeetingOn",
} as const satisfies Record<Check, keyof HandoverRow>;

/** A DATE column as a day; null stays null. */
export function dayOrNull(date: Date | null): Day | null {
  return date === null ? null : dateToDay(date);
}

/** A row as the pure code takes it. */
export function toHandover(row: HandoverRow, record: { side: Side }): Handover {
  return {
    ofSide: row.ofSide,
    recordedBySide: record.side,
    why: row.why,
    notifiedOn: dateToDay(row.notifiedOn),
    effectiveOn: dateToDay(row.effectiveOn),
    note: row.note,
    preparedOn: dayOrNull(row.preparedOn),
    incomingId: row.incomingId,
    acceptedOn: dayOrNull(row.acceptedOn),
    completedOn: dayOrNull(row.completedOn),
    withdrawnOn: dayOrNull(row.withdrawnOn),
    checks: {
      brief_read: dayOrNull(row.briefReadOn),
      timeline_shared: dayOrNull(row.timelineSharedOn),
      commitments_moved: dayOrNull(row.commitmentsMovedOn),
      introductions_made: dayOrNull(row.introductionsMadeOn),
      first_meeting: dayOrNull(row.firstMeetingOn),
    },
  };
}

export type Names = ReadonlyMap<string, string>;

/** The people of some handovers, by id: asked for apart, as somebody of another council may be hidden from the reader. */
export function peopleOf(rows: readonly Pick<HandoverRow, "outgoingId" | "incomingId">[]): (string | null)[] {
  return rows.flatMap(({ outgoingId, incomingId }) => [outgoingId, incomingId]);
}

/** Who leaves and who follows, by name; somebody the reader may not see is "somebody". */
export function namesOf(row: Pick<HandoverRow, "outgoingId" | "incomingId">, names: Names) {
  return {
    outgoing: names.get(row.outgoingId) ?? "somebody",
    incoming: row.incomingId === null ? null : (names.get(row.incomingId) ?? "somebody"),
  };
}

/** A post in words: its role, and whose it is. */
export function postTitle(
  { role, organisation }: { role: string; organisation: Parameters<NameNow>[0] },
  nameNow: NameNow,
): string {
  return `${roleLabel(role)}, ${nameNow(organisation)}`;
}
