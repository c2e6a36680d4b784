import type { Parameters } from "./parameters.ts";

/** A value and its standard error, both in points. */
export type Estimate = { readonly value: number; readonly se: number };
export type Range = { readonly lo: number; readonly hi: number };

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Mean-Min Function (docs/method.md 4, 5): the mean, less a penalty that grows as the lowest falls behind; with the
 * error carried through by its gradient. Values 0–100, at least one; the result lies between lowest and mean.
 */
export function meanMin(estimates: readonly Estimate[], parameters: Parameters): Estimate {
  const { alpha, beta, rho } = parameters;
  const values = estimates.map((one) => one.value);
  const lowest = Math.min(...values);
  const u = mean(values) - lowest;
  const root = Math.sqrt(u ** 2 + beta ** 2);
  const f = (alpha * u) / root;
  const at = values.indexOf(lowest);
  const spread = estimates.map((one, i) => ((1 - f) / values.length + (i === at ? f : 0)) * one.se);
  const apart = spread.reduce((sum, one) => sum + one ** 2, 0);
  const together = spread.reduce((sum, one) => sum + one, 0) ** 2;
  return {
    value: mean(values) - alpha * (root - beta),
    se: Math.sqrt((1 - rho) * apart + rho * together),
  };
}

/** The likely range (docs/method.md 5): symmetric on the log-odds scale, so it stays within 0–100. Value in 0..100, open. */
export function likelyRange({ value, se }: Estimate, z: number): Range {
  const v = value / 100;
  const odds = Math.log(v / (1 - v));
  const reach = (z * (se / 100)) / (v * (1 - v));
  const back = (x: number) => 100 / (1 + Math.exp(-x));
  return { lo: back(odds - reach), hi: back(odds + reach) };
}
