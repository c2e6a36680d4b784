const MOST = 500;
/**
 * However little has changed: what changed a page without saying so is not shown for longer than twice this, once as
 * a view and once as the document made of it.
 */
export const KEPT_MS = 5 * 60_000;
const kept = new Map<string, { view: unknown; until: number }>();

/**
 * Keeps a view until something it could be made of changes. `key` holds everything else it depends on: who reads,
 * everywhere they stand, the day, the page and its question, and when the area's pages last changed, all read in the
 * transaction that made it. So what is found is what would be made now, for this reader alone.
 */
export function keepView(key: string, view: unknown): void {
  kept.set(key, { view, until: performance.now() + KEPT_MS });
  // The one not asked for the longest is the first.
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST) break;
    kept.delete(oldest);
  }
}

/** A view that was kept under this key, or undefined. */
export function findKept(key: string): { view: unknown } | undefined {
  const known = kept.get(key);
  kept.delete(key);
  if (!known || known.until < performance.now()) return undefined;
  kept.set(key, known);
  return known;
}
