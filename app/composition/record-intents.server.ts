import { href } from "react-router";
import { requireRecord } from "~/composition/record-panel.server";
import { intentOf, notFound, submit } from "~/composition/request.server";
import { putCode, takeCodeOff } from "~/features/coding/codings.commands.server";
import { recordNote, recordPersonNote, reviseNote } from "~/features/records/notes.commands.server";
import { PANEL_INTENTS } from "~/features/records/record-panel";
import {
  agreeVoid,
  askVoid,
  binRecord,
  replyToRecord,
  restoreRecord,
  settleDispute,
} from "~/features/records/records.commands.server";
import { widenNote } from "~/features/records/widen-note.commands.server";
import { idSchema } from "~/platform/ids";

type Context = Parameters<typeof submit>[0];

/**
 * Does what a form of `<RecordActions>` asks and gives the action's answer; null: the intent is none of the panel's.
 * `backTo` is the record's own page. What leaves the register leads to the bin, where it can be taken out again.
 */
export async function handleRecordIntent(
  context: Context,
  form: FormData,
  params: { area: string; id: string },
  backTo: string,
) {
  const intent = intentOf(form);
  if (!isPanelIntent(intent)) return null;
  await requireRecord(context, params.area, params.id);
  const back = (message: string) => () => ({ to: backTo, message });
  const bin = (message: string) => () => ({ to: href("/areas/:area/bin", { area: params.area }), message });
  return HANDLERS[intent](context, form, { id: params.id }, { back, bin });
}

type PanelIntent = (typeof PANEL_INTENTS)[keyof typeof PANEL_INTENTS];
type Leading = (message: string) => () => { to: string; message: string };
type Handler = (
  context: Context,
  form: FormData,
  record: { id: string },
  to: { back: Leading; bin: Leading },
) => ReturnType<typeof submit>;

const WIDENED = "More people see this note now.";
const BINNED = "It is in the bin. You can take it out again.";

const HANDLERS: Record<PanelIntent, Handler> = {
  "record.reply": (context, form, record, to) =>
    submit(context, form, replyToRecord, record, to.back("Your reply is there for both sides to read.")),
  "record.settle": (context, form, record, to) =>
    submit(context, form, settleDispute, record, to.back("Settled. It counts in full again.")),
  "record.bin": (context, form, record, to) => submit(context, form, binRecord, record, to.bin(BINNED)),
  "record.restore": (context, form, record, to) =>
    submit(context, form, restoreRecord, record, to.back("It is out of the bin.")),
  "record.ask-void": (context, form, record, to) =>
    submit(context, form, askVoid, record, to.back("Asked. It stands until the other side agrees.")),
  "record.agree-void": (context, form, record, to) =>
    submit(context, form, agreeVoid, record, to.bin("It no longer counts.")),
  "record.note": (context, form, record, to) =>
    submit(context, form, recordNote, record, to.back("Note saved. It stays with your side.")),
  "record.revise-note": (context, form, _, to) =>
    submit(context, form, reviseNote, { id: noteIdOf(form) }, to.back("Note changed.")),
  "record.widen-note": (context, form, _, to) =>
    submit(context, form, widenNote, { id: noteIdOf(form) }, to.back(WIDENED)),
  "record.bin-note": (context, form, _, to) =>
    submit(context, form, binRecord, { id: noteIdOf(form) }, to.bin(BINNED)),
  "record.put-code": (context, form, record, to) =>
    submit(context, form, putCode, record, to.back("The code is on this record.")),
  "record.take-code-off": (context, form, record, to) =>
    submit(context, form, takeCodeOff, record, to.back("The code is off again.")),
};

function isPanelIntent(intent: string): intent is PanelIntent {
  return Object.hasOwn(HANDLERS, intent);
}

/** A note's forms send which note; the field is no part of the command's input. */
function noteIdOf(form: FormData): string {
  const id = idSchema.safeParse(form.get("noteId"));
  form.delete("noteId");
  return id.success ? id.data : notFound();
}

/**
 * The same for `<RecordNotes>` on a person's page, whose notes come from `findNotes(tx, actor, { personId })`; null: the
 * intent is none of its own.
 */
export async function handlePersonNoteIntent(
  context: Context,
  form: FormData,
  params: { area: string; personId: string },
  backTo: string,
) {
  const back = (message: string) => () => ({ to: backTo, message });
  switch (intentOf(form)) {
    case PANEL_INTENTS.note: {
      const about = { area: params.area, id: params.personId };
      return submit(context, form, recordPersonNote, about, back("Note saved. It stays with your side."));
    }
    case PANEL_INTENTS.reviseNote:
      return submit(context, form, reviseNote, { id: noteIdOf(form) }, back("Note changed."));
    case PANEL_INTENTS.widenNote:
      return submit(context, form, widenNote, { id: noteIdOf(form) }, back(WIDENED));
    case PANEL_INTENTS.binNote:
      return submit(context, form, binRecord, { id: noteIdOf(form) }, back(BINNED));
    default:
      return null;
  }
}
