/** Chance that says the same again for the same seed (mulberry32). */
export type Chance = {
  /** 0 up to, not including, 1. */
  next: () => number;
  /** A whole number of 0 up to, not including, `below`. */
  below: (below: number) => number;
  /** Around 0, two thirds of the time less than 1 from it. */
  normal: () => number;
};

/** A source of chance. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    below: (below) => Math.floor(next() * below),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}
