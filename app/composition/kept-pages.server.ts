import type { RouterContextProvider } from "react-router";
import { type Actor, type AreaActor, actorIn } from "~/features/identity/actor";
import { type AreaHead, findAreaHeads, keptView } from "./kept-views.server";
import { notFound, type Reading, read } from "./request.server";
import { visitContext } from "./visit.server";

type Context = Readonly<RouterContextProvider>;

// One a request, however many loaders ask: they share one snapshot of the database.
const heads = new WeakMap<object, Map<string, AreaHead>>();

async function headOf(context: Context, actor: AreaActor, { tx }: Reading): Promise<AreaHead> {
  const visit = context.get(visitContext) ?? notFound();
  const known = heads.get(visit) ?? new Map<string, AreaHead>();
  heads.set(visit, known);
  const [head = notFound()] = known.has(actor.areaId)
    ? [known.get(actor.areaId)]
    : await findAreaHeads(tx, [actor.areaId]);
  known.set(actor.areaId, head);
  return head;
}

/** The head of one area: 404 for whoever does not stand there. */
export function readHead(context: Context, areaSlug: string): Promise<AreaHead> {
  return read(context, (actor, reading) => headOf(context, actorIn(actor, areaSlug) ?? notFound(), reading));
}

/** Runs a page's reads within one area, or gives what they gave this reader before, where nothing has changed since. */
export function readKept<T>(
  context: Context,
  areaSlug: string,
  page: readonly unknown[],
  make: (actor: AreaActor, reading: Reading, head: AreaHead) => Promise<T>,
): Promise<T> {
  return read(context, async (all, reading) => {
    const actor = actorIn(all, areaSlug) ?? notFound();
    const head = await headOf(context, actor, reading);
    return keptView([all, reading.today, head, page], () => make(actor, reading, head));
  });
}

/** The same for a part of a page that shows every area its reader stands in, by the areas' names. */
export async function keptForEach<T>(
  all: Actor,
  { tx, today }: Reading,
  page: string,
  make: (actor: AreaActor, head: AreaHead) => Promise<T>,
): Promise<T[]> {
  const views: T[] = [];
  for (const head of await findAreaHeads(
    tx,
    all.stands.map(({ areaId }) => areaId),
  )) {
    const actor = actorIn(all, head.slug);
    if (actor) views.push(await keptView([all, today, head, page], () => make(actor, head)));
  }
  return views;
}
