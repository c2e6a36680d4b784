/** What two records of people are compared by. */
export type Named = {
  id: string;
  name: string;
  email: string | null;
  /** Ids that registers give the person. */
  externalIds?: readonly string[];
};

/** Why two records may be of one person. */
export const LIKENESS = {
  email: "the same e-mail address",
  id: "the same number in a register",
  name: "the same name",
  near: "a name much like it",
} as const;
export type Likeness = keyof typeof LIKENESS;

/** The shortest id that says something when two registers share it: member 12 of one council is not member 12 of another. */
const ID_LENGTH = 6;

const TITLES = new Set(
  "mr mrs ms miss mx dr rev revd reverend cllr councillor prof professor sir dame lord lady".split(" "),
);

/** What people are called for short, by the name it is short for. */
const SHORT: Readonly<Record<string, string>> = {
  bob: "robert",
  rob: "robert",
  bill: "william",
  will: "william",
  dick: "richard",
  jack: "john",
  jim: "james",
  ted: "edward",
  tony: "anthony",
  harry: "henry",
  peggy: "margaret",
  meg: "margaret",
  liz: "elizabeth",
  beth: "elizabeth",
  betty: "elizabeth",
  kate: "catherine",
  katherine: "catherine",
  kathryn: "catherine",
  sue: "susan",
  sally: "sarah",
  molly: "mary",
  polly: "mary",
  nell: "eleanor",
  steven: "stephen",
  geoffrey: "jeffrey",
};

/** The words of a name as they are compared: no accents, titles, capitals or marks. "O’Brien" is "obrien". */
export function wordsOf(name: string): string[] {
  const plain = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/['’`]/g, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ");
  const words = plain.split(" ").filter((word) => word !== "" && !TITLES.has(word));
  // "Hope, Jo" as lists have it.
  return /^[^,]+,[^,]+$/.test(name.trim()) && words.length === 2 ? words.reverse() : words;
}

/** Why two records may be of one person; null: nothing says so. The stronger reason wins. */
export function likeness(a: Named, b: Named): Likeness | null {
  const address = (one: Named) => one.email?.trim().toLowerCase() || null;
  if (address(a) !== null && address(a) === address(b)) return "email";
  const ids = new Set((a.externalIds ?? []).filter((id) => id.length >= ID_LENGTH));
  if ((b.externalIds ?? []).some((id) => ids.has(id))) return "id";
  return namesLikeness(wordsOf(a.name), wordsOf(b.name));
}

function namesLikeness(a: readonly string[], b: readonly string[]): Likeness | null {
  const [first, last, otherFirst, otherLast] = [a[0], a.at(-1), b[0], b.at(-1)];
  if (!first || !last || !otherFirst || !otherLast) return null;
  if (a.toSorted().join(" ") === b.toSorted().join(" ")) return "name";
  if (a.length === 1 || b.length === 1 || !areSameMiddles(a.slice(1, -1), b.slice(1, -1))) return null;
  if (last === otherLast) return isSameFirst(first, otherFirst) ? "near" : null;
  return first === otherFirst && isOneSlip(last, otherLast) ? "near" : null;
}

/** Names in the middle are left out or shortened, but not other ones. */
function areSameMiddles(a: readonly string[], b: readonly string[]): boolean {
  return a.every((word, at) => isSameFirst(word, b[at] ?? word));
}

/** Of one surname: an initial, a name for short, or a slip of the pen. */
function isSameFirst(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return long.startsWith(short) || (SHORT[a] ?? a) === (SHORT[b] ?? b) || isOneSlip(a, b);
}

/** One letter more, fewer, other, or two the other way round; short words differ by design. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1 || a === b) return a === b;
  let at = 0;
  while (a[at] === b[at]) at += 1;
  const rests = [
    [a.slice(at + 1), b.slice(at + 1)],
    [a.slice(at + 1), b.slice(at)],
    [a.slice(at), b.slice(at + 1)],
  ];
  const swapped = a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
  return swapped || rests.some(([one, other]) => one === other);
}

/** Those of a list that may be the one asked about, the likeliest first. */
export function nearest<T extends Named>(asked: Named, people: readonly T[]): (T & { why: Likeness })[] {
  const found = people.flatMap((person) => {
    const why = person.id === asked.id ? null : likeness(asked, person);
    return why === null ? [] : [{ ...person, why }];
  });
  return found.sort((a, b) => RANK.indexOf(a.why) - RANK.indexOf(b.why) || (a.name < b.name ? -1 : 1));
}

const RANK = Object.keys(LIKENESS);

/** A pair of records that may be of one person; `a` has the lower id. */
export type NearPair<T extends Named> = { a: T; b: T; why: Likeness };

/** Every pair of a list that may be one person. Only those are compared that share what a likeness needs. */
export function nearPairs<T extends Named>(people: readonly T[]): NearPair<T>[] {
  const shelves = new Map<string, T[]>();
  for (const person of people) {
    for (const key of keysOf(person)) shelves.set(key, [...(shelves.get(key) ?? []), person]);
  }
  const found = new Map<string, NearPair<T>>();
  for (const shelf of shelves.values()) {
    for (const [at, one] of shelf.entries()) {
      for (const other of shelf.slice(at + 1)) {
        const [a, b] = one.id < other.id ? [one, other] : [other, one];
        const why = a.id === b.id || found.has(`${a.id} ${b.id}`) ? null : likeness(a, b);
        if (why !== null) found.set(`${a.id} ${b.id}`, { a, b, why });
      }
    }
  }
  return [...found.values()].sort(
    (a, b) => RANK.indexOf(a.why) - RANK.indexOf(b.why) || (a.a.name < b.a.name ? -1 : 1),
  );
}

/** Where a person is looked up: each word of the name, the address, the numbers. */
function keysOf({ name, email, externalIds = [] }: Named): Set<string> {
  const ids = externalIds.filter((id) => id.length >= ID_LENGTH).map((id) => `#${id}`);
  return new Set([...wordsOf(name), ...(email ? [email.trim().toLowerCase()] : []), ...ids]);
}
