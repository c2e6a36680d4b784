import fc from "fast-check";
import { dayOf, dayText } from "./day.ts";
import type { Fact, FactOf, FactType } from "./facts.ts";

// Random facts for the laws of docs/method.md 11; used by tests only. Days lie around one fixed day.

export const AS_OF = dayOf("2026-10-01");

/** A day some days from AS_OF, both ends included. */
export const dayBetween = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((days) => dayText(AS_OF + days));

export const side = fc.constantFrom("council" as const, "community" as const);
const owner = fc.constantFrom("council" as const, "community" as const, "joint" as const);
const lived = fc.option(dayBetween(-700, 45), { nil: null, freq: 3 });
const planned = fc.option(dayBetween(-700, 90), { nil: null, freq: 8 });
const base = dayBetween(-700, 30);
const yes = fc.option(fc.boolean(), { nil: null });
const moves = fc.array(fc.record({ agreed: lived, due: planned }), { maxLength: 3 });
const outcome = fc.option(fc.constantFrom("used" as const, "declined with reasons" as const), { nil: null });
const answer = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null, freq: 6 });
const answers = fc.tuple(answer, answer, answer);
const just = <T extends string>(value: T) => fc.constant(value);

const plain = {
  commitment: fc.record({
    by: side,
    due: planned,
    done: lived,
    confirmed: lived,
    told: lived,
    renegotiated: moves,
    not_kept: lived,
    withdrawn: fc.option(dayBetween(-700, 45), { nil: null, freq: 1 }),
  }),
  request: fc.record({
    to: side,
    asked: base,
    target: planned,
    holding: lived,
    answered: lived,
    judged: fc.option(fc.constantFrom("straight" as const, "partly" as const, "not straight" as const), {
      nil: null,
    }),
    withdrawn: fc.option(dayBetween(-700, 45), { nil: null, freq: 1 }),
  }),
  meeting: fc.record({
    date: base,
    status: fc.constantFrom(
      "held" as const,
      "held" as const,
      "cancelled" as const,
      "planned" as const,
      "no reply" as const,
    ),
    how: fc.option(
      fc.constantFrom("in person" as const, "video" as const, "call" as const, "visit" as const),
      { nil: null },
    ),
    attended: fc.option(fc.subarray(["council" as const, "community" as const]), { nil: null }),
    cancelled_by: fc.option(side, { nil: null }),
    notice_days: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
    minutes_sent: lived,
    actions: fc.option(fc.integer({ min: 5, max: 9 }), { nil: null }),
    actions_owned: fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }),
    rebooked: lived,
  }),
  "engagement-event": fc.record({
    date: base,
    host: owner,
    other: fc.option(
      fc.constantFrom(
        "attended" as const,
        "apologies" as const,
        "absent" as const,
        "for information" as const,
      ),
      { nil: null },
    ),
    told_back: lived,
  }),
  milestone: fc.record({
    owner,
    due: planned,
    done: lived,
    acknowledged: lived,
    redated: moves,
    dropped: fc.option(dayBetween(-700, 45), { nil: null, freq: 1 }),
    withdrawn: fc.option(dayBetween(-700, 45), { nil: null, freq: 1 }),
  }),
  mou: fc.record({
    signed: fc.record({ council: lived, community: lived }),
    review_due: planned,
    reviewed: lived,
    ended: fc.option(dayBetween(-700, 45), { nil: null, freq: 1 }),
  }),
  handover: fc.record({
    side,
    notified: lived,
    effective: base,
    prepared: lived,
    accepted: lived,
    completed: lived,
  }),
  "staff-change-notified": fc.record({ by: side, effective: base, notified: lived }),
  "bad-news-given": fc.record({ by: side, decided: base, conveyed: lived }),
  "good-news-shared": fc.record({ by: side, decided: base, conveyed: lived }),
  aim: fc.record({ owner: side, stated_by: side, recorded: base, acknowledged: lived, answered: lived }),
  appointment: fc.record({ side, lead: yes, checked: lived, vacant: lived, filled: lived }),
  proposal: fc.record({ to: side, proposed: base, answered: lived }),
  "strength-named": fc.record({ of: side, on: base, answered: lived, outcome }),
  "insight-offered": fc.record({ of: side, on: base, answered: lived, outcome }),
  "procedure-barrier": fc.record({
    of: side,
    on: base,
    resolved: lived,
    outcome: fc.option(
      fc.constantFrom(
        "dropped" as const,
        "simplified" as const,
        "legal requirement" as const,
        "policy" as const,
        "habit" as const,
      ),
      { nil: null },
    ),
  }),
  disagreement: fc.record({
    by: side,
    opened: base,
    closed: lived,
    outcome: fc.option(fc.constantFrom("settled" as const, "adapted" as const, "reasoned no" as const), {
      nil: null,
    }),
  }),
  publicity: fc.record({
    by: side,
    on: base,
    credits: fc.option(fc.constantFrom("both" as const, "own" as const, "other" as const), { nil: null }),
  }),
  project: fc.record({ started: base, lead_named: lived, lead_moved: lived, lead_decision: yes }),
  "residents-lead": fc.record({ on: base, agreed: lived }),
  "councillor-steps-back": fc.record({ on: base, key_decision: yes }),
  decision: fc.record({ on: base, joint_work: yes, against_residents: yes }),
  rhythm: fc.record({
    agreed: base,
    longest_gap: fc.option(fc.integer({ min: 0, max: 200 }), { nil: null }),
  }),
  "nothing-to-report": fc.record({ date: base }),
  "check-in": fc.record({
    who: fc.constantFrom("p1", "p2", "p3", "p4", "p5", "p6"),
    side,
    date: base,
    items: fc.record({
      recognition: answers,
      trust: answers,
      dialogue: answers,
      flexibility: answers,
      ownership: answers,
    }),
  }),
};

export const FACT_TYPES = Object.keys(plain) as FactType[];

const dispute = fc.oneof(
  { weight: 5, arbitrary: fc.constant({ contested: null, settled: null }) },
  { weight: 1, arbitrary: fc.record({ contested: lived, settled: lived }) },
);

/** A fact of one type with a given id, in the form the schema reads (facts.test.ts checks that). */
export function factOf<T extends FactType>(type: T, id: fc.Arbitrary<string> = just("x")) {
  const shape = plain[type] as fc.Arbitrary<object>;
  const disputes: fc.Arbitrary<object> = type === "check-in" ? fc.constant({}) : dispute;
  return fc
    .tuple(id, shape, disputes)
    .map(([one, body, disputed]) => ({ type, id: one, ...body, ...disputed }) as unknown as FactOf<T>);
}

/** A fact of any of some types. */
export const factAmong = (types: readonly FactType[], id?: fc.Arbitrary<string>): fc.Arbitrary<Fact> =>
  fc.oneof(...types.map((type) => factOf(type, id) as fc.Arbitrary<Fact>));

/** Records of one relationship: any types, unique ids, some disputed, some days still ahead. */
export const historyOf = (
  types: readonly FactType[] = FACT_TYPES,
  size: { min?: number; max?: number } = {},
) =>
  fc
    .uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), {
      minLength: size.min ?? 0,
      maxLength: size.max ?? 24,
    })
    .chain((ids) => fc.tuple(...ids.map((id) => factAmong(types, just(`h${id}`)))))
    .map((facts): Fact[] => facts);

/** Check-ins of enough people on both sides to count, and more. */
export const panel = fc
  .tuple(
    ...[0, 1, 2, 3, 4, 5, 6].map((i) => fc.tuple(factOf("check-in", just(`panel${i}`)), dayBetween(-200, 0))),
  )
  .map((list) =>
    list.map(
      ([fact, date], i): FactOf<"check-in"> => ({
        ...fact,
        who: `panel${i}`,
        side: i % 2 === 0 ? "council" : "community",
        date,
      }),
    ),
  );
