import type { WordDocument } from "~/platform/word-document";
import { type Clause, HEADING_WORDS } from "./clause";

/** What a document of an agreement says; days are given in words. */
export type MouDocumentView = {
  title: string;
  /** How it stands, whom it is between, from when to when: a paragraph each. */
  opening: readonly string[];
  clauses: readonly Clause[];
  /** The table of signatures: its heads, then a row each. */
  signatures: { heads: readonly string[]; rows: readonly (readonly string[])[] };
};

/** The same agreement for Word: a numbered heading a clause, then lines to sign on. */
export function toWordDocument({ title, opening, clauses, signatures }: MouDocumentView): WordDocument {
  const sections = clauses.map(({ heading, text }, index) => ({
    heading: `${index + 1}. ${HEADING_WORDS[heading]}`,
    paragraphs: text.split(/\r?\n/),
  }));
  return {
    title,
    opening,
    sections: [...sections, { heading: "Signed", paragraphs: [], table: signatures }],
  };
}
