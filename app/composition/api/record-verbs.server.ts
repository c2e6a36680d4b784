import { putCode, takeCodeOff } from "~/features/coding/codings.commands.server";
import { removeFile } from "~/features/records/attachments.commands.server";
import { recordNote } from "~/features/records/notes.commands.server";
import {
  agreeVoid,
  askVoid,
  binRecord,
  replyToRecord,
  restoreRecord,
  settleDispute,
} from "~/features/records/records.commands.server";
import { type Resource, type Write, write } from "./resource.server";

/** What can be done with every record, whatever its kind. */
const RECORD_VERBS: Readonly<Record<string, Write>> = {
  reply: write(replyToRecord, "Reply to it, or say that one sees it differently"),
  settle: write(settleDispute, "Settle a dispute about it"),
  bin: write(binRecord, "Put it in the bin"),
  restore: write(restoreRecord, "Take it out of the bin"),
  "ask-void": write(askVoid, "Ask that it no longer counts"),
  "agree-void": write(agreeVoid, "Agree that it no longer counts"),
  note: write(recordNote, "Note something about it, for one's own side or oneself"),
  "remove-file": write(removeFile, "Take a file away"),
  "put-code": write(putCode, "Put a code for research on it, where both sides share it"),
  "take-code-off": write(takeCodeOff, "Take a code off again that one's own side put there"),
};

/** Everything that can be done with one of these: a kind's own verbs, and for records those of every record. */
export function verbsOf({ kind, verbs }: Resource): Readonly<Record<string, Write>> {
  return kind === null || kind === "note" ? verbs : { ...RECORD_VERBS, ...verbs };
}
