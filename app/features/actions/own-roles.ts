import type { Day } from "~/platform/calendar/day";
import { type AreaActor, ownOrganisations } from "../identity/actor";
import { type ActionRule, sideOf } from "./action";
import { type Evidence, postsHeld } from "./evidence";

// Posts that are of a kind with another: a cabinet member is a councillor too.
const ALSO: Readonly<Record<string, readonly string[]>> = {
  "cabinet-member": ["councillor"],
  "front-line-officer": ["officer"],
  "liaison-officer": ["officer"],
};

const plain = (name: string) => name.trim().toLowerCase();

/**
 * The roles that the reader's posts here give them today: those of the one person of their organisation with their name.
 * None where nobody there has it, or two have: then nothing is put before the rest.
 */
export function rolesHeld(
  evidence: Pick<Evidence, "posts">,
  actor: Pick<AreaActor, "name" | "organisationId" | "formerly">,
  today: Day,
): string[] {
  const own = postsHeld(evidence, today).filter(
    ({ organisationId, name }) =>
      ownOrganisations(actor).includes(organisationId) && plain(name) === plain(actor.name),
  );
  if (new Set(own.map(({ personId }) => personId)).size !== 1) return [];
  return [...new Set(own.flatMap(({ role }) => [role, ...(ALSO[role] ?? [])]))];
}

/** Whether an action is for somebody with these roles: it is for the whole side, or for one of them, or none is known. */
export function isForRoles(rule: Pick<ActionRule, "for">, side: AreaActor["side"], roles: readonly string[]) {
  const wanted = sideOf(rule, side)?.roles ?? [];
  return roles.length === 0 || wanted.length === 0 || wanted.some((role) => roles.includes(role));
}
