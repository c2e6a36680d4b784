import { freeSlug } from "../organisations/organisation";

/** The first of the wishes that nobody has; where all are taken, the last one with a number. */
export function chooseSlug(wishes: readonly [string, ...string[]], taken: ReadonlySet<string>): string {
  const free = wishes.find((wish) => !taken.has(wish));
  return free ?? freeSlug(wishes.at(-1) ?? wishes[0], taken);
}
