import { z } from "zod";
import { defineCommand, Problem } from "~/platform/command.server";
import { optionalShortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { canWiden, widerLevel } from "./note.policy";
import type { Level } from "./record";
import { eventOf, reviseBase, subjectRecord } from "./recording.server";

const command = defineCommand<Actor>();

/** Shows a note to more people: to one's side, then to both. What was seen is never taken back from anybody. */
export const widenNote = command({
  id: "records.widen-note",
  input: z.strictObject({
    id: idSchema,
    /** Of the text that was read: what somebody wrote meanwhile is not shown to more than they meant it for. */
    revision: z.int32(),
    to: z.enum(["side", "shared"], { error: "Say who is to see it" }),
    reason: optionalShortText(),
  }),
  async subject(context, { id }) {
    const found = await subjectRecord(context, id);
    if (found?.record.kind !== "note") return null;
    const note = await context.tx.note.findUnique({
      where: { recordId: id },
      select: { text: true, about: { select: { level: true } } },
    });
    return note && { ...found, text: note.text, about: note.about?.level ?? null };
  },
  allow: (_, { actor, record }, { to }) => canWiden(actor, record, to),
  async run(context, { actor, record, text, about }, { revision, to, reason }) {
    if (widerLevel(record.level, about) !== to) throw new Problem({ "": refusal(record.level, to) });
    await reviseBase(context, record, { level: to }, revision, { text });
    const data = { kind: "note", title: record.title, before: record.level, after: to, reason };
    return { result: { id: record.id }, event: eventOf({ ...record, level: to }, actor, data) };
  },
  says: (data) => {
    const whom = data.after === "shared" ? "both sides" : "all of their side";
    const reason = typeof data.reason === "string" ? `: ${data.reason}` : "";
    return `showed the note “${String(data.title)}” to ${whom}${reason}`;
  },
});

function refusal(level: Level, to: Level): string {
  if (level === to || level === "shared") return "As many see it already. That is never taken back.";
  if (level === "side") return "What it is about is your side’s own, so the note stays there too.";
  return "Show it to your side first.";
}
