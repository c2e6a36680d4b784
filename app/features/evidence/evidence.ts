import { addDays, type Day, daysBetween } from "../../platform/calendar/day.ts";
import { otherSide, type Side } from "../identity/actor.ts";
import type { Values } from "./field.ts";
import type { EvidenceKind } from "./kind.ts";
import { KINDS } from "./kinds/index.ts";

const BY_ID = new Map(KINDS.map((kind) => [kind.id, kind]));

/** The kind of that id, or null where there is none. */
export function findKind(id: string): EvidenceKind | null {
  return BY_ID.get(id) ?? null;
}

/** The kind of a stored entry; throws where its file is gone, which must never be. */
export function kindOf(id: string): EvidenceKind {
  const kind = findKind(id);
  if (kind === null) throw new Error(`There is no kind of evidence "${id}"`);
  return kind;
}

/** An entry as its columns tell it; nothing in it says its stage. */
export type Entry = {
  kind: EvidenceKind;
  values: Values;
  recordedBy: Side;
  occurredOn: Day;
  /** Whose answer it waits for, or had; null: it asks for none. */
  answerBy: Side | null;
  proposedOn: Day | null;
  answeredOn: Day | null;
  answeredBy: Side | null;
  /** Given, or put forward. */
  outcome: string | null;
  answerWords: string | null;
};

/** Where an entry stands. "held": answered in a way that is no end, such as a habit that is kept for now. */
export const STAGES = ["plain", "waiting", "proposed", "held", "answered"] as const;
export type Stage = (typeof STAGES)[number];

/** The stage of an entry. */
export function stageOf({ kind, answerBy, proposedOn, answeredOn, outcome }: Entry): Stage {
  if (answerBy === null || !kind.answer) return "plain";
  if (answeredOn === null) return proposedOn === null ? "waiting" : "proposed";
  return kind.answer.outcomes[outcome ?? ""]?.open ? "held" : "answered";
}

/** The side whose turn it is; null: nobody's. */
export function waitingOn(entry: Entry): Side | null {
  const stage = stageOf(entry);
  return stage === "waiting" || stage === "proposed" ? entry.answerBy : null;
}

/** The day by which an answer is hoped for, that day included; null: none is named. */
export function hopedForBy({ kind, occurredOn }: Pick<Entry, "kind" | "occurredOn">): Day | null {
  const days = kind.answer?.dueDays;
  return days == null ? null : addDays(occurredOn, days);
}

/** Days past that day; 0 while it has not passed, or nothing is waited for. */
export function daysPast(entry: Entry, today: Day): number {
  const by = hopedForBy(entry);
  return by === null || waitingOn(entry) === null ? 0 : Math.max(0, daysBetween(by, today));
}

/** What was answered, or put forward, in the kind's own words; null: nothing yet. */
export function outcomeWords({ kind, outcome }: Pick<Entry, "kind" | "outcome">): string | null {
  return outcome === null ? null : (kind.answer?.outcomes[outcome]?.label ?? outcome);
}

/** A state as a tag says it, to a reader of that side; null: it asks for no answer. */
export function stateWords(entry: Entry, reader: Side): string | null {
  const stage = stageOf(entry);
  if (stage === "waiting" || stage === "proposed")
    return waitingOn(entry) === reader ? "Waiting on us" : "Waiting for an answer";
  if (stage === "plain") return null;
  return stage === "held" ? "Answered for now" : "Answered";
}

const MOST_YEARS_BACK = 25;
const MOST_YEARS_AHEAD = 5;

/** What is wrong with the days of an entry, by field: to come where they cannot be, or far off. */
export function dayProblems(kind: EvidenceKind, values: Values, today: Day): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const [name, field] of Object.entries(kind.fields)) {
    const day = values[name];
    if (field.type !== "day" || typeof day !== "string") continue;
    if (!field.ahead && day > today) problems[name] = "This day cannot be in the future";
    else if (day > addDays(today, MOST_YEARS_AHEAD * 366) || day < addDays(today, -MOST_YEARS_BACK * 366))
      problems[name] = "Check the year";
  }
  return problems;
}

/** Whether an answer can be of that day, in words where not. */
export function checkAnsweredOn(on: Day, entry: Pick<Entry, "occurredOn">, today: Day): true | string {
  if (on > today) return "This day cannot be in the future";
  return on >= entry.occurredOn || "This day cannot be before what is answered";
}

/** The two sides of an entry, by what they can do with its answer. */
export function roleOf(entry: Pick<Entry, "answerBy">, side: Side): "answering" | "other" {
  return entry.answerBy !== null && otherSide(entry.answerBy) === side ? "other" : "answering";
}
