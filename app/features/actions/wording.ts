/** Records by their titles: “Path”, or “Path” and 2 more. */
export function named(records: readonly { title: string }[]): string {
  const [first] = records;
  if (!first) return "";
  return `“${first.title}”${records.length === 1 ? "" : ` and ${records.length - 1} more`}`;
}

/** Words in a row: a, b and c. */
export function listed(words: readonly string[], last = "and"): string {
  const before = words.slice(0, -1).join(", ");
  return before === "" ? (words[0] ?? "") : `${before} ${last} ${words.at(-1)}`;
}
