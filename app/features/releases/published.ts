import type { Cut } from "./cells.ts";
import type { Status } from "./suppression.ts";
import type { ReleaseHead } from "./take-away.ts";

/** A release as it was published, and never changed. `areas`: how many are in it, to the nearest five; null: too few. */
export type Published = ReleaseHead & {
  readonly publishedAt: Date;
  readonly areas: number | null;
  /** What is new in it, in words. */
  readonly note: string;
};

/** A cell of a table by one dimension at the most. A blank has its reason in `status`. */
type Told = { readonly cut: Cut; readonly classes: readonly string[]; readonly status: Status };

/** How much the same areas changed from one release to a later one: the mean of their changes, in points, rounded. */
export type ChangeLine = Told & {
  readonly measure: string;
  /** The release it is counted from. */
  readonly since: string;
  readonly areas: number | null;
  readonly mean: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
};

/** A code of the code book as it was when the release was published. */
export type ReleasedCode = {
  readonly slug: string;
  readonly theme: string;
  readonly label: string;
  readonly says: string;
};

/** How many records and areas have a code: multiples of ten and of five, below or above by lot (codes.ts). */
export type CodeLine = Told & {
  readonly code: string;
  readonly records: number | null;
  readonly areas: number | null;
};

/** A line of a table as it is under another judgement: see variants.ts. */
export type VariantLine = Told & {
  readonly variant: string;
  readonly measure: string;
  readonly mean: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
};

/** What a variant does to the comparison as a whole; null: too few areas to tell. */
export type VariantSays = {
  readonly variant: string;
  /** Areas that pass to the other side of the median, to the nearest five. */
  readonly crossed: number | null;
  /** Spearman's rank correlation of the areas' figures with those of the method, to 0.05. */
  readonly agreement: number | null;
};
