/** Counts of areas are told to the nearest 5 (scoring.md 13). */
export const COUNT_GRAIN = 5;
/** Means of a cell are told to the nearest 2 points: see the attack that this was chosen by. */
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
