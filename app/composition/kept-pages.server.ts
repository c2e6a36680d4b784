import type { RouterContextProvider } from "react-router";
import { type Actor, type AreaActor, actorIn, toActor } from "~/features/identity/actor";
import type { Day } from "~/platform/calendar/day";
import { holidaysVersion } from "~/platform/calendar/known-holidays.server";
import { todayBy } from "~/platform/clock";
import type { LookRow } from "~/platform/db.server";
import { findKept, keepView } from "./kept-views.server";
import { notFound, type Reading } from "./request.server";
import { type Visit, visitContext } from "./visit.server";

type Context = Readonly<RouterContextProvider>;

/** An area as its pages begin, and when anything they are made of last changed. */
export type AreaHead = { slug: string; name: string; changed: string };

/** A request's user, everywhere they stand, and how those areas begin; by the areas' names. */
type Standing = { all: Actor; heads: AreaHead[] };

function toStanding({ user }: Visit, rows: readonly LookRow[]): Standing {
  const heads = new Map<string, AreaHead>();
  for (const { area_slug: slug, area_name: name, changed } of rows)
    if (slug !== null && name !== null && changed !== null) heads.set(slug, { slug, name, changed });
  const byName = (a: AreaHead, b: AreaHead) =>
    a.name.localeCompare(b.name, "en-GB") || (a.slug < b.slug ? -1 : 1);
  return { all: toActor(user, rows), heads: [...heads.values()].sort(byName) };
}

function visitOf(context: Context): Visit {
  return context.get(visitContext) ?? notFound();
}

function headOf({ heads }: Standing, areaSlug: string): AreaHead {
  return heads.find(({ slug }) => slug === areaSlug) ?? notFound();
}

/** The head of one area: 404 for whoever does not stand there. */
export async function readHead(context: Context, areaSlug: string): Promise<AreaHead> {
  const visit = visitOf(context);
  return headOf(toStanding(visit, await visit.scope.look()), areaSlug);
}

type Make<T> = (actor: AreaActor, reading: Reading, head: AreaHead) => Promise<T>;

const keyOf = (
  { all }: Standing,
  at: { today: Day; holidays: number },
  head: AreaHead,
  page: readonly unknown[],
) => JSON.stringify([all, at, head, page]);

/** Runs a page's reads within one area, or gives what they gave this reader before, where nothing has changed since. */
export async function readKept<T>(
  context: Context,
  areaSlug: string,
  page: readonly unknown[],
  make: Make<T>,
): Promise<T> {
  const [view] = await readEach(context, page, make, (heads) => [
    heads.find(({ slug }) => slug === areaSlug) ?? notFound(),
  ]);
  return view ?? notFound();
}

/** The same for a page that shows every area its reader stands in, by the areas' names. */
export function readKeptOfAll<T>(context: Context, page: readonly unknown[], make: Make<T>): Promise<T[]> {
  return readEach(context, page, make, (heads) => heads);
}

async function readEach<T>(
  context: Context,
  page: readonly unknown[],
  make: Make<T>,
  wanted: (heads: AreaHead[]) => AreaHead[],
): Promise<T[]> {
  const visit = visitOf(context);
  // Before anything is read: what is made with later holidays than these is not asked for again.
  const at = { today: todayBy(visit.clock), holidays: holidaysVersion() };
  const seen = toStanding(visit, await visit.scope.look());
  const known = wanted(seen.heads).map((head) => findKept(keyOf(seen, at, head, page)));
  if (known.every((one) => one !== undefined)) {
    visit.isKept = true;
    return known.map(({ view }) => view as T);
  }
  // Made, and kept, by what the transaction that makes it sees.
  return visit.scope.run(async (tx, stands) => {
    const reading = { tx, today: at.today, now: visit.clock.now() };
    const standing = toStanding(visit, stands);
    const views: T[] = [];
    for (const head of wanted(standing.heads)) {
      const key = keyOf(standing, at, head, page);
      const found = findKept(key);
      const actor = actorIn(standing.all, head.slug) ?? notFound();
      const view = found ? (found.view as T) : await make(actor, reading, head);
      if (!found) keepView(key, view);
      views.push(view);
    }
    return views;
  });
}
