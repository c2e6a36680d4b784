import { type AreaActor, ownOrganisations } from "../identity/actor";
import type { RecordBase } from "../records/record";
import { type Context, subjectRecord } from "../records/recording.server";
import { type MeetingStatus, sideThatMissed } from "./meeting";
import { type MeetingAction, mayDo } from "./meeting.transitions";
import { findParts } from "./meeting-parts.server";
import { currentMinutes, type MinutesVersion } from "./minutes";

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
  const meeting = await findParts(context.tx, id);
  if (meeting === null) return null;
  const { status, rebookedOn, attendances, minutes } = meeting;
  const missed = sideThatMissed(status, attendances) !== null;
  return { ...seen, status, missed, rebooked: rebookedOn !== null, minutes: currentMinutes(minutes) };
}

/** Whether the actor may take that step with that meeting now. */
export function allowStep(action: MeetingAction, subject: MeetingSubject): true | string {
  const { actor, record, status, missed, rebooked } = subject;
  const own = ownOrganisations(actor).includes(record.organisationId);
  return mayDo(action, actor, { status, own, missed, rebooked });
}
