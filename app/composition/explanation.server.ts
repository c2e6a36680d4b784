import type { AreaActor } from "~/features/identity/actor";
import { type ChangedRecord, changesOf } from "~/features/scoring/changes";
import { dayOf as scoringDay } from "~/features/scoring/day";
import type { Component } from "~/features/scoring/facts";
import { createLeaveOut, type LeaveOut } from "~/features/scoring/leave-out";
import { sayings } from "~/features/scoring/says/sayings";
import type { Stream } from "~/features/scoring/score";
import { type ToldItem, toldKey, toldStreams } from "~/features/scoring/told";
import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { emit } from "./emitters";
import { namesIn } from "./health.server";
import type { Grounds } from "./health-grounds.server";
import { type RecordTitle, titlesOf } from "./record-titles.server";
import { sourceOf } from "./score-store.server";

/** Records shown under one indicator and side, and under what changed; the rest are counted. */
const SHOWN = 20;
const CHANGES = 10;

/** One record behind a figure: what it is worth, how much it says, and what the figure would be without it. */
export type RecordView = {
  id: string;
  title: string;
  href: string | null;
  on: Day | null;
  s: number;
  w: number;
  disputed: boolean;
  /** Points of the component that go when the record goes; exact. */
  effect: number;
};

/** One indicator's stream: what it says, how it stands, and its records. */
export type StreamView = {
  indicator: string;
  name: string;
  shows: string;
  /** In a sentence, with counts; made of the very items the figure is. */
  says: string;
  side: Stream["side"];
  x: number;
  n: number;
  Z: number;
  weight: number;
  items: number;
  /** Points by which it lifts or lowers each direction it is in (docs/method.md 7). */
  lifts: { council: number | null; community: number | null };
  /** Empty for a check-in: people are counted, and never told apart. */
  records: RecordView[];
  more: number;
};

/** One record, or the answers to a check-in together, that moved the component over 90 days. */
export type ChangeView = {
  title: string;
  href: string | null;
  how: "new" | "changed" | "its day has passed";
  effect: number;
};

/** A component opened down to its records, with what each is worth: everything the figure is made of. */
export async function explain(tx: Tx, actor: AreaActor, grounds: Grounds, component: Component) {
  const { facts, method, on } = grounds;
  const day = scoringDay(on);
  const now = createLeaveOut(emit, method, facts, day);
  const change = changesOf({ emit, method }, facts, day, component, now);
  const told = toldStreams(now.index, method, day);
  const streams = now.figures.components[component].streams.map((stream) => {
    return { stream, items: told.get(toldKey(component, stream.indicator, stream.side)) ?? [] };
  });
  const changes = change.records.slice(0, CHANGES);
  const shown = streams.flatMap(({ stream, items }) => (hasRecords(stream) ? items.slice(0, SHOWN) : []));
  const ids = [...shown, ...changes].flatMap(({ record }) => (record === null ? [] : [sourceOf(record)]));
  const titles = await titlesOf(tx, actor, [...new Set(ids)]);
  const telling = { now, titles, effectOf: effects(now, component), grounds };
  return {
    figures: now.figures,
    streams: streams.map(({ stream, items }) => streamView(stream, items, telling)),
    change: {
      was: change.before.components[component],
      faded: change.faded,
      records: changes.map((one) => changeView(one, telling)),
      more: change.small + change.records.length - changes.length,
    },
  };
}

type Telling = {
  now: LeaveOut;
  titles: ReadonlyMap<string, RecordTitle>;
  effectOf: (id: string) => number;
  grounds: Grounds;
};

function streamView(
  stream: Stream,
  items: readonly ToldItem[],
  { now, titles, effectOf, grounds: { method, chosen, on } }: Telling,
): StreamView {
  const { indicator, side, x, n, Z, weight, contributions: lifts } = stream;
  const { name, shows } = method.rules.find((one) => one.id === indicator) ?? { name: indicator, shows: "" };
  const { parameters } = method;
  const context = { names: namesIn(chosen), signals: now.index, asOf: scoringDay(on), parameters };
  const says = sayings[indicator]?.({ ...context, side, items }) ?? "";
  const known = hasRecords(stream) ? items : [];
  return {
    ...{ indicator, name, shows, says, side, x, n, Z, weight, lifts },
    items: items.length,
    records: known.slice(0, SHOWN).map((item) => recordView(item, titles, effectOf)),
    more: Math.max(0, known.length - SHOWN),
  };
}

function changeView(
  { record, voices, how, effect }: ChangedRecord,
  { titles, grounds }: Telling,
): ChangeView {
  if (voices !== null) {
    const whose = namesIn(grounds.chosen)[voices];
    return { title: `What ${whose} answered in the check-in`, href: null, how, effect };
  }
  const known = record === null ? undefined : titles.get(sourceOf(record));
  return { title: known?.title ?? UNSHOWN, href: known?.href ?? null, how, effect };
}

const UNSHOWN = "A record that is no longer shown";

// A check-in's items are people: no list of them, no effect of one, no day.
const hasRecords = ({ indicator }: Stream) => indicator !== "P";

/** Points of a component that go with a record: worked out once for each. */
function effects({ figures, without }: LeaveOut, component: Component) {
  const known = new Map<string, number>();
  return (id: string): number => {
    const found =
      known.get(id) ??
      figures.components[component].value - without(new Set([id])).components[component].value;
    known.set(id, found);
    return found;
  };
}

function recordView(
  { record, s, w, disputed }: ToldItem,
  titles: ReadonlyMap<string, RecordTitle>,
  effectOf: (id: string) => number,
): RecordView {
  const known = titles.get(sourceOf(record));
  const { title, href, on } = known ?? { title: UNSHOWN, href: null, on: null };
  return { id: record, title, href, on, s, w, disputed, effect: effectOf(record) };
}
