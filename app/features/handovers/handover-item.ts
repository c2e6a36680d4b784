/** In which role somebody holds an open thing. Ids are for ever. */
export const ITEM_ROLES = [
  "promised-by",
  "promised-to",
  "asked-of",
  "holds-milestone",
  "leads-project",
] as const;
export type ItemRole = (typeof ITEM_ROLES)[number];

/** The role in words, for a list of what moved. */
export const ROLE_WORDS: Readonly<Record<string, string>> = {
  "promised-by": "A promise to keep",
  "promised-to": "A promise made to them",
  "asked-of": "A request to answer",
  "holds-milestone": "A milestone to look after",
  "leads-project": "A project to lead",
} satisfies Record<ItemRole, string>;

/** An open thing somebody holds. */
export type OpenItem = { id: string; title: string; role: ItemRole };

/** "1 open thing", "4 open things". */
export function countWords(count: number): string {
  return `${count} open ${count === 1 ? "thing" : "things"}`;
}
