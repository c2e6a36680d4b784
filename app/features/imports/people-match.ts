import { type CouncillorRow, type KnownCouncillor, plainName } from "./councillor";
import type { FileProblem, Located } from "./problem";

/** A row of a list and the person it is about; null for somebody not known. */
export interface PersonMatch {
  readonly row: Located<CouncillorRow>;
  readonly person: KnownCouncillor | null;
  /** What the two have in common. */
  readonly by: "id" | "email" | "name";
}

/**
 * Finds each row's person: by the council's id; else, of those entered by hand without one, by e-mail, then by name,
 * and only where one row and one person have it. Nobody is found twice, nobody with another id is found at all.
 */
export function matchPeople(
  rows: readonly Located<CouncillorRow>[],
  known: readonly KnownCouncillor[],
): readonly PersonMatch[] {
  const byId = new Map(known.map((person) => [person.externalId, person]));
  const found = new Map<Located<CouncillorRow>, PersonMatch>();
  for (const row of rows) {
    const person = byId.get(row.value.externalId);
    if (person) found.set(row, { row, person, by: "id" });
  }
  for (const by of ["email", "name"] as const) {
    const key = (one: KnownCouncillor | CouncillorRow) =>
      by === "email" ? (one.email?.toLowerCase() ?? "") : plainName(one.name);
    const used = new Set([...found.values()].map((match) => match.person));
    const people = alone(
      known.filter((one) => one.externalId === null && !used.has(one)),
      key,
    );
    const open = alone(
      rows.filter((row) => !found.has(row)),
      (row) => key(row.value),
    );
    for (const [word, row] of open) {
      const person = people.get(word);
      if (person) found.set(row, { row, person, by });
    }
  }
  return rows.map((row) => found.get(row) ?? { row, person: null, by: "id" });
}

/** Those whose key is theirs alone and says something, by that key. */
function alone<T>(all: readonly T[], key: (one: T) => string): Map<string, T> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
  return new Map(
    all.flatMap((one) => (key(one) !== "" && counts.get(key(one)) === 1 ? [[key(one), one]] : [])),
  );
}

/** Newcomers with the name of somebody who is known by another id: for a person to look at, never joined by itself. */
export function sameNameNotices(
  matches: readonly PersonMatch[],
  known: readonly KnownCouncillor[],
): readonly FileProblem[] {
  return matches.flatMap(({ row, person }) => {
    if (person) return [];
    const other = known.find((one) => plainName(one.name) === plainName(row.value.name));
    if (!other) return [];
    const id = other.externalId ? `the council's id ${other.externalId}` : "no council's id";
    const message = `Somebody of this name is known with ${id}. This one, with the id ${row.value.externalId}, is taken to be another person.`;
    return [{ line: row.line, column: "Name", message }];
  });
}
