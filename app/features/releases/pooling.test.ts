import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { binomialLimits, funnelAt } from "./funnel.ts";
import { normalBelow } from "./normal.ts";
import { chanceAbove, median, medianOfTold, poolAreas, shrink } from "./pooling.ts";

const estimates = fc.array(
  fc.record({
    value: fc.double({ min: 1, max: 99, noNaN: true }),
    se: fc.double({ min: 1, max: 20, noNaN: true }),
  }),
  { minLength: 1, maxLength: 30 },
);

describe("pooling areas", () => {
  test("equal errors, worked by hand: τ² is the variance less the error's", () => {
    const pooled = poolAreas([
      { value: 40, se: 2 },
      { value: 50, se: 2 },
      { value: 60, se: 2 },
    ]);
    // Q = 200/4 = 50; (50 − 2) / (3/4 − (3/16)/(3/4)) = 48 / 0.5 = 96 = 100 − 4.
    expect(pooled.mean).toBeCloseTo(50, 10);
    expect(pooled.between ** 2).toBeCloseTo(96, 8);
    expect(pooled.se).toBeCloseTo(Math.sqrt(100 / 3), 8);
  });

  test("unequal errors, worked by hand", () => {
    const pooled = poolAreas([
      { value: 30, se: 1 },
      { value: 50, se: 2 },
    ]);
    // weights 1, 1/4; fixed mean 34; Q = 16 + 64 = 80; scale 1.25 − 1.0625/1.25 = 0.4; τ² = 79/0.4.
    expect(pooled.between ** 2).toBeCloseTo(197.5, 8);
    expect(pooled.mean).toBeCloseTo((30 / 198.5 + 50 / 201.5) / (1 / 198.5 + 1 / 201.5), 10);
  });

  test("no more spread than their errors explain is no difference between areas; one area differs from none", () => {
    expect(
      poolAreas([
        { value: 49, se: 5 },
        { value: 51, se: 5 },
      ]).between,
    ).toBe(0);
    expect(poolAreas([{ value: 49, se: 5 }])).toEqual({ mean: 49, se: 5, between: 0 });
  });

  test("the mean lies among the figures, and a shrunk figure between its own and the mean", () => {
    fc.assert(
      fc.property(estimates, (all) => {
        const pooled = poolAreas(all);
        const values = all.map((one) => one.value);
        expect(pooled.mean).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(pooled.mean).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        for (const one of all) {
          const { value, weightOfGroup } = shrink(one, pooled);
          expect(value).toBeGreaterThanOrEqual(Math.min(one.value, pooled.mean) - 1e-9);
          expect(value).toBeLessThanOrEqual(Math.max(one.value, pooled.mean) + 1e-9);
          expect(weightOfGroup).toBeGreaterThan(0);
          expect(weightOfGroup).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test("shrinking, worked by hand: an error as large as the difference between areas goes half-way", () => {
    const shrunk = shrink({ value: 70, se: 8 }, { mean: 50, se: 2, between: 8 });
    expect(shrunk.value).toBeCloseTo(60, 10);
    expect(shrunk.se).toBeCloseTo(Math.sqrt(32 + 1), 10);
    expect(chanceAbove(60, shrunk)).toBeCloseTo(0.5, 7);
    expect(chanceAbove(60 - 1.959964 * shrunk.se, shrunk)).toBeCloseTo(0.975, 6);
  });

  test.each([
    [[3], 3],
    [[5, 1, 3], 3],
    [[4, 1, 3, 2], 2.5],
  ])("the median of %j is %d", (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});

// Worked by hand: of 20, 25, 25, 30 half lie up to the middle of those told 25; of 40 and 60 the middle is half-way over the
// gap between 42.5 and 57.5.
test.each([
  [[50], 50],
  [[20, 25, 25, 30], 25],
  [[20, 20, 20, 25], 20 - 2.5 + (2 / 3) * 5],
  [[40, 60], 50],
  [[40, 45], 42.5],
])("the median of %j, told to five points, is %d", (values, expected) => {
  expect(medianOfTold(values, 5)).toBeCloseTo(expected, 10);
});

// Published tables of the normal distribution.
test.each([
  [0, 0.5],
  [1, 0.8413447],
  [-1, 0.1586553],
  [1.644854, 0.95],
  [3.090232, 0.999],
])("the share below %d", (z, expected) => {
  expect(normalBelow(z)).toBeCloseTo(expected, 6);
});

describe("funnels", () => {
  test("limits open with the error and with the difference between areas, and stay within 0–100", () => {
    const line = funnelAt(6, { mean: 50, se: 1, between: 8 });
    expect(line.warning.lo).toBeCloseTo(50 - 19.59964, 5);
    expect(line.alarm.hi).toBeCloseTo(50 + 30.90232, 5);
    expect(funnelAt(30, { mean: 95, se: 1, between: 0 }).alarm.hi).toBe(100);
  });

  // Quantiles of the binomial distribution: B(10, 0.5) has 2 at 2.5% and 8 at 97.5%; B(20, 0.9) 15 and 20.
  test.each([
    [10, 0.5, 20, 80],
    [20, 0.9, 75, 100],
    [1, 0.5, 0, 100],
    [7, 0, 0, 0],
    [7, 1, 100, 100],
  ])("of %i promises at a share of %d", (n, share, lo, hi) => {
    const limits = binomialLimits(n, share, 0.95);
    expect(limits.lo).toBeCloseTo(lo, 9);
    expect(limits.hi).toBeCloseTo(hi, 9);
  });
});
