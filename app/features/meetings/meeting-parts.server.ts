import { type Day, dateToDay } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import type { MinutesVersion } from "./minutes";

export type MeetingParts = NonNullable<Awaited<ReturnType<typeof findParts>>>;

/** A meeting's own row and everything in it; null where the reader sees none. */
export async function findParts(tx: Tx, meetingId: string) {
  const meeting = await tx.meeting.findUnique({
    where: { recordId: meetingId },
    include: {
      attendances: { orderBy: [{ side: "asc" }, { id: "asc" }] },
      decisions: { orderBy: { position: "asc" } },
      projects: { orderBy: { projectId: "asc" } },
      actions: { orderBy: { position: "asc" } },
      minutes: { orderBy: { version: "asc" } },
    },
  });
  return meeting && { ...meeting, minutes: meeting.minutes.map(toMinutes) };
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
