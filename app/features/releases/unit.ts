import type { Strata } from "./strata.ts";

/** A figure and its standard error, in points of 100. */
export type Measured = { readonly value: number; readonly se: number };

/** What an indicator counts, such as promises kept by their day: of how many, and the share of them in 100. */
export type Counts = { readonly of: number; readonly share: number };

/**
 * One relationship on the release's day, exact: what a release is made from, and what never leaves it. `area` and
 * `council` are keys to count by. A measure without enough evidence is absent.
 */
export type Unit = {
  /** The relationship itself: what a study's pseudonym is made of. */
  readonly id: string;
  readonly area: string;
  readonly council: string;
  readonly strata: Strata;
  readonly figures: ReadonlyMap<string, Measured>;
  /** People who answered, for the measures that come from a check-in alone. */
  readonly people: ReadonlyMap<string, number>;
  /** For the indicators that are shares of a count. */
  readonly counts: ReadonlyMap<string, Counts>;
};
