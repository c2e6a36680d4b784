import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import { resolveDay } from "~/platform/form-days";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { eventOf, reviseBase } from "../records/recording.server";
import { attendeeFields, heldFields, planFields, ROWS_MAX } from "./meeting-fields";
import {
  heldColumns,
  heldDay,
  meetingNow,
  planColumns,
  plannedDay,
  replaceAttendees,
  writeDecisions,
  writeProjects,
} from "./meeting-rows.server";
import { allowStep, subjectMeeting } from "./meeting-subject.server";

const command = defineCommand<Actor>();

const revision = z.int32().positive();

/** Changes what is written about a held meeting. Its promises and minutes have lives of their own. */
export const editMeeting = command({
  id: "meetings.edit",
  input: z.strictObject({
    id: idSchema,
    revision,
    ...heldFields,
    attendees: z.array(attendeeFields).max(ROWS_MAX * 3),
  }),
  subject: (context, { id }) => subjectMeeting(context, id),
  allow: (_, subject) =>
    subject.status === "held" ? allowStep("edit", subject) : "Only a meeting that was held is changed here.",
  async run(context, { actor, record }, input) {
    const on = heldDay(input, context.today);
    const before = await meetingNow(context, record.id);
    await reviseBase(
      context,
      record,
      { title: input.title, occurredOn: dayToDate(on) },
      input.revision,
      before,
    );
    await context.tx.meeting.update({
      where: { recordId: record.id },
      data: heldColumns(input),
      select: { recordId: true },
    });
    await replaceAttendees(context, record.id, input.attendees);
    await writeDecisions(context, record.id, input.decisions);
    await writeProjects(context, record, input.projects);
    const after = await meetingNow(context, record.id);
    const data = { kind: "meeting", title: input.title, before, after };
    return { result: { id: record.id }, event: eventOf(record, actor, data) };
  },
  says: (data) => `changed what is written about the meeting “${String(data.title)}”`,
});

/** Changes a planned meeting's day, place or subject, or an attempt that had no reply. */
export const editPlan = command({
  id: "meetings.edit-plan",
  input: z.strictObject({ id: idSchema, revision, ...planFields }),
  subject: (context, { id }) => subjectMeeting(context, id),
  allow: (_, subject) =>
    subject.status === "held"
      ? "This meeting was held. Change what is written about it."
      : allowStep("edit", subject),
  async run(context, { actor, record, status }, input) {
    const before = await meetingNow(context, record.id);
    const on =
      status === "planned"
        ? plannedOrSame(input, context.today, record.occurredOn)
        : heldDay(input, context.today);
    await reviseBase(
      context,
      record,
      { title: input.title, occurredOn: dayToDate(on) },
      input.revision,
      before,
    );
    await context.tx.meeting.update({
      where: { recordId: record.id },
      data: planColumns(input),
      select: { recordId: true },
    });
    const after = await meetingNow(context, record.id);
    return {
      result: { id: record.id },
      event: eventOf(record, actor, { kind: "meeting", title: input.title, before, after }),
    };
  },
  says: (data) => `changed the meeting “${String(data.title)}”`,
});

type PlanInput = Parameters<typeof plannedDay>[0];
type Today = Parameters<typeof plannedDay>[1];

/** A planned meeting keeps its day even once that has passed; another day must be to come. */
function plannedOrSame(input: PlanInput, today: Today, same: Today): Today {
  return resolveDay(input.on, today) === same ? same : plannedDay(input, today);
}

/** Notes what a meeting's action lines were; lines with side and day come with the promise they became. */
export const noteActions = command({
  id: "meetings.note-actions",
  input: z.strictObject({
    id: idSchema,
    lines: z
      .array(
        z.strictObject({
          text: z.string().min(1).max(200),
          side: z.enum(["council", "community"]).nullable(),
          personId: idSchema.nullable().default(null),
          dueOn: z.iso.date().nullable(),
          commitmentId: idSchema.nullable(),
        }),
      )
      .min(1)
      .max(ROWS_MAX),
  }),
  subject: (context, { id }) => subjectMeeting(context, id),
  allow: (_, subject) =>
    subject.status === "held" ? allowStep("draftMinutes", subject) : "It was not held yet.",
  async run(context, { actor, record }, { lines }) {
    const meetingId = record.id;
    const promised = lines.flatMap(({ commitmentId }) => (commitmentId === null ? [] : [commitmentId]));
    const made = await context.tx.commitment.count({ where: { recordId: { in: promised }, meetingId } });
    if (made < promised.length) throw new Problem({ lines: "A promise is not of this meeting" });
    const people = [...new Set(lines.flatMap(({ personId }) => personId ?? []))];
    if ((await context.tx.person.count({ where: { id: { in: people } } })) < people.length)
      throw new Problem({ lines: "Choose people of this area" });
    const before = await context.tx.meetingAction.count({ where: { meetingId } });
    await context.tx.meetingAction.createMany({
      data: lines.map(({ dueOn, ...line }, index) => ({
        id: context.newId(),
        meetingId,
        position: before + index,
        ...line,
        dueOn: dueOn === null ? null : new Date(`${dueOn}T00:00:00Z`),
      })),
    });
    await reviseBase(context, record, {});
    return {
      result: { id: record.id },
      event: eventOf(record, actor, { kind: "meeting", title: record.title, lines }),
    };
  },
  says: (data) =>
    `noted what was to be done after the meeting “${String(data.title)}” (${Array.isArray(data.lines) ? data.lines.length : 0})`,
});
