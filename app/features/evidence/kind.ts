import type { Side } from "../identity/actor.ts";
import type { Level } from "../records/record.ts";
import type { Component, Fact } from "../scoring/facts.ts";
import type { Field, Fields, Telling, Values } from "./field.ts";

/** One way in which an entry can be answered. */
export type Outcome = {
  label: string;
  /** It is given with a reason. */
  reasons?: boolean;
  /** It is no end: the same side may answer again. */
  open?: boolean;
};
export type Outcomes = Readonly<Record<string, Outcome>>;

type AnswerOf<F extends Fields, O extends Outcomes> = {
  /** The question the answering side is asked. */
  ask: string;
  /** The side whose answer it is. */
  by: (values: Values<F>, recordedBy: Side) => Side;
  outcomes: O;
  /** Days in which an answer is hoped for; null: none are named. */
  dueDays: number | null;
  /** The other side may put an outcome forward; it stands once the answering side agrees. */
  together?: boolean;
  /** Where the answering side itself makes the entry, it is answered with this at once. */
  ownOutcome?: keyof O & string;
};

type Of<F extends Field, T extends Field["type"]> = F extends { type: T; missing: string } ? true : false;
type DayOf<F extends Fields> = {
  [K in keyof F]: Of<F[K], "day"> extends true ? K : never;
}[keyof F] &
  string;

type WithoutBase<T> = T extends unknown ? Omit<T, "id" | "contested" | "settled"> : never;
/** A fact as a kind tells it: its id and any dispute come from the record. */
export type KindFact = WithoutBase<Exclude<Fact, { type: "check-in" }>>;

/** What an entry was answered, once it is. */
export type Answered<O extends string = string> = { on: string; outcome: O };

type Told<F extends Fields, O extends Outcomes> = {
  values: Values<F>;
  recordedBy: Side;
  answer: Answered<keyof O & string> | null;
};

/** Everything a kind of evidence is. Ids are for ever; its file has the id's name. */
type KindOf<F extends Fields, O extends Outcomes> = {
  id: string;
  words: {
    one: string;
    many: string;
    /** What it is for, in a sentence. */
    purpose: string;
  };
  /** The component it is shown under. */
  component: Component;
  /** Who sees it, unless it is widened. */
  level: Level;
  fields: F;
  /** The field that holds the day it happened: an entry's place in time. */
  on: DayOf<F>;
  title: (values: Values<F>) => string;
  /** What cannot be, by field, once each answer is right alone. */
  check?: (values: Values<F>) => Partial<Record<keyof F & string, string>>;
  answer?: AnswerOf<F, O>;
  /** What it says to the score; null: nothing (scoring-golden.json, "form"). */
  toFact?: (told: Told<F, O>) => KindFact | null;
  /** A worked one: for tests, journeys and whoever writes the next kind. */
  example: { fields: Telling<F>; answer?: { outcome: keyof O & string; words?: string } };
};

// Methods, so that a kind with its own fields is also a kind like any other.
export type EvidenceKind = Omit<
  KindOf<Fields, Outcomes>,
  "fields" | "title" | "check" | "answer" | "toFact" | "example" | "on"
> & {
  fields: Fields;
  on: string;
  title(values: Values): string;
  check?(values: Values): Partial<Record<string, string>>;
  answer?: Omit<AnswerOf<Fields, Outcomes>, "by"> & { by(values: Values, recordedBy: Side): Side };
  toFact?(told: { values: Values; recordedBy: Side; answer: Answered | null }): KindFact | null;
  example: { fields: Readonly<Record<string, unknown>>; answer?: { outcome: string; words?: string } };
};

/** Declares a kind: title, checks, outcomes and fact are checked against its own fields. */
export function evidenceKind<F extends Fields, const O extends Outcomes = Record<never, Outcome>>(
  kind: KindOf<F, O>,
): EvidenceKind {
  return kind;
}
