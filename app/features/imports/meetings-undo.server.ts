import { z } from "zod";
import { type Day, dateToDay } from "~/platform/calendar/day";
import { daySchema } from "~/platform/calendar/day-schema";
import type { Tx } from "~/platform/db.server";
import { idSchema } from "~/platform/ids";

const left = { id: idSchema, title: z.string(), revision: z.int() };

/** How one write of a meetings import goes back. Meetings are shared: what it made goes to the bin, nothing is removed. */
const stepSchema = z.discriminatedUnion("undo", [
  z.strictObject({ undo: z.literal("bin"), ...left }),
  z.strictObject({
    undo: z.literal("edit"),
    ...left,
    before: z.strictObject({
      title: z.string(),
      on: daySchema,
      how: z.enum(["in_person", "video", "call", "e_mail_exchange", "visit", "social", "public_event"]),
      startsAt: z.string().nullable(),
      place: z.string().nullable(),
      purpose: z.string().nullable(),
    }),
  }),
  /** Called off stays called off. */
  z.strictObject({ undo: z.literal("nothing"), ...left }),
]);

export type MeetingUndo = z.output<typeof stepSchema>;

/** The steps a meetings import keeps, as they are read again; none where the reader sees no such import. */
export async function findMeetingsUndo(tx: Tx, importId: string): Promise<readonly MeetingUndo[]> {
  const row = await tx.import.findUnique({ where: { id: importId }, select: { steps: true } });
  return row ? z.array(stepSchema).parse(row.steps) : [];
}

/** Why meetings that an import made or changed are not as it left them, in words; those in the bin already are. */
export async function meetingsChanged(tx: Tx, undo: readonly MeetingUndo[]): Promise<string[]> {
  const ids = undo.map(({ id }) => id);
  const rows = await tx.record.findMany({ where: { id: { in: ids } }, select: { id: true, revision: true } });
  const now = new Map(rows.map(({ id, revision }) => [id, revision]));
  return undo.flatMap(({ undo: way, id, title, revision }) => {
    if (way === "nothing") return [`“${title}” was called off. Book it again instead.`];
    if (now.get(id) === revision) return [];
    return [`“${title}” was changed since. Correct it by hand instead.`];
  });
}

/** A planned meeting as it stands, to put back. */
export async function findBefore(tx: Tx, id: string) {
  const { record, ...meeting } = await tx.meeting.findUniqueOrThrow({
    where: { recordId: id },
    select: {
      ...{ how: true, startsAt: true, place: true, purpose: true },
      record: { select: { title: true, occurredOn: true } },
    },
  });
  const on: Day = dateToDay(record.occurredOn);
  return { ...meeting, title: record.title, on };
}
