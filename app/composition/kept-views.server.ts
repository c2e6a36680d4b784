import type { Tx } from "~/platform/db.server";

const MOST = 500;
/** However little has changed: what changed a page without saying so is not shown for longer than this. */
const KEPT_MS = 10 * 60_000;
/** What belongs to several areas: people, posts, organisations, accounts (migration page_changes). */
const EVERYWHERE = "00000000-0000-0000-0000-000000000000";

const kept = new Map<string, { view: unknown; until: number }>();

/** An area as its pages begin, and when anything they are made of last changed. */
export type AreaHead = { id: string; slug: string; name: string; changed: string };

/** The heads of some areas by their ids, by name, in one statement; those this principal does not see are left out. */
export function findAreaHeads(tx: Tx, areaIds: readonly string[]): Promise<AreaHead[]> {
  return tx.$queryRaw<AreaHead[]>`
    SELECT a.id, a.slug, a.name,
      concat((SELECT changed_in FROM page_change WHERE scope = a.id), ' ',
        (SELECT changed_in FROM page_change WHERE scope = ${EVERYWHERE}::uuid)) AS changed
    FROM area a WHERE a.id = ANY (${[...areaIds]}::uuid[]) ORDER BY a.name, a.id`;
}

/**
 * A view made again only when something it could be made of has changed. `key` holds everything else it depends on: who
 * reads, everywhere they stand, the day, the page and its question, and `changed` of its area's head, read in the same
 * transaction. So it is what would be made now, for this reader alone.
 */
export async function keptView<T>(key: readonly unknown[], make: () => Promise<T>): Promise<T> {
  const text = JSON.stringify(key);
  const known = kept.get(text);
  kept.delete(text);
  if (known && known.until > performance.now()) {
    kept.set(text, known);
    return known.view as T;
  }
  const view = await make();
  kept.set(text, { view, until: performance.now() + KEPT_MS });
  // The one not asked for the longest is the first.
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST) break;
    kept.delete(oldest);
  }
  return view;
}
