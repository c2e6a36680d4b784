/** What stands in a cell: how many records of how many areas, or why not. */
export type Told = { readonly records: number; readonly areas: number } | "not told" | "not there yet";

export const BLANK_WORDS: Readonly<Record<"not told" | "not there yet", string>> = {
  "not told": "Not told",
  "not there yet": "Not in the list yet",
};

/** A code with what each release says of it, the oldest first. */
export type CountedRow<C> = C & { readonly told: readonly Told[] };
