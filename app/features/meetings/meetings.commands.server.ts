import { z } from "zod";
import { defineCommand } from "~/platform/command.server";
import { dayField } from "~/platform/form-days";
import type { Actor } from "../identity/actor";
import { canWrite } from "../records/record.policy";
import { eventOf, relationshipFor, standIn } from "../records/recording.server";
import { HOW_WORDS, type MeetingHow } from "./meeting";
import {
  attendeeFields,
  heldFields,
  minutesField,
  placeFields,
  planFields,
  ROWS_MAX,
} from "./meeting-fields";
import {
  createMeeting,
  heldColumns,
  heldDay,
  planColumns,
  plannedDay,
  writeAttendees,
  writeDecisions,
  writeDraft,
  writeProjects,
} from "./meeting-rows.server";

const command = defineCommand<Actor>();

/** Plans a meeting. */
export const planMeeting = command({
  id: "meetings.plan",
  input: z.strictObject({ ...placeFields, ...planFields }),
  subject: async (context, { area }) => standIn(context, area),
  allow: (_, actor) => canWrite(actor),
  async run(context, actor, input) {
    const on = plannedDay(input, context.today);
    const relationshipId = relationshipFor(actor, input.council);
    const columns = { status: "planned" as const, ...planColumns(input) };
    const id = await createMeeting(context, actor, { relationshipId, on, title: input.title, columns });
    const where = { id, areaId: actor.areaId, relationshipId, level: "shared" as const };
    const data = { kind: "meeting", title: input.title, on, how: input.how };
    return { result: { id }, event: eventOf(where, actor, data) };
  },
  says: (data) => `planned the meeting “${String(data.title)}”`,
});

/** Logs a meeting that was held: who came, what was decided, how it went. */
export const logMeeting = command({
  id: "meetings.log",
  input: z.strictObject({
    ...placeFields,
    ...heldFields,
    attendees: z.array(attendeeFields).max(ROWS_MAX * 3),
    minutes: minutesField,
  }),
  subject: async (context, { area }) => standIn(context, area),
  allow: (_, actor) => canWrite(actor),
  async run(context, actor, input) {
    const on = heldDay(input, context.today);
    const relationshipId = relationshipFor(actor, input.council);
    const columns = { status: "held" as const, ...heldColumns(input) };
    const id = await createMeeting(context, actor, { relationshipId, on, title: input.title, columns });
    await writeAttendees(context, id, input.attendees);
    if (input.decisions.length > 0) await writeDecisions(context, id, input.decisions);
    if (input.projects.length > 0) await writeProjects(context, { id, areaId: actor.areaId }, input.projects);
    if (input.minutes !== null)
      await writeDraft(context, actor, { meetingId: id, version: 1, text: input.minutes });
    const where = { id, areaId: actor.areaId, relationshipId, level: "shared" as const };
    const data = { kind: "meeting", title: input.title, on, how: input.how, attendees: input.attendees };
    return { result: { id, on }, event: eventOf(where, actor, data) };
  },
  says: (data) => `logged the meeting “${String(data.title)}”`,
});

/** Records an attempt to be in touch that had no reply: it is shown, and is not contact. */
export const recordNoReply = command({
  id: "meetings.record-no-reply",
  input: z.strictObject({
    ...placeFields,
    on: dayField("Enter the day you tried"),
    how: planFields.how,
    title: planFields.title,
    purpose: planFields.purpose,
  }),
  subject: async (context, { area }) => standIn(context, area),
  allow: (_, actor) => canWrite(actor),
  async run(context, actor, input) {
    const on = heldDay(input, context.today);
    const relationshipId = relationshipFor(actor, input.council);
    const columns = {
      status: "no_reply" as const,
      ...planColumns({ ...input, startsAt: null, place: null }),
    };
    const id = await createMeeting(context, actor, { relationshipId, on, title: input.title, columns });
    const where = { id, areaId: actor.areaId, relationshipId, level: "shared" as const };
    return {
      result: { id },
      event: eventOf(where, actor, { kind: "meeting", title: input.title, on, how: input.how }),
    };
  },
  says: (data) =>
    `tried to be in touch (${HOW_WORDS[data.how as MeetingHow]?.toLowerCase() ?? "in some way"}) about “${String(data.title)}”, without a reply`,
});
