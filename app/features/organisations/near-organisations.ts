/** What two organisations of the register are compared by. */
export type NamedOrganisation = {
  id: string;
  name: string;
  shortName: string;
  code: string | null;
  gssCode: string | null;
  kinds: readonly string[];
  /** Set for a local group: it is compared with those of its area alone. */
  areaId: string | null;
};

const SMALL_WORDS = new Set("the of and for ltd limited cic cio plc council".split(" "));

/** A name as it is compared: no accents, capitals, marks or small words, whatever their order. */
export function plainName(name: string): string {
  const words = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/['’`.]/g, "")
    .split(/[^\p{L}\p{N}]+/u);
  return words
    .filter((word) => word !== "" && !SMALL_WORDS.has(word))
    .sort()
    .join(" ");
}

/** Whether two records may be of one organisation: of one kind and area, and of one code or name. */
export function areNearOrganisations(a: NamedOrganisation, b: NamedOrganisation): boolean {
  if (a.areaId !== b.areaId || !a.kinds.some((kind) => b.kinds.includes(kind))) return false;
  const isSame = (one: string | null, other: string | null) => one !== null && one === other;
  return (
    isSame(a.code, b.code) || isSame(a.gssCode, b.gssCode) || namesOf(a).some((n) => namesOf(b).includes(n))
  );
}

function namesOf({ name, shortName }: NamedOrganisation): string[] {
  return [plainName(name), plainName(shortName)].filter((plain) => plain !== "");
}

/** Every pair that may be one organisation; the lower id first. Only those that share a name or code are compared. */
export function nearOrganisations<T extends NamedOrganisation>(all: readonly T[]): { a: T; b: T }[] {
  const shelves = new Map<string, T[]>();
  for (const one of all) {
    const keys = [...namesOf(one), ...[one.code, one.gssCode].flatMap((code) => (code ? [`#${code}`] : []))];
    for (const key of new Set(keys)) shelves.set(key, [...(shelves.get(key) ?? []), one]);
  }
  const found = new Map<string, { a: T; b: T }>();
  for (const shelf of shelves.values()) {
    for (const [at, one] of shelf.entries()) {
      for (const other of shelf.slice(at + 1)) {
        const [a, b] = one.id < other.id ? [one, other] : [other, one];
        if (areNearOrganisations(a, b)) found.set(`${a.id} ${b.id}`, { a, b });
      }
    }
  }
  return [...found.values()].sort((x, y) => (x.a.name < y.a.name ? -1 : 1));
}
