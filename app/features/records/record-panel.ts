import type { Day } from "~/platform/calendar/day";
import type { AreaActor, Side } from "../identity/actor";
import type { AttachmentView } from "./attachment";
import type { Wider } from "./note.policy";
import type { Level, RecordBase, RecordKind } from "./record";

/** A side's or a person's own note, as its readers see it. */
export type NoteView = {
  id: string;
  text: string;
  level: Level;
  by: string;
  on: Day;
  revision: number;
  canChange: boolean;
  /** Who could see it next, in words; null: nobody more, or it is not the reader's to show. */
  widen: { to: Wider; audience: string } | null;
};

/** An entry of the history: what was done, by whom, when; worded by the composition (`says`). */
export type HistoryEntry = {
  id: string;
  at: Date;
  by: string;
  command: string;
  /** For whom the record was then. */
  level: Level;
  data: unknown;
};

/** The foot of a record's page, as one reader may see it. */
export type RecordPanel = {
  id: string;
  kind: RecordKind;
  revision: number;
  level: Level;
  by: string;
  organisation: string;
  organisationId: string;
  recordedAt: Date;
  occurredOn: Day;
  daysLate: number;
  audience: string;
  binned: boolean;
  voidedOn: Day | null;
  voidAsked: { on: Day; by: string; reason: string } | null;
  contested: { on: Day; by: string; settledOn: Day | null } | null;
  replies: { id: string; text: string; by: string; side: Side; at: Date; disputes: boolean }[];
  notes: NoteView[];
  files: AttachmentView[];
  history: HistoryEntry[];
  otherSide: string;
  /** The reader is of the other side, and theirs has not been noted as having opened it. */
  firstOpening: boolean;
  can: {
    edit: boolean;
    reply: boolean;
    dispute: boolean;
    settle: boolean;
    bin: boolean;
    restore: boolean;
    askVoid: boolean;
    agreeVoid: boolean;
    note: boolean;
    attach: boolean;
  };
};

/** The codes for research on a record that both sides share, and those that may be put there besides. */
export type RecordCodes = {
  put: readonly { slug: string; label: string; by: string; on: Day; own: boolean }[];
  /** By theme; none where the reader may put none. */
  choices: readonly { group: string; options: readonly { value: string; label: string }[] }[];
};

/** The same with its history in words: what a loader returns and the page shows. */
export type RecordPanelView = Omit<RecordPanel, "history" | "firstOpening"> & {
  /** Something of it waits on the other side, and the reader may hand it over to somebody without an account. */
  outside: boolean;
  history: { id: string; at: Date; by: string; said: string; putBack: string | null }[];
  /** The handovers with which it went from one person to another. */
  moves: readonly { id: string; from: string; to: string; on: Day; href: string }[];
  /** Null: codes are put on shared records alone. */
  codes: RecordCodes | null;
};

/** Who may see a record that exists, in words; `council` null: it is about all of the area's councils. */
export function audienceOf(
  record: Pick<RecordBase, "level">,
  actor: Pick<AreaActor, "side">,
  council: string | null,
): string {
  if (record.level === "personal") return "Only you.";
  if (record.level === "side") {
    return actor.side === "council" ? "Only your council’s members here." : "Only the partnership’s members.";
  }
  return `Both sides: the partnership and ${council ?? "all of its councils"}.`;
}

/** Longest title made from a note's text. */
const NOTE_TITLE_MAX = 80;

/** A note's title in lists: its first line, cut at a word where it is long. */
export function noteTitle(text: string): string {
  const [line = ""] = text.trim().split(/\r?\n/);
  if (line.length <= NOTE_TITLE_MAX) return line;
  const cut = line.slice(0, NOTE_TITLE_MAX);
  const atWord = cut.slice(0, Math.max(cut.lastIndexOf(" "), NOTE_TITLE_MAX / 2));
  return `${atWord.trimEnd().toWellFormed()}…`;
}

/** What the panel's forms send as their `intent`. */
export const PANEL_INTENTS = {
  reply: "record.reply",
  settle: "record.settle",
  bin: "record.bin",
  restore: "record.restore",
  askVoid: "record.ask-void",
  agreeVoid: "record.agree-void",
  note: "record.note",
  reviseNote: "record.revise-note",
  binNote: "record.bin-note",
  widenNote: "record.widen-note",
  putCode: "record.put-code",
  takeCodeOff: "record.take-code-off",
} as const;
