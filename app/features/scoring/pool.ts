import type { Side } from "./facts.ts";
import type { StreamPlace } from "./method.ts";
import type { Parameters } from "./parameters.ts";
import type { Sums } from "./tally.ts";

/** A stream with something in it: its weight, its sums, its mean x of 0..1 and its credibility Z. */
export type Weighed = {
  readonly weight: number;
  readonly sums: Sums;
  readonly x: number;
  readonly Z: number;
};
/** A mean in 0..1 with its variance, its denominator D and its evidence. */
export type Pool = {
  readonly value: number;
  readonly variance: number;
  readonly D: number;
  readonly evidence: number;
};

/** Variance of a stream’s own mean, of 0..1, kept from nothing by one more item in each direction (docs/method.md 5). */
export function streamVariance({ n, S }: Sums, h: number): number {
  const smoothed = (S + 1) / (n + 2);
  return (smoothed * (1 - smoothed)) / (n + h);
}

/**
 * The credibility-weighted mean of streams and a prior, and its variance (docs/method.md 4, 5). `all` = the weights
 * of every stream there could be, with something in it or not.
 */
export function pool(
  streams: readonly Weighed[],
  all: readonly number[],
  prior: { mass: number; value: number; variance: number },
  { h, tau }: Parameters,
): Pool {
  let [evidence, sum, known, unknown] = [0, 0, 0, 0];
  for (const { weight, sums, x, Z } of streams) {
    evidence += weight * Z;
    sum += weight * Z * x;
    known += (weight * Z) ** 2 * streamVariance(sums, h);
    unknown += (weight * (1 - Z)) ** 2 - weight ** 2;
  }
  const D = prior.mass + evidence;
  const total = all.reduce((added, weight) => added + weight, 0);
  const untold = all.reduce((added, weight) => added + weight ** 2, 0) + unknown;
  const variance = (prior.mass ** 2 * prior.variance + known) / D ** 2 + (untold * tau ** 2) / total ** 2;
  return { value: (prior.mass * prior.value + sum) / D, variance, D, evidence };
}

/** The same with where it stands in the method. */
export type Filled = Weighed & { readonly place: StreamPlace };

/** The gap between how the sides see each other (docs/method.md 6): shown beside the score, never in it. */
export function perceptionGap(filled: readonly Filled[], { h, z, gap_flag }: Parameters) {
  const view = (side: Side) =>
    filled.find(({ place }) => place.rule.component === "every" && place.side === side);
  const [council, community] = [view("council"), view("community")];
  if (!council || !community) return { gap: null, gapSe: null, gapFlag: false };
  const gap = 100 * (council.x - community.x);
  const gapSe = 100 * Math.sqrt(streamVariance(council.sums, h) + streamVariance(community.sums, h));
  return { gap, gapSe, gapFlag: Math.abs(gap) >= gap_flag && Math.abs(gap) > z * gapSe };
}
