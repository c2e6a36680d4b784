type Section = {
  heading: string;
  paragraphs: readonly string[];
  table?: { heads: readonly string[]; rows: readonly (readonly string[])[] };
};
/** What a Word document says: its title, paragraphs before the first heading, then a section a heading. */
export type WordDocument = { title: string; opening: readonly string[]; sections: readonly Section[] };
