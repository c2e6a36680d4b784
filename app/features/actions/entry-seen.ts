import { addDays, type Day, isDay } from "~/platform/calendar/day";
import type { Stage as AimStage } from "../aims/aim";
import type { Stage } from "../evidence/evidence";
import type { Values } from "../evidence/field";
import type { Side } from "../identity/actor";

/** The kinds of evidence that a rule reads. */
export const KINDS_READ = [
  "adaptation",
  "bad-news-given",
  "briefing-given",
  "case-made",
  "community-survey",
  "councillor-steps-back",
  "disagreement",
  "duplication-found",
  "engagement-event",
  "feedback-passed-on",
  "good-news-shared",
  "insight-offered",
  "introduction",
  "procedure-barrier",
  "publicity",
  "residents-lead",
  "skill-gap",
  "staff-change-notified",
  "strength-named",
  "thanks",
] as const;
export type KindRead = (typeof KINDS_READ)[number];

/** An entry as the rules see it. */
export type EntrySeen = {
  id: string;
  shared: boolean;
  title: string;
  kind: string;
  on: Day;
  recordedBy: Side;
  values: Values;
  /** Whose answer it asks for; null: nobody's. */
  answerBy: Side | null;
  stage: Stage;
  answeredOn: Day | null;
  outcome: string | null;
};

export type AimSeen = {
  id: string;
  shared: boolean;
  title: string;
  owner: Side;
  statedBy: Side;
  recordedOn: Day;
  stage: AimStage;
  /** The side whose turn it is. */
  waitingOn: Side | null;
};

type Entries = { entries: readonly EntrySeen[] };

/** Entries of some kinds, the oldest first. */
export function entriesOf({ entries }: Entries, ...kinds: KindRead[]): EntrySeen[] {
  return entries
    .filter(({ kind }) => kinds.some((one) => one === kind))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1));
}

/** Those that happened in a number of days up to today, the first of them included. */
export function within(entries: readonly EntrySeen[], days: number, today: Day): EntrySeen[] {
  const from = addDays(today, -days);
  return entries.filter(({ on }) => on >= from && on <= today);
}

/** Whether an entry still waits for its answer: one that is no end, such as a habit that is kept, is not one. */
export function isOpen({ stage }: Pick<EntrySeen, "stage">): boolean {
  return stage === "waiting" || stage === "proposed" || stage === "held";
}

/** An answer of an entry that is a day; null: it has none. */
export function dayIn({ values }: Pick<EntrySeen, "values">, field: string): Day | null {
  const value = values[field];
  return typeof value === "string" && isDay(value) ? value : null;
}
