import type { Day } from "~/platform/calendar/day";
import type { QuestionId } from "../check-ins/questions";
import type { Side } from "../identity/actor";
import type { RoleId } from "../people/person";
import type { Component, Fact } from "../scoring/facts";
import type { Evidence } from "./evidence";

/** What stands before every gain, in this order (docs/method.md 10). Ids are for ever. */
export const OUTRANKS = ["leaver", "only-contact", "mou-expiring", "gap"] as const;
export type Outranks = (typeof OUTRANKS)[number];

/** 1 a message, 2 half a day, 4 weeks (docs/method.md 10). */
export type Effort = 1 | 2 | 4;

export const EFFORT_WORDS: Record<Effort, string> = {
  1: "A message or a call",
  2: "About half a day",
  4: "Some weeks",
};

/** What a rule saw: why the action comes up today, and what it rests on. */
export type Sighting = {
  /** A sentence or two with counts and the oldest age, for anybody who may see the evidence. */
  because: string;
  /** The records and posts it rests on, those that matter most first. */
  recordIds: readonly string[];
  /** What else it rests on; with the records it makes the evidence key. Never anything that changes with the day. */
  state?: readonly string[];
  /** The day of the oldest thing it rests on; null: nothing is recorded to date it by. */
  since: Day | null;
  daysOverdue?: number | undefined;
  dueInDays?: number | undefined;
  /** The record that would answer it, added today or in place of the one with its id; none: it moves no indicator. */
  hypothetical?: Fact | undefined;
  outranks?: Outranks | undefined;
};

/** A question of the check-in that an action watches, and whose answers to it; no side: either side's (docs/method.md 8). */
export type Watched = { readonly question: QuestionId; readonly of?: Side };

/** What an action listens for in the check-in. */
export type Listening = {
  /** The side it comes up for. */
  readonly side: Side;
  /** Comes up where the mean of any of them is below 3. */
  readonly questions: readonly Watched[];
  /** The last day on which what answers it was recorded; null: never. It is heard where that is before the release. */
  readonly answeredOn: (evidence: Evidence) => Day | null;
  /** The record that would answer it, where nothing else calls for the action. */
  readonly answer?: (today: Day) => Fact;
  /** It is the talk that a flagged gap calls for, before anything else (docs/method.md 10). */
  readonly talk?: true;
};

/** Whom on a side an action is for. */
export type ForSide = {
  readonly side: Side;
  readonly roles: readonly RoleId[];
  readonly first?: readonly RoleId[];
};

/** A recommended action: one file each in rules/. Words change, ids never. */
export type ActionRule = {
  readonly id: string;
  readonly component: Component;
  /** The sides it is for, and who there is likely to act; no roles: the whole side, some of it first. */
  readonly for: readonly ForSide[];
  readonly effort: Effort;
  readonly title: string;
  readonly wording: string;
  /** What would make it go, in words. */
  readonly closes: string;
  /** Pure. Null: nothing to recommend to that side today. */
  readonly look: (evidence: Evidence, today: Day, side: Side) => Sighting | null;
  /** What of the check-in calls for it too, until what answers it is recorded. */
  readonly listens?: readonly Listening[];
};

/** Whom it is for on a side; null where it is not for that side at all. */
export function sideOf(rule: Pick<ActionRule, "for">, side: Side): ForSide | null {
  return rule.for.find((one) => one.side === side) ?? null;
}

/** The roles it is likely for on a side; null where it is not for that side at all. */
export function rolesFor(rule: Pick<ActionRule, "for">, side: Side): readonly RoleId[] | null {
  return sideOf(rule, side)?.roles ?? null;
}

/**
 * What a dismissal holds on to: the same as long as the action rests on the same records in the same state. Two words
 * of FNV-1a, run over the text forwards and backwards: a key to compare, not a secret.
 */
export function evidenceKey(rule: Pick<ActionRule, "id">, sighting: Pick<Sighting, "recordIds" | "state">) {
  const text = JSON.stringify([rule.id, [...sighting.recordIds].sort(), [...(sighting.state ?? [])].sort()]);
  return `${hash(text)}${hash([...text].reverse().join(""))}`;
}

function hash(text: string): string {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return (sum >>> 0).toString(16).padStart(8, "0");
}
