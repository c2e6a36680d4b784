/** Counts of areas are told to the nearest 5 (docs/method.md 13). */
export const COUNT_GRAIN = 5;
/** Means of a cell are told to the nearest 2 points, or coarser: see the attack that this was chosen by. */
export const MEAN_GRAIN = 2;
/** An area's own figure, inside a study, is told to the nearest 5 points. */
export const ROW_GRAIN = 5;

/** The nearest multiple of the grain; halves go up. */
export function toNearest(value: number, grain: number): number {
  return Math.floor(value / grain + 0.5) * grain;
}

/** A range made no narrower: its ends go outwards to the grain, and stay within 0–100. */
export function outwards(lo: number, hi: number, grain: number): { lo: number; hi: number } {
  return {
    lo: Math.max(0, Math.floor(lo / grain) * grain),
    hi: Math.min(100, Math.ceil(hi / grain) * grain),
  };
}

/** In a cell of fewer areas than this each weighs so much in the mean that it is told twice as coarsely. */
export const FEW_AREAS = 10;

/** To how many points the mean of a cell is told: to four where there are few areas, so that none of them stands out. */
export function meanGrain(areas: number): number {
  return areas < FEW_AREAS ? 2 * MEAN_GRAIN : MEAN_GRAIN;
}

/** A mean with how far its likely range reaches on either side. */
export type Reaching = { readonly mean: number; readonly reach: number };

/**
 * A mean as a release tells it, and its range: as far below the told mean as above, widened until it holds the exact range
 * wherever the mean was rounded from. So the ends say nothing of the mean that the told mean does not: ends rounded by
 * themselves would be the same figure told three times (attack.test.ts).
 */
export function toldMean({ mean, reach }: Reaching, areas: number): Reaching {
  const grain = meanGrain(areas);
  return { mean: toNearest(mean, grain), reach: Math.ceil((reach + grain / 2) / grain) * grain };
}

/** A told mean with the ends of its range, kept within what a figure can be. */
export function withEnds({ mean, reach }: Reaching, least: number, most: number) {
  return { mean, lo: Math.max(least, mean - reach), hi: Math.min(most, mean + reach) };
}
