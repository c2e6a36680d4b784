import type { Day } from "../../platform/calendar/day.ts";
import type { Side } from "../identity/actor.ts";

// What a kind asks, as data: form, page, print, checks and interface are all made from it.

/** `missing`: what to do about an empty answer, in words; null: it may be left empty. */
type Base<T extends string, M extends string | null> = {
  type: T;
  label: string;
  hint: string | null;
  missing: M;
};
type Missing = string | null;
type Options = Readonly<Record<string, string>>;

export type Field =
  | Base<"line", Missing>
  | Base<"text", Missing>
  | Base<"yes-no", Missing>
  | Base<"person", Missing>
  | Base<"project", Missing>
  /** `ahead`: the day may still be to come. */
  | (Base<"day", Missing> & { ahead: boolean })
  | (Base<"count", Missing> & { unit: "£" | null })
  | (Base<"choice", Missing> & { options: Options })
  | (Base<"choices", Missing> & { options: Options })
  /** `joint`: both sides together is an answer too. */
  | (Base<"side", Missing> & { joint: boolean });

export type Fields = Readonly<Record<string, Field>>;

type Plain<F extends Field> = F extends { type: "choice"; options: infer O }
  ? keyof O & string
  : F extends { type: "choices"; options: infer O }
    ? readonly (keyof O & string)[]
    : F extends { type: "side"; joint: infer J }
      ? J extends true
        ? Side | "joint"
        : Side
      : F extends { type: "day" }
        ? Day
        : F extends { type: "yes-no" }
          ? boolean
          : F extends { type: "count" }
            ? number
            : string;

type ValueOf<F extends Field> = F extends { missing: null } ? Plain<F> | null : Plain<F>;

/** The answers to a kind's questions. People and projects are ids. */
export type Values<F extends Fields = Fields> = { [K in keyof F]: ValueOf<F[K]> };

type Given<F extends Field> = F extends { type: "day" } ? number : Plain<F>;
type Needed<F extends Fields> = {
  [K in keyof F]: F[K] extends { missing: string } ? K : never;
}[keyof F];

/** Answers as an example gives them: a day is a number of days from the day it is told on. */
export type Telling<F extends Fields = Fields> = { [K in Needed<F>]: Given<F[K]> } & {
  [K in Exclude<keyof F, Needed<F>>]?: Given<F[K]>;
};

const field = <T extends string, M extends Missing>(
  type: T,
  label: string,
  missing: M,
  hint: string | undefined,
) => ({
  type,
  label,
  missing,
  hint: hint ?? null,
});

/** Questions that want an answer: the question, what to do where it is empty, and a hint. */
export const ask = {
  line: (label: string, missing: string, hint?: string) => field("line", label, missing, hint),
  yesNo: (label: string, missing: string, hint?: string) => field("yes-no", label, missing, hint),
  /** Day the thing happened, or (`ahead`) is going to. */
  day: (
    label: string,
    missing: string,
    { hint, ahead = false }: { hint?: string; ahead?: boolean } = {},
  ) => ({
    ...field("day", label, missing, hint),
    ahead,
  }),
  choice: <const O extends Options>(label: string, missing: string, options: O, hint?: string) => ({
    ...field("choice", label, missing, hint),
    options,
  }),
  side: (label: string, missing: string, hint?: string) => ({
    ...field("side", label, missing, hint),
    joint: false as const,
  }),
  sideOrJoint: (label: string, missing: string, hint?: string) => ({
    ...field("side", label, missing, hint),
    joint: true as const,
  }),
};

/** Questions that may be left empty: the question and a hint. */
export const may = {
  line: (label: string, hint?: string) => field("line", label, null, hint),
  text: (label: string, hint?: string) => field("text", label, null, hint),
  person: (label: string, hint?: string) => field("person", label, null, hint),
  project: (label: string, hint?: string) => field("project", label, null, hint),
  count: (label: string, unit: "£" | null = null, hint?: string) => ({
    ...field("count", label, null, hint),
    unit,
  }),
  day: (label: string, { hint, ahead = false }: { hint?: string; ahead?: boolean } = {}) => ({
    ...field("day", label, null, hint),
    ahead,
  }),
  choice: <const O extends Options>(label: string, options: O, hint?: string) => ({
    ...field("choice", label, null, hint),
    options,
  }),
  choices: <const O extends Options>(label: string, options: O, hint?: string) => ({
    ...field("choices", label, null, hint),
    options,
  }),
};
