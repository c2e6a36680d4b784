import type { Clause } from "./clause";

/** What a document of an agreement says; days are given in words. */
export type MouDocumentView = {
  title: string;
  /** How it stands, whom it is between, from when to when: a paragraph each. */
  opening: readonly string[];
  clauses: readonly Clause[];
  /** The table of signatures: its heads, then a row each. */
  signatures: { heads: readonly string[]; rows: readonly (readonly string[])[] };
};
