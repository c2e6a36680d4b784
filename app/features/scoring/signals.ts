import type { Day } from "./day.ts";
import { factOn, lastLivedDayIn } from "./fact-days.ts";
import { type Component, type Fact, type FactOf, type FactType, isDisputed, type Side } from "./facts.ts";

// The closed vocabulary between what happened (facts) and what it is worth (rules). An emitter says what a
// record shows in these words and knows no rule; a rule reads these words and knows no record. A new kind of
// evidence picks from the lists below; a new word is rare and gets a decision record.

/** Whose conduct something shows: one side's, or both together. */
export type Stands = Side | "joint";

/** What can be owed. A duty's `from` is the day it is counted from; a rule adds its days of grace. */
export type DutyTopic =
  | "aim acknowledged"
  | "lead post filled"
  | "milestone acknowledged"
  | "offer taken up"
  | "handover prepared"
  | "handover accepted"
  | "handover completed"
  | "request answered"
  | "notes sent"
  | "change of people told"
  | "decision told"
  | "proposal answered"
  | "insight answered"
  | "agreement reviewed"
  | "meeting re-booked"
  | "procedure looked at"
  | "disagreement worked through"
  | "milestone delivered"
  | "residents told back"
  | "project lead named";

/** What can have turned out well (worth 1), partly (between) or badly (0) on a day. */
export type OutcomeTopic =
  | "invitation followed"
  | "meeting honoured"
  | "straight answer"
  | "actions owned"
  | "done together"
  | "credit shared"
  | "lead changed hands"
  | "residents decide";

/** What holds from a day on and is less sure the longer nobody looked. */
export type StateTopic = "aim understood" | "lead in post";

/** A change of a due day both sides agreed. */
export type Move = { readonly agreed: Day; readonly due: Day };

/** A duty: done, given up, or open. `worth` is that of the answer (0..1); null = closed, worth not known. */
export type Duty = {
  readonly kind: "duty";
  readonly topic: DutyTopic;
  readonly side: Stands;
  readonly from: Day;
  readonly done: Day | null;
  readonly givenUp: Day | null;
  readonly worth: number | null;
  /** The day notice was given that more time is needed. */
  readonly notice: Day | null;
  readonly moves: readonly Move[];
  /** 1, or the part of it that falls to this side. */
  readonly share: number;
};
export type Outcome = {
  readonly kind: "outcome";
  readonly topic: OutcomeTopic;
  readonly side: Stands;
  readonly on: Day;
  readonly worth: number;
};
export type State = {
  readonly kind: "state";
  readonly topic: StateTopic;
  readonly side: Side;
  readonly since: Day;
  readonly worth: number;
};
/** A promise of one side to the other; `due` is the day first promised. */
export type Promised = {
  readonly kind: "promise";
  readonly side: Side;
  readonly due: Day;
  readonly moves: readonly Move[];
  readonly kept: Day | null;
  readonly confirmed: boolean;
  readonly told: Day | null;
  readonly givenUp: Day | null;
};
/** An agreement that has not ended. `signed` is its last signature, `since` the last signature or review. */
export type Agreement = {
  readonly kind: "agreement";
  readonly signatures: 1 | 2;
  readonly signed: Day;
  readonly since: Day;
};
/** The longest gap between contacts, in days, that both sides agreed. */
export type Rhythm = { readonly kind: "rhythm"; readonly agreed: Day; readonly longestGap: number };
/** One person's answers about the other side; `who` is a key without a name. */
export type Voice = {
  readonly kind: "voice";
  readonly who: string;
  readonly side: Side;
  readonly on: Day;
  readonly answers: Readonly<Record<Component, readonly (number | null)[]>>;
};
/** The two sides were in touch. */
export type Contact = { readonly kind: "contact"; readonly on: Day };
/** The last day on which something in the record happened. */
export type Recorded = { readonly kind: "recorded"; readonly on: Day };

/** What an emitter may say. */
export type Said = Duty | Outcome | State | Promised | Agreement | Rhythm | Voice | Contact | Recorded;
/** What a rule reads: what was said, by which record, and whether that record is disputed. */
export type Signal<S extends Said = Said> = S & { readonly record: string; readonly disputed: boolean };

/** A duty with the usual left out: open, worth 1 once done, no notice, never moved, wholly this side's. */
export function duty(
  said: Pick<Duty, "topic" | "side" | "from" | "done"> & Partial<Omit<Duty, "kind">>,
): Duty {
  return { kind: "duty", givenUp: null, worth: 1, notice: null, moves: [], share: 1, ...said };
}

/** Contact on each of some days, missing ones apart. */
export function contacts(...days: (Day | null)[]): Contact[] {
  return days.flatMap((on) => (on === null ? [] : [{ kind: "contact" as const, on }]));
}

/** A list of agreed moves as a fact holds it, in the order they were agreed; one not (yet) agreed is left out. */
export function movesOf(
  list: readonly { agreed?: string | null | undefined; due?: string | null | undefined }[] | null | undefined,
  read: (text: string | null | undefined) => Day | null,
): Move[] {
  return (list ?? [])
    .flatMap((entry) => {
      const [agreed, due] = [read(entry.agreed), read(entry.due)];
      return agreed === null || due === null ? [] : [{ agreed, due }];
    })
    .sort((a, b) => a.agreed - b.agreed || a.due - b.due);
}

/** Says what one type of fact shows. It gets the fact as of a day, so it needs no clock. */
export type Emitter = {
  readonly type: FactType;
  readonly says: (fact: Fact) => Said[];
  /** What to read instead, at full weight, while the fact is disputed; null = the fact itself, at half. */
  readonly whileDisputed: (fact: Fact) => Fact | null;
};

/** An emitter for one type of fact. */
export function emitter<T extends FactType>(
  type: T,
  says: (fact: FactOf<T>) => Said[],
  whileDisputed: (fact: FactOf<T>) => FactOf<T> | null = () => null,
): Emitter {
  const own = (fact: Fact) => {
    if (fact.type !== type) throw new TypeError(`the emitter of "${type}" was given a "${fact.type}"`);
    return fact as FactOf<T>;
  };
  return { type, says: (fact) => says(own(fact)), whileDisputed: (fact) => whileDisputed(own(fact)) };
}

/** Turns a fact into the signals it gives on a day. Pure. */
export type Emit = (fact: Fact, asOf: Day) => Signal[];

/**
 * Joins emitters into one function. What is true of every record is added here, so no emitter can forget it:
 * days ahead have not happened, the record's last lived day, and what a dispute does (docs/method.md 2: it
 * makes no contact, agrees no rhythm, and its items count half). Throws TypeError for a type nobody emits.
 */
export function joinEmitters(list: readonly Emitter[]): Emit {
  const byType = new Map(list.map((one) => [one.type, one]));
  return (whole, asOf) => {
    const found = byType.get(whole.type);
    if (!found) throw new TypeError(`no emitter for "${whole.type}"`);
    const known = factOn(whole, asOf);
    const instead = isDisputed(known) ? found.whileDisputed(known) : null;
    const fact = instead ?? known;
    const disputed = instead === null && isDisputed(known);
    const last = lastLivedDayIn(fact);
    const said: Said[] = last === null ? [] : [{ kind: "recorded", on: last }];
    for (const one of found.says(fact)) {
      if (!(disputed && (one.kind === "contact" || one.kind === "rhythm"))) said.push(one);
    }
    return said.map((one) => ({ ...one, record: whole.id, disputed }));
  };
}
