import { z } from "zod";
import { defineCommand } from "~/platform/command.server";
import { resolveDay } from "~/platform/form-days";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { canWrite } from "../records/record.policy";
import { eventOf, relationshipFor, reviseBase, standIn } from "../records/recording.server";
import { placeFields, planFields } from "./meeting-fields";
import { createMeeting, planColumns } from "./meeting-rows.server";
import { allowStep, subjectMeeting } from "./meeting-subject.server";

const command = defineCommand<Actor>();

/** Records a meeting that a calendar says was called off. By which side it does not say, so that stays open. */
export const recordCancelled = command({
  id: "meetings.record-cancelled",
  input: z.strictObject({ ...placeFields, ...planFields }),
  subject: async (context, { area }) => standIn(context, area),
  allow: (_, actor) => canWrite(actor),
  async run(context, actor, input) {
    const on = resolveDay(input.on, context.today);
    const relationshipId = relationshipFor(actor, input.council);
    const columns = { status: "cancelled" as const, ...planColumns(input) };
    const id = await createMeeting(context, actor, { relationshipId, on, title: input.title, columns });
    const where = { id, areaId: actor.areaId, relationshipId, level: "shared" as const };
    return { result: { id }, event: eventOf(where, actor, { kind: "meeting", title: input.title, on }) };
  },
  says: (data) => `recorded that the meeting “${String(data.title)}” was called off`,
});

/** Notes that a planned meeting was called off, where nobody knows by which side: its recorder can add that. */
export const noteCancelled = command({
  id: "meetings.note-cancelled",
  input: z.strictObject({ id: idSchema }),
  subject: (context, { id }) => subjectMeeting(context, id),
  allow: (_, subject) => allowStep("callOff", subject),
  async run(context, { actor, record }) {
    await reviseBase(context, record, {});
    await context.tx.meeting.update({
      where: { recordId: record.id },
      data: { status: "cancelled" },
      select: { recordId: true },
    });
    return {
      result: { id: record.id },
      event: eventOf(record, actor, { kind: "meeting", title: record.title }),
    };
  },
  says: (data) => `noted that the meeting “${String(data.title)}” was called off`,
});
