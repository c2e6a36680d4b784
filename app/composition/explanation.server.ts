import type { AreaActor } from "~/features/identity/actor";
import type { RecordKind } from "~/features/records/record";
import { visibleTo } from "~/features/records/record.queries.server";
import { dayOf as scoringDay } from "~/features/scoring/day";
import type { Component, Fact } from "~/features/scoring/facts";
import type { Method } from "~/features/scoring/method";
import type { Score, Stream } from "~/features/scoring/score";
import { createScorer } from "~/features/scoring/scorer";
import type { ScoredItem } from "~/features/scoring/tally";
import type { Day } from "~/platform/calendar/day";
import { dateToDay } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { emit } from "./emitters";
import { recordHref } from "./record-href";
import { sourceOf } from "./score-store.server";

/** Records shown under one indicator and side; the rest are counted. */
const SHOWN = 20;

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

/** One indicator's stream: how it stands, and its records. */
export type StreamView = {
  indicator: string;
  name: string;
  shows: string;
  side: Stream["side"];
  x: number;
  n: number;
  Z: number;
  weight: number;
  items: number;
  records: RecordView[];
  more: number;
};

type Asked = { component: Component; method: Method; on: Day };

/** A component opened down to its records, with what each is worth: everything the figure is made of. */
export async function explain(
  tx: Tx,
  actor: AreaActor,
  facts: readonly Fact[],
  { component, method, on }: Asked,
) {
  const scorer = createScorer(emit, method);
  const day = scoringDay(on);
  const score = scorer.score(facts, day);
  const ids = new Set(
    score.items.filter((item) => item.component === component).map((item) => sourceOf(item.record)),
  );
  const titles = await findTitles(tx, actor, [...ids]);
  const figureOf = (one: Score) => one.components[component].value;
  // Exact: what the component is, less what it would be without the record.
  const effectOf = (id: string) => {
    const others = facts.filter((fact) => fact.id !== id);
    return figureOf(score) - figureOf(scorer.score(others, day));
  };
  const streams = score.components[component].streams.map((stream): StreamView => {
    const items = itemsOf(score, stream);
    const records = items.slice(0, SHOWN).map((item) => recordView(item, titles, effectOf));
    return { ...streamFigures(stream, method), records, more: Math.max(0, items.length - SHOWN) };
  });
  return { score, streams };
}

function recordView(
  { record, s, w, disputed }: ScoredItem,
  titles: Awaited<ReturnType<typeof findTitles>>,
  effectOf: (id: string) => number,
): RecordView {
  const known = titles.get(sourceOf(record));
  return {
    id: record,
    title: known?.title ?? "A record that is no longer shown",
    href: known?.href ?? null,
    on: known?.on ?? null,
    s,
    w,
    disputed,
    effect: effectOf(record),
  };
}

function streamFigures(stream: Stream, method: Method): Omit<StreamView, "records" | "more"> {
  const { indicator, side, x, n, Z, weight, items } = stream;
  const rule = method.rules.find((one) => one.id === indicator);
  const [name, shows] = [rule?.name ?? indicator, rule?.shows ?? ""];
  return { indicator, name, shows, side, x, n, Z, weight, items };
}

/** A stream's items, those that say most first. */
function itemsOf(score: Score, stream: Stream) {
  return score.items
    .filter(
      (item) =>
        item.indicator === stream.indicator &&
        item.side === stream.side &&
        item.component === stream.component,
    )
    .toSorted((a, b) => b.w - a.w || (a.record < b.record ? -1 : 1));
}

async function findTitles(tx: Tx, actor: AreaActor, ids: string[]) {
  const records = await tx.record.findMany({
    where: { AND: [{ id: { in: ids } }, visibleTo(actor)] },
    select: { id: true, kind: true, title: true, occurredOn: true },
  });
  const posts = await tx.appointment.findMany({
    where: { id: { in: ids } },
    select: { id: true, checkedOn: true, person: { select: { id: true, name: true } } },
  });
  const found = new Map<string, { title: string; href: string; on: Day | null }>();
  for (const { id, kind, title, occurredOn } of records) {
    found.set(id, {
      title,
      href: recordHref(kind as RecordKind, actor.areaSlug, id),
      on: dateToDay(occurredOn),
    });
  }
  for (const { id, checkedOn, person } of posts) {
    const href = `/areas/${actor.areaSlug}/people/${person.id}`;
    found.set(id, { title: `Named lead: ${person.name}`, href, on: checkedOn && dateToDay(checkedOn) });
  }
  return found;
}
