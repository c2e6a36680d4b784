const joiners = {
  and: new Intl.ListFormat("en-GB", { type: "conjunction" }),
  or: new Intl.ListFormat("en-GB", { type: "disjunction" }),
};

/** "Ana, Ben and Cy": words as they are said. With `most`, the rest are counted: "Ana, Ben and 3 others". */
export function listWords(
  words: readonly string[],
  { joiner = "and", most }: { joiner?: "and" | "or"; most?: number } = {},
): string {
  if (most === undefined || words.length <= most) return joiners[joiner].format(words);
  const others = words.length - most;
  return joiners[joiner].format([...words.slice(0, most), others === 1 ? "1 other" : `${others} others`]);
}
