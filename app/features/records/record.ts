import type { Day } from "~/platform/calendar/day";
import { daysBetween } from "~/platform/calendar/day";
import { listWords } from "~/platform/list-words";
import type { AreaActor, Side } from "../identity/actor";

/** The kinds of record there are tables for. Ids are for ever. */
export const RECORD_KINDS = [
  "meeting",
  "meeting-series",
  "commitment",
  "request",
  "project",
  "milestone",
  "rhythm",
  "mou",
  "proposal",
  "handover",
  "evidence",
  "aim",
  "note",
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** A kind in words, for lists and the timeline. */
export const KIND_WORDS: Record<RecordKind, { one: string; many: string }> = {
  meeting: { one: "Meeting", many: "Meetings" },
  "meeting-series": { one: "Series of meetings", many: "Series of meetings" },
  commitment: { one: "Promise", many: "Promises" },
  request: { one: "Request", many: "Requests" },
  project: { one: "Project", many: "Projects" },
  milestone: { one: "Milestone", many: "Milestones" },
  rhythm: { one: "Agreed rhythm", many: "Agreed rhythms" },
  mou: { one: "Agreement", many: "Agreements" },
  proposal: { one: "Proposal", many: "Proposals" },
  handover: { one: "Handover", many: "Handovers" },
  evidence: { one: "Entry", many: "What helps and hinders" },
  aim: { one: "Aim", many: "Aims" },
  note: { one: "Note", many: "Notes" },
};

/** Who may see a record: both sides, the organisation that recorded it, or its author alone. */
export type Level = "shared" | "side" | "personal";

export const LEVEL_WORDS: Record<Level, string> = {
  shared: "Both sides",
  side: "Your side only",
  personal: "Only you",
};

/** Hours after recording in which the recorder may still put a record in the bin. */
export const BIN_HOURS = 24;

/** The common part of a record, as every page and policy needs it. */
export type RecordBase = {
  id: string;
  kind: RecordKind;
  areaId: string;
  relationshipId: string | null;
  organisationId: string;
  side: Side;
  authorId: string;
  level: Level;
  title: string;
  occurredOn: Day;
  recordedOn: Day;
  recordedAt: Date;
  revision: number;
  openedByOther: boolean;
  binned: boolean;
  voidAskedOn: Day | null;
  voidAskedBySide: Side | null;
  voidReason: string | null;
  voidedOn: Day | null;
  contestedOn: Day | null;
  contestedBySide: Side | null;
  settledOn: Day | null;
};

/** Whether the other side disputes it on that day. */
export function isContested(record: Pick<RecordBase, "contestedOn" | "settledOn">, today: Day): boolean {
  return (
    record.contestedOn !== null &&
    record.contestedOn <= today &&
    (record.settledOn === null || today < record.settledOn)
  );
}

/** Days between what happened and its being entered; 0 where it was planned ahead. */
export function daysLateEntered(record: Pick<RecordBase, "occurredOn" | "recordedOn">): number {
  return Math.max(0, daysBetween(record.occurredOn, record.recordedOn));
}

/** Who will see what is written at this level, in words, for the line every form shows before it is saved. */
export function audienceWords(
  level: Level,
  actor: Pick<AreaActor, "side">,
  councils: readonly string[],
): string {
  if (level === "personal") return "Only you will see this.";
  if (level === "side") {
    return actor.side === "council"
      ? "Only your council’s members here will see this."
      : "Only the partnership’s members will see this.";
  }
  const all = listWords(["the partnership", ...councils]).replace(/^t/, "T");
  return `${all} will ${councils.length === 1 ? "both" : "all"} see this.`;
}
