import { normalBelow } from "./normal.ts";
import type { Measured } from "./unit.ts";

/** What a group of areas says together: its mean, that mean's error, and how far areas truly differ (τ), in points. */
export type Pooled = { readonly mean: number; readonly se: number; readonly between: number };

/**
 * Random effects (DerSimonian and Laird 1986): the variance between areas is what is left of their spread once each
 * area's own error is taken off, none at the least; the mean weighs each by 1/(SE² + τ²). At least one estimate.
 */
export function poolAreas(estimates: readonly Measured[]): Pooled {
  const between = betweenVariance(estimates);
  const precisions = estimates.map(({ se }) => 1 / (se ** 2 + between));
  const total = sum(precisions);
  const mean = sum(estimates.map(({ value }, i) => value * (precisions[i] ?? 0))) / total;
  return { mean, se: Math.sqrt(1 / total), between: Math.sqrt(between) };
}

function betweenVariance(estimates: readonly Measured[]): number {
  const weights = estimates.map(({ se }) => 1 / se ** 2);
  const total = sum(weights);
  const fixed = sum(estimates.map(({ value }, i) => value * (weights[i] ?? 0))) / total;
  const q = sum(estimates.map(({ value }, i) => (weights[i] ?? 0) * (value - fixed) ** 2));
  const scale = total - sum(weights.map((w) => w ** 2)) / total;
  return scale > 0 ? Math.max(0, (q - (estimates.length - 1)) / scale) : 0;
}

/** An area's figure drawn towards its group's mean, with its error. */
export type Shrunk = { readonly value: number; readonly se: number; readonly weightOfGroup: number };

/**
 * Shrunk = B × mean + (1−B) × figure, B = SE²/(SE² + τ²) (docs/method.md 13): the less an area's records say, the more its
 * group speaks for it. The error counts that the mean is an estimate too.
 */
export function shrink(estimate: Measured, group: Pooled): Shrunk {
  const within = estimate.se ** 2;
  const between = group.between ** 2;
  const b = within / (within + between);
  return {
    value: b * group.mean + (1 - b) * estimate.value,
    se: Math.sqrt((1 - b) * within + b ** 2 * group.se ** 2),
    weightOfGroup: b,
  };
}

/** The chance that an area's true figure lies above a line, 0..1: said in place of a rank. */
export function chanceAbove(line: number, shrunk: Shrunk): number {
  return normalBelow((shrunk.value - line) / shrunk.se);
}

/** The middle of some figures; of an even number, half-way between the two middle ones. At least one. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? 0;
  return Number.isInteger(half) ? ((sorted[half - 1] ?? 0) + upper) / 2 : upper;
}

/**
 * The middle of figures that were rounded to a grain, as of grouped data: those told alike lie evenly over the values that
 * are rounded so. Where exactly half lie below a step without figures, half-way over it. At least one.
 */
export function medianOfTold(values: readonly number[], grain: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
  const below = sorted.filter((value) => value < at).length;
  const alike = sorted.filter((value) => value === at).length;
  const wanted = sorted.length / 2 - below;
  const end = at + grain / 2;
  if (wanted < alike) return at - grain / 2 + (wanted / alike) * grain;
  return (end + (sorted[below + alike] ?? at + grain) - grain / 2) / 2;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
