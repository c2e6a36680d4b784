type Choice = { id: string; name: string; organisation: string };

/** People under the name of their organisation, for a choice of one. */
export function toPeopleGroups(people: readonly Choice[]) {
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const { id, name, organisation } of people) {
    groups.set(organisation, [...(groups.get(organisation) ?? []), { value: id, label: name }]);
  }
  return [...groups].map(([group, options]) => ({ group, options }));
}
