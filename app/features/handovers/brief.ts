/** One thing the next person should know, with the record it stands in. */
export type BriefLine = { id: string; href: string; text: string; facts: readonly string[] };

/** A stretch of a brief; `empty` is said where it has no lines. */
export type BriefSection = { id: string; title: string; lines: readonly BriefLine[]; empty: string };

/** What whoever takes a post over needs, made from the records its reader may see. */
export type Brief = {
  title: string;
  opening: readonly string[];
  note: string | null;
  sections: readonly BriefSection[];
};

/** A line with those of its facts that there are. */
export function briefLine(
  id: string,
  href: string,
  text: string,
  facts: readonly (string | false | null | undefined)[],
): BriefLine {
  return { id, href, text, facts: facts.filter((fact): fact is string => Boolean(fact)) };
}
