import { z } from "zod";
import { type Day, dayToDate } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import { dayField, optionalDayField, resolveDay } from "~/platform/form-days";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { checkStepOn } from "./handover";
import { roleOf } from "./handover.transitions";
import {
  allowAction,
  change,
  type HandoverSubject,
  refuse,
  requireNow,
  stepDay,
  subjectHandover,
} from "./handover-subject.server";
import { findMeetingsSince } from "./meetings-since.queries.server";

const command = defineCommand<Actor>();

/** Who follows takes the post over, as their side says. */
export const acceptHandover = command({
  id: "handovers.accept",
  input: z.strictObject({ id: idSchema, on: dayField("Enter the day it was accepted") }),
  subject: (context, { id }) => subjectHandover(context, id),
  allow: (_, subject) => allowAction("accept", subject),
  async run(context, subject, typed) {
    requireNow("accept", subject);
    if (subject.row.incomingId === null) throw new Problem({ "": "Say who follows first" });
    const on = resolveDay(typed.on, context.today);
    const acceptedOn = stepDay(on, subject, context);
    return change(context, subject, { columns: { acceptedOn } }, { on });
  },
  says: (data) => `accepted the handover for ${String(data.incoming)}: ${String(data.title)}`,
});

/**
 * The other side has met who follows: at a meeting of both since the change, which either side may name; or on a day
 * the other side gives of its own word. That completes the handover.
 */
export const completeHandover = command({
  id: "handovers.complete",
  input: z.strictObject({
    id: idSchema,
    meetingId: z.uuid({ error: "Choose a meeting from the list" }).nullish(),
    metOn: optionalDayField(),
  }),
  subject: (context, { id }) => subjectHandover(context, id),
  allow: (_, subject) => allowAction("complete", subject),
  async run(context, subject, { meetingId = null, metOn }) {
    requireNow("complete", subject);
    const on = await dayMet(subject, context, meetingId, metOn && resolveDay(metOn, context.today));
    const { firstMeetingOn } = subject.row;
    const completedOn = dayToDate(on);
    const columns = {
      completedOn,
      metAtId: meetingId,
      ...(firstMeetingOn === null ? { firstMeetingOn: completedOn } : {}),
    };
    return change(context, subject, { columns }, { on, meetingId });
  },
  says: (data) => `said that both sides have met ${String(data.incoming)}: the handover is complete`,
});

type Context = Parameters<typeof stepDay>[2];

async function dayMet(
  subject: HandoverSubject,
  context: Context,
  meetingId: string | null,
  metOn: Day | null,
): Promise<Day> {
  const { actor, handover, record } = subject;
  if (meetingId !== null) {
    const about = { ...handover, relationshipId: record.relationshipId };
    const meetings = await findMeetingsSince(context.tx, actor, about);
    const meeting = meetings.find(({ id }) => id === meetingId);
    if (!meeting) throw new Problem({ meetingId: "Choose a meeting from the list" });
    return meeting.on;
  }
  if (roleOf(handover, actor.side) === "own") {
    throw new Problem({ meetingId: "Choose the meeting, or wait for the other side’s word" });
  }
  if (metOn === null) throw new Problem({ metOn: "Choose a meeting, or enter the day you met" });
  refuse("metOn", checkStepOn(metOn, handover, context.today));
  return metOn;
}
