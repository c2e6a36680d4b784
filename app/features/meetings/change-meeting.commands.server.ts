import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import { dayField, resolveDay } from "~/platform/form-days";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { eventOf, reviseBase } from "../records/recording.server";
import { noticeDays } from "./meeting";
import { attendeeFields, heldFields, minutesField, planFields, ROWS_MAX } from "./meeting-fields";
import {
  createMeeting,
  heldColumns,
  heldDay,
  planColumns,
  plannedDay,
  replaceAttendees,
  writeDecisions,
  writeDraft,
  writeProjects,
} from "./meeting-rows.server";
import { allowStep, subjectMeeting } from "./meeting-subject.server";

const command = defineCommand<Actor>();

/** Writes up a planned meeting as held. */
export const holdPlanned = command({
  id: "meetings.hold",
  input: z.strictObject({
    id: idSchema,
    ...heldFields,
    attendees: z.array(attendeeFields).max(ROWS_MAX * 3),
    minutes: minutesField,
  }),
  subject: (context, { id }) => subjectMeeting(context, id),
  allow: (_, subject) => allowStep("hold", subject),
  async run(context, { actor, record, minutes }, input) {
    const on = heldDay(input, context.today);
    await reviseBase(context, record, { title: input.title, occurredOn: dayToDate(on) });
    await context.tx.meeting.update({
      where: { recordId: record.id },
      data: { status: "held", ...heldColumns(input) },
      select: { recordId: true },
    });
    await replaceAttendees(context, record.id, input.attendees);
    await writeDecisions(context, record.id, input.decisions);
    await writeProjects(context, record, input.projects);
    if (input.minutes !== null) {
      await writeDraft(context, actor, {
        meetingId: record.id,
        version: (minutes?.version ?? 0) + 1,
        text: input.minutes,
      });
    }
    const data = {
      kind: "meeting",
      title: input.title,
      on,
      plannedOn: record.occurredOn,
      attendees: input.attendees,
    };
    return {
      result: { id: record.id, on, relationshipId: record.relationshipId },
      event: eventOf(record, actor, data),
    };
  },
  says: (data) => `wrote up the meeting “${String(data.title)}”`,
});

/** Calls a planned meeting off: which side, and on which day it said so. Once more by its recorder: mends that. */
export const callOff = command({
  id: "meetings.call-off",
  input: z.strictObject({
    id: idSchema,
    by: z.enum(["ours", "theirs"], { error: "Choose which side called it off" }),
    noticeOn: dayField("Enter the day notice was given"),
  }),
  subject: (context, { id }) => subjectMeeting(context, id),
  allow: (_, subject) => allowStep("callOff", subject),
  async run(context, { actor, record }, input) {
    const noticeOn = resolveDay(input.noticeOn, context.today);
    if (noticeOn > context.today) throw new Problem({ noticeOn: "This day is still to come" });
    const theirs = actor.side === "council" ? "community" : "council";
    const side = input.by === "ours" ? actor.side : theirs;
    const notice = noticeDays(noticeOn, record.occurredOn);
    await reviseBase(context, record, {});
    await context.tx.meeting.update({
      where: { recordId: record.id },
      data: { status: "cancelled", cancelledBySide: side, noticeDays: notice },
      select: { recordId: true },
    });
    const data = { kind: "meeting", title: record.title, side, noticeOn, noticeDays: notice };
    return { result: { id: record.id }, event: eventOf(record, actor, data) };
  },
  says: (data) =>
    `noted that the ${data.side === "council" ? "council" : "partnership"} called off the meeting “${String(data.title)}”`,
});

/** Closes a planned meeting that the other side never replied about. */
export const noReply = command({
  id: "meetings.no-reply",
  input: z.strictObject({ id: idSchema }),
  subject: (context, { id }) => subjectMeeting(context, id),
  allow: (_, subject) => allowStep("noReply", subject),
  async run(context, { actor, record }) {
    await reviseBase(context, record, {});
    await context.tx.meeting.update({
      where: { recordId: record.id },
      data: { status: "no_reply" },
      select: { recordId: true },
    });
    return {
      result: { id: record.id },
      event: eventOf(record, actor, { kind: "meeting", title: record.title }),
    };
  },
  says: (data) => `noted that there was no reply about the meeting “${String(data.title)}”`,
});

/** Books a meeting again that did not take place with both sides: a new planned one, linked from the old. */
export const rebook = command({
  id: "meetings.rebook",
  input: z.strictObject({ id: idSchema, ...planFields, title: planFields.title.optional() }),
  subject: (context, { id }) => subjectMeeting(context, id),
  allow: (_, subject) => allowStep("rebook", subject),
  async run(context, { actor, record }, input) {
    const on = plannedDay(input, context.today);
    const title = input.title ?? record.title;
    const columns = { status: "planned" as const, ...planColumns(input) };
    const relationshipId = record.relationshipId;
    const newId = await createMeeting(context, actor, { relationshipId, on, title, columns });
    await reviseBase(context, record, {});
    await context.tx.meeting.update({
      where: { recordId: record.id },
      data: { rebookedOn: dayToDate(context.today), rebookedAsId: newId },
      select: { recordId: true },
    });
    const event = eventOf(record, actor, { kind: "meeting", title: record.title, on, rebookedAs: newId });
    return { result: { id: newId }, event: { ...event, alsoTouched: [newId] } };
  },
  says: (data) => `booked the meeting “${String(data.title)}” again`,
});
