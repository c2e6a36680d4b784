import type { Day } from "./day.ts";
import { COMPONENTS, type Component } from "./facts.ts";
import { type Method, streamKey, streamsOf } from "./method.ts";
import { type Item, type Rule, weightOn } from "./rule.ts";
import { byRecord, type SignalIndex } from "./signal-index.ts";
import type { Stands } from "./signals.ts";

/** An item as scored on a day: s of 0..1, w its weight with ageing and dispute. */
export type ScoredItem = {
  readonly record: string;
  readonly indicator: string;
  readonly component: Component;
  readonly side: Stands;
  readonly s: number;
  readonly w: number;
  readonly disputed: boolean;
};

/** A stream's sums: number of items, n = Σw, S = Σsw. */
export type Sums = { items: number; n: number; S: number };

/** What a score is worked out from, and nothing else. */
export type Tally = {
  readonly streams: Map<string, Sums>;
  /** Number of (indicator, record) pairs in each component. */
  readonly pairs: Record<Component, number>;
  /** The last day on which anything in any record happened. */
  readonly latest: Day | null;
};

/** An item that has not been weighed. */
export type RuledItem = { readonly rule: Rule; readonly component: Component; readonly item: Item };

/** The items of some rules in id order; an item of a disputed record at half its size (docs/method.md 2). */
export function ruledItems(
  signals: SignalIndex,
  method: Method,
  asOf: Day,
  wanted: (rule: Rule) => boolean = () => true,
): RuledItem[] {
  const { parameters } = method;
  return method.rules.filter(wanted).flatMap((rule) =>
    rule
      .items(signals, { asOf, parameters })
      .sort(byRecord)
      .flatMap((plain): RuledItem[] => {
        const half = signals.disputed.has(plain.record);
        const item = half ? { ...plain, size: plain.size * parameters.half_weight } : plain;
        const component = rule.component === "every" ? item.component : rule.component;
        return component === undefined ? [] : [{ rule, component, item }];
      }),
  );
}

/** Items weighed on a day; those that weigh nothing are not items. */
export function weigh(
  ruled: readonly RuledItem[],
  signals: SignalIndex,
  method: Method,
  asOf: Day,
): ScoredItem[] {
  return ruled.flatMap(({ rule, component, item }) => {
    const w = weightOn(item, method.parameters.half_lives[rule.halfLife], asOf);
    const { record, side, s } = item;
    const disputed = signals.disputed.has(record);
    return w > 0 ? [{ record, indicator: rule.id, component, side, s, w, disputed }] : [];
  });
}

/** An empty tally. */
export function emptyTally(latest: Day | null): Tally {
  return {
    streams: new Map(),
    pairs: { recognition: 0, trust: 0, dialogue: 0, flexibility: 0, ownership: 0 },
    latest,
  };
}

/** Adds items to a tally, in their order, `sign` −1 to take them out; pairs are counted within these items. */
export function addItems(tally: Tally, items: readonly ScoredItem[], sign: 1 | -1 = 1): void {
  const pairs = new Set<string>();
  for (const item of items) {
    const key = streamKey(item.component, item.indicator, item.side);
    const sums = tally.streams.get(key) ?? { items: 0, n: 0, S: 0 };
    sums.items += sign;
    sums.n += sign * item.w;
    sums.S += sign * item.s * item.w;
    tally.streams.set(key, sums);
    const pair = JSON.stringify([item.component, item.indicator, item.record]);
    if (!pairs.has(pair)) tally.pairs[item.component] += sign;
    pairs.add(pair);
  }
}

/** The streams of a method that hold an item, with their sums, in the order shown. */
export function filledStreams(tally: Tally, method: Method) {
  return streamsOf(method).flatMap((place) => {
    const sums = tally.streams.get(place.key);
    return sums && sums.items > 0 && sums.n > 0 ? [{ place, sums }] : [];
  });
}

/** The last lived day of some signals; null where there are none. */
export function latestDay(signals: SignalIndex): Day | null {
  return signals.recorded.reduce<Day | null>(
    (last, one) => (last !== null && last > one.on ? last : one.on),
    null,
  );
}

/** A record per component. */
export function perComponent<T>(make: (component: Component) => T): Record<Component, T> {
  return Object.fromEntries(COMPONENTS.map((one) => [one, make(one)])) as Record<Component, T>;
}
