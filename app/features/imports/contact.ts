import { isRole, ROLE_IDS, ROLES, type RoleId } from "../people/person";

/** Somebody of an address book. Texts are one line each; null where nothing is said. */
export interface Contact {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly organisation: string | null;
  readonly title: string | null;
  readonly ward: string | null;
  readonly party: string | null;
}

/** Whether a text is an e-mail address as our forms take it. */
export function isEmail(text: string): boolean {
  return text.length <= 200 && /^[^\s@<>",;:]+@[A-Z0-9-]+(\.[A-Z0-9-]+)+$/i.test(text);
}

type Side = "council" | "community";

const USUAL: Readonly<Record<Side, RoleId>> = { council: "officer", community: "member" };

// What job titles say in so many words; the first that fits.
const TITLES: Readonly<Record<Side, readonly (readonly [pattern: RegExp, role: RoleId])[]>> = {
  council: [
    [/^(councillor|cllr)\b/i, "councillor"],
    [/\b(leader of the council|cabinet member|portfolio holder)\b/i, "cabinet-member"],
    [/\b(chief executive|director|head of|service manager)\b/i, "senior-manager"],
    [/\bliaison\b/i, "liaison-officer"],
  ],
  community: [
    [/\bvice[- ]chair/i, "vice-chair"],
    [/\bchair(man|woman|person)?\b/i, "chair"],
    [/\bsecretary\b/i, "secretary"],
    [/\btreasurer\b/i, "treasurer"],
    [/\brepresentative\b/i, "representative"],
    [/\bvolunteer\b/i, "volunteer"],
    [/\bresident\b/i, "resident"],
  ],
};

/** The role a job title names on that side; where it names none, what most people of the side are. */
export function roleFrom(title: string | null, side: Side): RoleId {
  const words = (title ?? "").trim();
  const named = ROLE_IDS.find(
    (id) => ROLES[id].side === side && ROLES[id].label.toLowerCase() === words.toLowerCase(),
  );
  return named ?? TITLES[side].find(([pattern]) => pattern.test(words))?.[1] ?? USUAL[side];
}

/** A ward in a title such as "Councillor, Altrincham". */
export function wardFrom(title: string | null): string | null {
  return /^(?:councillor|cllr),\s*(.+)$/i.exec(title ?? "")?.[1]?.trim() ?? null;
}

/** What a title says beyond the role: what the post is about; null where it is the role's own name. */
export function topicFrom(title: string | null, role: string): string | null {
  if (title === null || wardFrom(title) !== null) return null;
  const label = isRole(role) ? ROLES[role].label : role;
  return title.toLowerCase() === label.toLowerCase() ? null : title;
}
