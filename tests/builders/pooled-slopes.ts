import { poolAreas } from "~/features/releases/pooling";
import type { Measured } from "~/features/releases/unit";

/** How the mean of some areas and its error move with each of their figures: τ² moves with them as well. */
export function slopes(estimates: readonly Measured[]) {
  const { mean, se, between } = poolAreas(estimates);
  const sum = (of: (one: Measured, i: number) => number) =>
    estimates.reduce((all, one, i) => all + of(one, i), 0);
  const weight = estimates.map((one) => 1 / one.se ** 2);
  const total = sum((_, i) => weight[i] ?? 0);
  const fixed = sum(({ value }, i) => value * (weight[i] ?? 0)) / total;
  const scale = total - sum((_, i) => (weight[i] ?? 0) ** 2) / total;
  const precision = estimates.map((one) => 1 / (one.se ** 2 + between ** 2));
  const all = sum((_, i) => precision[i] ?? 0);
  const spread = (of: (one: Measured, squared: number) => number) =>
    between === 0 ? 0 : sum((one, i) => of(one, (precision[i] ?? 0) ** 2));
  const meanBySpread = spread(({ value }, squared) => -squared * (value - mean)) / all;
  const errorBySpread = (spread((_, squared) => squared) * all ** -1.5) / 2;
  const bySpread = estimates.map(({ value }, i) => (2 * (weight[i] ?? 0) * (value - fixed)) / scale);
  return {
    ...{ mean, se },
    ofMean: bySpread.map((by, i) => (precision[i] ?? 0) / all + by * meanBySpread),
    ofError: bySpread.map((by) => by * errorBySpread),
  };
}
