import type { Day } from "./day.ts";
import type { Fact } from "./facts.ts";
import { type Method, streamKey } from "./method.ts";
import type { Rule } from "./rule.ts";
import { type Figures, figures } from "./score.ts";
import { byRecord, SignalIndex } from "./signal-index.ts";
import type { Emit, Signal } from "./signals.ts";
import {
  addItems,
  emptyTally,
  latestDay,
  perComponent,
  ruledItems,
  type ScoredItem,
  type Tally,
  weigh,
} from "./tally.ts";

/** What indicators that depend on several records read; the others' items follow from one record alone. */
const SHARED_KINDS = new Set(["contact", "recorded", "rhythm", "agreement", "voice"]);
const ofArea = (rule: Rule): boolean => rule.scope === "area";
const ofRecord = (rule: Rule): boolean => rule.scope === "record";

function listBy<T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, T[]> {
  const lists = new Map<string, T[]>();
  for (const one of list) {
    const known = lists.get(keyOf(one));
    if (known) known.push(one);
    else lists.set(keyOf(one), [one]);
  }
  return lists;
}

function tallyOf(items: readonly ScoredItem[], latest: Day | null): Tally {
  const tally = emptyTally(latest);
  addItems(tally, items);
  return tally;
}

// Two tallies of different streams as one.
function joined(a: Tally, b: Tally): Tally {
  const pairs = perComponent((one) => a.pairs[one] + b.pairs[one]);
  return { streams: new Map([...a.streams, ...b.streams]), pairs, latest: b.latest };
}

const keyOf = ({ component, indicator, side }: ScoredItem) => streamKey(component, indicator, side);

/** The tally of items that follow from one record alone, less those of some records: only their streams are summed anew. */
function createSubtraction(items: readonly ScoredItem[], all: Tally) {
  const [streams, records] = [listBy(items, keyOf), listBy(items, ({ record }) => record)];
  return (gone: ReadonlySet<string>): Tally => {
    const lost = [...gone].flatMap((id) => records.get(id) ?? []);
    const sums = new Map(all.streams);
    for (const key of new Set(lost.map(keyOf))) {
      const kept = (streams.get(key) ?? []).filter(({ record }) => !gone.has(record));
      const found = tallyOf(kept, null).streams.get(key);
      if (found) sums.set(key, found);
      else sums.delete(key);
    }
    const { pairs } = tallyOf(lost, null);
    return { ...all, streams: sums, pairs: perComponent((one) => all.pairs[one] - pairs[one]) };
  };
}

/** Whether what depends on several records can be another without this one: the last day, contact, or one of few. */
function decisive(shared: readonly Signal[]): (record: string) => boolean {
  const last = (kind: "contact" | "recorded") =>
    shared.reduce((day, one) => (one.kind === kind && one.on > day ? one.on : day), Number.NEGATIVE_INFINITY);
  const [contact, recorded] = [last("contact"), last("recorded")];
  const deciding = shared.filter((one) => {
    if (one.kind === "contact") return one.on === contact;
    return one.kind !== "recorded" || one.on === recorded;
  });
  const records = new Set(deciding.map(({ record }) => record));
  return (record) => records.has(record);
}

/**
 * The figures of a day with some records left out, to the last bit those of scoring without them. What follows from
 * one record alone is worked out once for all of them, so that a page can ask it of many.
 */
export function createLeaveOut(emit: Emit, method: Method, facts: readonly Fact[], asOf: Day) {
  const signals = facts.flatMap((fact) => emit(fact, asOf)).toSorted(byRecord);
  const index = new SignalIndex(signals);
  const shared = signals.filter((one) => SHARED_KINDS.has(one.kind));
  const itemsBy = (from: SignalIndex, wanted: (rule: Rule) => boolean) =>
    weigh(ruledItems(from, method, asOf, wanted), from, method, asOf);
  const [alone, together] = [itemsBy(index, ofRecord), itemsBy(index, ofArea)];
  const [ofAlone, ofTogether] = [tallyOf(alone, null), tallyOf(together, latestDay(index))];
  const subtracted = createSubtraction(alone, ofAlone);
  const decides = decisive(shared);

  const without = (gone: ReadonlySet<string>): Figures => {
    if (![...gone].some(decides)) return figures(joined(subtracted(gone), ofTogether), method, asOf);
    const kept = new SignalIndex(shared.filter((one) => !gone.has(one.record)));
    const rest = tallyOf(itemsBy(kept, ofArea), latestDay(kept));
    return figures(joined(subtracted(gone), rest), method, asOf);
  };
  return {
    index,
    items: [...alone, ...together],
    figures: figures(joined(ofAlone, ofTogether), method, asOf),
    without,
  };
}

export type LeaveOut = ReturnType<typeof createLeaveOut>;
