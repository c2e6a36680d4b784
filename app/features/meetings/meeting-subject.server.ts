import type { AreaActor } from "../identity/actor";
import type { RecordBase } from "../records/record";
import { type Context, subjectRecord } from "../records/recording.server";
import { type Attendee, type MeetingStatus, sideThatMissed } from "./meeting";
import { type MeetingAction, mayDo } from "./meeting.transitions";
import { currentMinutes, type MinutesVersion } from "./minutes";
import { toMinutes } from "./minutes-row.server";

/** A meeting as its commands know it. */
export type MeetingSubject = {
  actor: AreaActor;
  record: RecordBase;
  status: MeetingStatus;
  missed: boolean;
  rebooked: boolean;
  minutes: MinutesVersion | null;
};

/** The meeting with that id, as this user may see it; null: to them it is not there. */
export async function subjectMeeting(context: Context, id: string): Promise<MeetingSubject | null> {
  const seen = await subjectRecord(context, id);
  if (seen === null || seen.record.kind !== "meeting") return null;
  const row = await context.tx.meeting.findUnique({
    where: { recordId: id },
    select: {
      status: true,
      rebookedOn: true,
      attendances: { select: { side: true, attendance: true } },
      minutes: { orderBy: { version: "desc" }, take: 1 },
    },
  });
  if (row === null) return null;
  const attendees: Pick<Attendee, "side" | "attendance">[] = row.attendances;
  return {
    ...seen,
    status: row.status,
    missed: sideThatMissed(row.status, attendees) !== null,
    rebooked: row.rebookedOn !== null,
    minutes: currentMinutes(row.minutes.map(toMinutes)),
  };
}

/** Whether the actor may take that step with that meeting now. */
export function allowStep(action: MeetingAction, subject: MeetingSubject): true | string {
  const { actor, record, status, missed, rebooked } = subject;
  const own = record.organisationId === actor.organisationId;
  return mayDo(action, actor, { status, own, missed, rebooked });
}
