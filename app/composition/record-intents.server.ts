import { href } from "react-router";
import { requireRecord } from "~/composition/record-panel.server";
import { intentOf, notFound, submit } from "~/composition/request.server";
import { recordNote, reviseNote } from "~/features/records/notes.commands.server";
import { PANEL_INTENTS } from "~/features/records/record-panel";
import {
  agreeVoid,
  askVoid,
  binRecord,
  replyToRecord,
  restoreRecord,
  settleDispute,
} from "~/features/records/records.commands.server";
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
  if (!Object.values<string>(PANEL_INTENTS).includes(intent)) return null;
  await requireRecord(context, params.area, params.id);
  const record = { id: params.id };
  const bin = href("/areas/:area/bin", { area: params.area });
  const back = (message: string) => () => ({ to: backTo, message });
  switch (intent) {
    case PANEL_INTENTS.reply:
      return submit(
        context,
        form,
        replyToRecord,
        record,
        back("Your reply is there for both sides to read."),
      );
    case PANEL_INTENTS.settle:
      return submit(context, form, settleDispute, record, back("Settled. It counts in full again."));
    case PANEL_INTENTS.bin:
      return submit(context, form, binRecord, record, () => ({ to: bin, message: BINNED }));
    case PANEL_INTENTS.restore:
      return submit(context, form, restoreRecord, record, back("It is out of the bin."));
    case PANEL_INTENTS.askVoid:
      return submit(context, form, askVoid, record, back("Asked. It stands until the other side agrees."));
    case PANEL_INTENTS.agreeVoid:
      return submit(context, form, agreeVoid, record, () => ({ to: bin, message: "It no longer counts." }));
    case PANEL_INTENTS.note:
      return submit(context, form, recordNote, record, back("Note saved. It stays with your side."));
    case PANEL_INTENTS.reviseNote:
      return submit(context, form, reviseNote, { id: noteIdOf(form) }, back("Note changed."));
    case PANEL_INTENTS.binNote:
      return submit(context, form, binRecord, { id: noteIdOf(form) }, () => ({ to: bin, message: BINNED }));
    default:
      return null;
  }
}

const BINNED = "It is in the bin. You can take it out again.";

function noteIdOf(form: FormData): string {
  const id = idSchema.safeParse(form.get("noteId"));
  form.delete("noteId");
  return id.success ? id.data : notFound();
}
