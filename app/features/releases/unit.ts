import type { Strata } from "./strata.ts";

/** A figure and its standard error, in points of 100. */
export type Measured = { readonly value: number; readonly se: number };

/**
 * One relationship on the release's day, exact: what a release is made from, and what never leaves it. `area` and
 * `council` are keys to count by. A measure without enough evidence is absent.
 */
export type Unit = {
  readonly area: string;
  readonly council: string;
  readonly strata: Strata;
  readonly figures: ReadonlyMap<string, Measured>;
  /** People who answered, for the measures that come from a check-in alone. */
  readonly people: ReadonlyMap<string, number>;
};
