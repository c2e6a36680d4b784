import { z } from "zod";
import { defineCommand, Problem } from "~/platform/command.server";
import { longText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import { type Actor, type AreaActor, liveTies } from "../identity/actor";
import { canEdit, canWrite } from "./record.policy";
import { noteTitle } from "./record-panel";
import { type Context, createBase, eventOf, reviseBase, standIn, subjectRecord } from "./recording.server";

const command = defineCommand<Actor>();

const text = longText("Write your note");
/** A note begins as one's own or one's side's. Showing it to more is an action of its own (`widenNote`). */
const level = z.enum(["side", "personal"], { error: "Say who the note is for" });

type NewNote = {
  text: string;
  level: "side" | "personal";
  relationshipId: string | null;
  aboutId?: string;
  personId?: string;
};

async function writeNote(
  context: Context,
  actor: AreaActor,
  { text, level, relationshipId, ...about }: NewNote,
) {
  const title = noteTitle(text);
  const base = { kind: "note", relationshipId, level, title, occurredOn: context.today } as const;
  const id = await createBase(context, actor, base);
  await context.tx.note.create({ data: { recordId: id, text, ...about }, select: { recordId: true } });
  const record = { id, areaId: actor.areaId, relationshipId, level };
  return { result: { id }, event: eventOf(record, actor, { kind: "note", title, level, text }) };
}

/** Writes a side's or a person's own note on a record they see. */
export const recordNote = command({
  id: "records.note",
  input: z.strictObject({ id: idSchema, level, text }),
  subject: (context, { id }) => subjectRecord(context, id),
  allow: (_, { actor }) => canWrite(actor),
  async run(context, { actor, record }, { level, text }) {
    if (record.kind === "note") throw new Problem({ "": "This is a note already. Change it instead." });
    // A child is never seen by more than its parent.
    const stricter = record.level === "personal" ? "personal" : level;
    return writeNote(context, actor, {
      text,
      level: stricter,
      relationshipId: record.relationshipId,
      aboutId: record.id,
    });
  },
  says: () => "wrote a note",
});

/** Writes a side's or a person's own note on somebody they see. */
export const recordPersonNote = command({
  id: "records.note-person",
  input: z.strictObject({ area: z.string(), id: idSchema, level, text }),
  async subject(context, { area, id }) {
    const actor = standIn(context, area);
    const person =
      actor &&
      (await context.tx.person.findUnique({ where: { id, mergedIntoId: null }, select: { id: true } }));
    return actor && person ? { actor, personId: person.id } : null;
  },
  allow: (_, { actor }) => canWrite(actor),
  run: (context, { actor, personId }, { level, text }) => {
    const [only, ...others] = liveTies(actor);
    const relationshipId = actor.side === "council" && only && others.length === 0 ? only.id : null;
    return writeNote(context, actor, { text, level, relationshipId, personId });
  },
  says: () => "wrote a note",
});

/** Changes a note. */
export const reviseNote = command({
  id: "records.revise-note",
  input: z.strictObject({ id: idSchema, revision: z.int32(), text }),
  async subject(context, { id }) {
    const found = await subjectRecord(context, id);
    if (found?.record.kind !== "note") return null;
    const note = await context.tx.note.findUnique({ where: { recordId: id }, select: { text: true } });
    return note && { ...found, before: note.text };
  },
  allow: (_, { actor, record }) => canEdit(actor, record),
  async run(context, { actor, record, before }, { revision, text }) {
    const title = noteTitle(text);
    await reviseBase(context, record, { title }, revision, { text: before });
    await context.tx.note.update({
      where: { recordId: record.id },
      data: { text },
      select: { recordId: true },
    });
    return {
      result: { id: record.id },
      event: eventOf(record, actor, { kind: "note", title, before, after: text }),
    };
  },
  says: () => "changed the note",
});
