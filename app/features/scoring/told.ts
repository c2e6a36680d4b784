import type { Day } from "./day.ts";
import type { Method } from "./method.ts";
import type { Parameters } from "./parameters.ts";
import { weightOn } from "./rule.ts";
import type { SignalIndex } from "./signal-index.ts";
import type { Stands } from "./signals.ts";
import { type RuledItem, ruledItems } from "./tally.ts";

// What an indicator's words are made from: the very items its figure is made from, with the days that tell them.

/** An item as it is told. `on`: the day it happened; of an open one, the day it was to be done by. */
export type ToldItem = {
  readonly record: string;
  readonly s: number;
  readonly w: number;
  readonly disputed: boolean;
  readonly open: boolean;
  readonly on: Day;
};

/** Whose conduct a sentence is about: a side by its name, and the other by its. */
export type Names = { readonly council: string; readonly community: string };

/** One stream as it is told: its items, those that say most first, and what else was known on the day. */
export type Told = {
  readonly side: Stands;
  readonly names: Names;
  readonly items: readonly ToldItem[];
  readonly signals: SignalIndex;
  readonly asOf: Day;
  readonly parameters: Parameters;
};

/** An indicator's sentence about one side. Pure; only for a stream with an item in it. */
export type Says = (told: Told) => string;

function toldItem({ item, rule }: RuledItem, signals: SignalIndex, method: Method, asOf: Day): ToldItem[] {
  const { record, s, fadesFrom, grows } = item;
  const w = weightOn(item, method.parameters.half_lives[rule.halfLife], asOf);
  if (w <= 0) return [];
  const on = fadesFrom ?? grows?.from ?? asOf;
  return [{ record, s, w, on, open: fadesFrom === null, disputed: signals.disputed.has(record) }];
}

/** The items of every stream, by indicator, side and component, those that say most first. */
export function toldStreams(signals: SignalIndex, method: Method, asOf: Day) {
  const streams = new Map<string, ToldItem[]>();
  for (const ruled of ruledItems(signals, method, asOf)) {
    const key = toldKey(ruled.component, ruled.rule.id, ruled.item.side);
    const items = streams.get(key) ?? [];
    items.push(...toldItem(ruled, signals, method, asOf));
    streams.set(key, items);
  }
  for (const items of streams.values())
    items.sort((a, b) => b.w - a.w || (a.record < b.record ? -1 : a.record > b.record ? 1 : 0));
  return streams;
}

/** What names a stream among those told. */
export function toldKey(component: string, indicator: string, side: Stands): string {
  return `${component}/${indicator}/${side}`;
}
