import type { Day } from "./day.ts";
import { factOn, lastLivedDayIn } from "./fact-days.ts";
import { type Component, type Fact, SIDES, type Side } from "./facts.ts";
import { createLeaveOut, type LeaveOut } from "./leave-out.ts";
import type { Method } from "./method.ts";
import { personScore } from "./rules/P.ts";
import type { Figures } from "./score.ts";
import { TREND_DAYS } from "./scorer.ts";
import type { Emit } from "./signals.ts";
import type { ScoredItem } from "./tally.ts";

/** Points below which a change is not told: it would be shown as 0.0. */
const TOLD_FROM = 0.05;

/** One record that is new or changed since, or the answers of one side to a check-in together. */
export type ChangedRecord = {
  readonly record: string | null;
  /** Whose answers, where they are a check-in's. */
  readonly voices: Side | null;
  readonly how: "new" | "changed" | "its day has passed";
  /** Points of the component that go when it is left out. */
  readonly effect: number;
};

/** A component now and some days before, and what lies between. */
export type ChangeOf = {
  readonly from: Day;
  readonly now: Figures;
  readonly before: Figures;
  /** The biggest first. */
  readonly records: readonly ChangedRecord[];
  /** New or changed records that move this component by less than is shown. */
  readonly small: number;
  /** What the component would have moved by with none of them: older records count for less. */
  readonly faded: number;
};

type Basis = { readonly emit: Emit; readonly method: Method };

/** What each record is worth in a component, to see whether more than time has gone over it. */
function worthOf(items: readonly ScoredItem[], component: Component): Map<string, ScoredItem[]> {
  const own = items.filter((item) => item.component === component && item.indicator !== "D1");
  const byRecord = new Map<string, ScoredItem[]>();
  for (const item of own) byRecord.set(item.record, [...(byRecord.get(item.record) ?? []), item]);
  return byRecord;
}

// More than faded: an item has come, gone or changed its worth, or says more than it did.
function moved(now: readonly ScoredItem[] = [], then: readonly ScoredItem[] = []): boolean {
  if (now.length !== then.length) return true;
  return now.some((item, at) => {
    const before = then[at];
    return !before || before.indicator !== item.indicator || before.s !== item.s || before.w < item.w;
  });
}

type Touched = Pick<ChangedRecord, "how" | "record" | "voices"> & { ids: ReadonlySet<string> };

function touchedRecords(
  facts: readonly Fact[],
  now: LeaveOut,
  then: LeaveOut,
  days: [Day, Day],
  of: Component,
) {
  const [from, asOf] = days;
  const worth = [worthOf(now.items, of), worthOf(then.items, of)] as const;
  return facts.flatMap((fact): Touched[] => {
    if (fact.type === "check-in") return [];
    const last = lastLivedDayIn(factOn(fact, asOf));
    const happened = last !== null && last > from;
    if (!happened && !moved(worth[0].get(fact.id), worth[1].get(fact.id))) return [];
    const isNew = lastLivedDayIn(factOn(fact, from)) === null;
    const how = !happened ? "its day has passed" : isNew ? "new" : "changed";
    return [{ how, record: fact.id, voices: null, ids: new Set([fact.id]) }];
  });
}

/** Answers to a check-in are told together or not at all: too few of them would tell of one person. */
function touchedVoices(
  facts: readonly Fact[],
  [from, asOf]: [Day, Day],
  of: Component,
  least: number,
): Touched[] {
  return SIDES.flatMap((side): Touched[] => {
    const answers = facts.filter((fact) => {
      if (fact.type !== "check-in" || fact.side !== side || personScore(fact.items[of] ?? []) === null)
        return false;
      const released = lastLivedDayIn(factOn(fact, asOf));
      return released !== null && released > from;
    });
    if (answers.length < least) return [];
    return [{ how: "new", record: null, voices: side, ids: new Set(answers.map((fact) => fact.id)) }];
  });
}

/**
 * What changed in a component over 90 days, record by record, by scoring again with each left out (docs/method.md 7). Both
 * days are replayed from the same facts; `now` saves working out the later one again.
 */
export function changesOf(
  { emit, method }: Basis,
  facts: readonly Fact[],
  asOf: Day,
  component: Component,
  now: LeaveOut = createLeaveOut(emit, method, facts, asOf),
): ChangeOf {
  const from = asOf - TREND_DAYS;
  const then = createLeaveOut(emit, method, facts, from);
  const days: [Day, Day] = [from, asOf];
  const touched = [
    ...touchedRecords(facts, now, then, days, component),
    ...touchedVoices(facts, days, component, method.parameters.min_resp),
  ];
  const levelOf = (figures: Figures) => figures.components[component].value;
  const weighed = touched.map(({ ids, ...one }): ChangedRecord => {
    return { ...one, effect: levelOf(now.figures) - levelOf(now.without(ids)) };
  });
  const told = weighed.filter(({ effect }) => Math.abs(effect) >= TOLD_FROM);
  const untouched = new Set(touched.flatMap(({ ids }) => [...ids]));
  return {
    from,
    now: now.figures,
    before: then.figures,
    records: told.toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect) || nameOf(a, b)),
    small: weighed.filter(({ effect }) => effect !== 0).length - told.length,
    faded: levelOf(now.without(untouched)) - levelOf(then.without(untouched)),
  };
}

function nameOf(a: ChangedRecord, b: ChangedRecord): number {
  return (a.record ?? "") < (b.record ?? "") ? -1 : 1;
}
