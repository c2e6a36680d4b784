/** A name as it stands in an address: lower case, plain letters, digits and single hyphens; never empty. */
export function slugOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[\u0300-\u036F'’]/g, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return plain || "unnamed";
}

/** The first of the wishes that nobody has; where all are taken, the last one with the first free number, from 2. */
export function freeSlug(wishes: readonly string[], taken: ReadonlySet<string>): string {
  const free = wishes.find((wish) => !taken.has(wish));
  if (free !== undefined) return free;
  const last = wishes.at(-1) ?? "unnamed";
  let number = 2;
  while (taken.has(`${last}-${number}`)) number += 1;
  return `${last}-${number}`;
}
