/** A number from 0 up to, not including, 2³² that a text always gives, and no other text does on purpose (FNV-1a, mixed). */
export function digest(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mix(hash);
}

function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The digests of several things as one, whatever their order. */
export function together(digests: Iterable<number>): number {
  let sum = 0;
  for (const one of digests) sum = (sum + one) >>> 0;
  return sum;
}

/** How often a count that is a multiple already is told as the one below, and as the one above. */
const ASTRAY = 0.1;

/**
 * A count as a multiple of the grain: the one below or the one above by lot, the nearer the likelier. One that is a multiple
 * itself goes astray now and then, so that what is told is up to a whole grain off, both ways, whatever the count. `drawn`
 * decides the lot: the same things give the same count each time they are told.
 */
export function byLot(count: number, grain: number, drawn: number): number {
  const below = Math.floor(count / grain) * grain;
  const lot = mix(drawn) / 2 ** 32;
  if (count > below) return lot < (count - below) / grain ? below + grain : below;
  if (lot < ASTRAY) return Math.max(0, count - grain);
  return lot < 2 * ASTRAY && count > 0 ? count + grain : count;
}
