import type { PublishedSource } from "./published-sources.ts";

/** One figure that somebody else has published: the fact in our own words, with its source. */
export type PublishedFigure = {
  /** Its line in the collection it was taken from. */
  readonly line: number;
  readonly what: string;
  readonly value: string;
  readonly unit: string;
  /** Who was asked, or what was counted. */
  readonly who: string;
  readonly year: number;
  readonly source: PublishedSource;
};

/** Figures that none of ours can be set beside, with why not. */
export type ApartGroup = {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly figures: readonly PublishedFigure[];
};

/** A line, what it says in our own words, and the value. */
export type Fact = readonly [line: number, what: string, value: string];

/** Figures that share all but what they say. */
export function together(
  facts: readonly Fact[],
  unit: string,
  who: string,
  year: number,
  source: PublishedSource,
): PublishedFigure[] {
  return facts.map(([line, what, value]) => ({ line, what, value, unit, who, year, source }));
}
