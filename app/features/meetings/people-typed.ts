import type { Side } from "../identity/actor";

/** A person who can be found by typing: the part of people's list that a meeting needs. */
export type KnownPerson = {
  id: string;
  name: string;
  organisation: string;
  organisationId: string;
  side: Side | null;
  role: string;
};

export type PersonOption = { id: string; text: string };

/** Everybody as the list shows them: the name, with the organisation, and a number where that is still not unique. */
export function personOptions(people: readonly KnownPerson[]): PersonOption[] {
  const seen = new Map<string, number>();
  return people.map(({ id, name, organisation }) => {
    const text = `${name}, ${organisation}`;
    const times = (seen.get(folded(text)) ?? 0) + 1;
    seen.set(folded(text), times);
    return { id, text: times === 1 ? text : `${text} (${times})` };
  });
}

export type Typed = { found: KnownPerson } | { newName: string } | { severalCalled: string };

/**
 * Whom somebody typed: a choice from the list, or a name alone where only one person has it; else a new name. The text
 * decides, never an id beside it, which is stale when a page without script comes back changed.
 */
export function whoIsTyped(people: readonly KnownPerson[], text: string): Typed {
  const typed = folded(text);
  const options = personOptions(people);
  const chosen = options.find((option) => folded(option.text) === typed);
  const byOption = chosen && people.find(({ id }) => id === chosen.id);
  if (byOption) return { found: byOption };
  const byName = people.filter(({ name }) => folded(name) === typed);
  const ids = new Set(byName.map(({ id }) => id));
  const [one] = byName;
  if (one !== undefined && ids.size === 1) return { found: one };
  return ids.size > 1 ? { severalCalled: text.trim() } : { newName: text.trim() };
}

function folded(text: string): string {
  return text.trim().replaceAll(/\s+/g, " ").toLowerCase();
}
