/** A record or person that was found, as its reader may see it. */
export type SearchHit = { id: string; title: string; href: string; facts: string[] };

/** What was found: organisations and people first, then records, those with the words in their title before the others. */
export type SearchFound = {
  organisations: SearchHit[];
  people: SearchHit[];
  records: SearchHit[];
  /** Records found in all. */
  count: number;
  page: number;
  pages: number;
};
