import { z } from "zod";
import { defineCommand, Problem } from "~/platform/command.server";
import { FILE_TYPES, type FileType } from "~/platform/file-type";
import { idSchema } from "~/platform/ids";
import { enqueue } from "~/platform/jobs.server";
import { type Actor, ownOrganisations } from "../identity/actor";
import { canAttach, canRemoveFile, FILE_MOST_BYTES } from "./attachment";
import { type Context, eventOf, reviseBase, subjectRecord } from "./recording.server";

const command = defineCommand<Actor>();
const TYPES = Object.keys(FILE_TYPES) as [FileType, ...FileType[]];

/**
 * Puts a file on a record. What it says of the file was found from its bytes by whoever runs it, and the bytes lie
 * aside; they are moved to their place once this is written.
 */
export const attachFile = command({
  id: "records.attach",
  input: z.strictObject({
    id: idSchema,
    level: z.enum(["shared", "side"], { error: "Say who the file is for" }),
    name: z.string().min(1).max(200),
    type: z.enum(TYPES),
    bytes: z.number().int().min(1).max(FILE_MOST_BYTES),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  subject: (context, { id }) => subjectRecord(context, id),
  allow: (_, { actor, record }) => canAttach(actor, record),
  async run(context, { actor, record }, { level, ...file }) {
    // A child is never seen by more than its parent.
    const own = record.level === "shared" ? level : "side";
    const id = context.newId();
    await context.tx.attachment.create({
      data: {
        ...file,
        id,
        recordId: record.id,
        level: own,
        organisationId: actor.organisationId,
        side: actor.side,
        authorId: actor.userId,
        attachedAt: context.now,
      },
      select: { id: true },
    });
    await sweepSoon(context);
    // A side's own file leaves no trace that the other side could see.
    if (own === "shared") await reviseBase(context, record, {});
    const seenBy = record.level === "shared" ? own : record.level;
    const data = { kind: record.kind, title: record.title, file: file.name, attachmentId: id };
    const event = eventOf({ ...record, level: seenBy }, actor, data);
    return { result: { id }, event };
  },
  says: (data) => `added the file “${String(data.file)}”`,
});

/** Takes a file away again. */
export const removeFile = command({
  id: "records.remove-file",
  input: z.strictObject({ id: idSchema, fileId: idSchema }),
  async subject(context, { id, fileId }) {
    const found = await subjectRecord(context, id);
    const where = { id: fileId, recordId: id, removedAt: null };
    const file = found && (await context.tx.attachment.findFirst({ where }));
    return file && { ...found, file };
  },
  allow: (_, { actor, record, file }) =>
    ownOrganisations(actor).includes(file.organisationId)
      ? canAttach(actor, record)
      : "Only the side that added it can take it away.",
  async run(context, { actor, record, file }) {
    const may = canRemoveFile(actor, file, context.now);
    if (may !== true) throw new Problem({ "": may });
    await context.tx.attachment.update({
      where: { id: file.id },
      data: { removedAt: context.now },
      select: { id: true },
    });
    await sweepSoon(context);
    const level = file.level === "shared" || record.level !== "shared" ? record.level : file.level;
    const data = { kind: record.kind, title: record.title, file: file.name };
    const kept = { id: file.id, sha256: file.sha256 };
    return { result: kept, event: eventOf({ ...record, level }, actor, data) };
  },
  says: (data) => `took the file “${String(data.file)}” away`,
});

/** In an hour at the latest the disk is looked over: what was taken away goes, and what a save left half way. */
function sweepSoon({ tx, now }: Context): Promise<void> {
  return enqueue(tx, "sweep-files", {}, { key: "sweep-files", runAt: new Date(now.getTime() + HOUR_MS) });
}
const HOUR_MS = 3_600_000;
