import { type Day, dateToDay } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import type { MinutesVersion } from "./minutes";

export type MeetingParts = NonNullable<Awaited<ReturnType<typeof findParts>>>;

/**
 * A meeting's own row and everything in it; null where the reader sees none. One query after the other: asked for as
 * relations of one query they would run at once, which the transaction's single connection cannot.
 */
export async function findParts(tx: Tx, meetingId: string) {
  const meeting = await tx.meeting.findUnique({ where: { recordId: meetingId } });
  if (meeting === null) return null;
  const where = { meetingId };
  return {
    ...meeting,
    attendances: await tx.meetingAttendance.findMany({ where, orderBy: [{ side: "asc" }, { id: "asc" }] }),
    decisions: await tx.meetingDecision.findMany({ where, orderBy: { position: "asc" } }),
    projects: await tx.meetingProject.findMany({ where, orderBy: { projectId: "asc" } }),
    actions: await tx.meetingAction.findMany({ where, orderBy: { position: "asc" } }),
    minutes: (await tx.minutes.findMany({ where, orderBy: { version: "asc" } })).map(toMinutes),
  };
}

type MinutesRow = Omit<
  MinutesVersion,
  "draftedOn" | "sentOn" | "agreedByCouncilOn" | "agreedByCommunityOn"
> & {
  draftedOn: Date;
  sentOn: Date | null;
  agreedByCouncilOn: Date | null;
  agreedByCommunityOn: Date | null;
};

/** A row of minutes as the pure code takes it. */
function toMinutes(row: MinutesRow): MinutesVersion {
  const day = (date: Date | null): Day | null => date && dateToDay(date);
  return {
    id: row.id,
    version: row.version,
    text: row.text,
    draftedBySide: row.draftedBySide,
    draftedOn: dateToDay(row.draftedOn),
    sentOn: day(row.sentOn),
    agreedByCouncilOn: day(row.agreedByCouncilOn),
    agreedByCommunityOn: day(row.agreedByCommunityOn),
    councilDissent: row.councilDissent,
    communityDissent: row.communityDissent,
  };
}
