import type { Day } from "~/platform/calendar/day";
import type { AreaActor } from "../identity/actor";
import { type ActionRule, sideOf } from "./action";
import { type Evidence, postsHeld } from "./evidence";

// Posts that are of a kind with another: a cabinet member is a councillor too.
const ALSO: Readonly<Record<string, readonly string[]>> = {
  "cabinet-member": ["councillor"],
  "front-line-officer": ["officer"],
  "liaison-officer": ["officer"],
};

/**
 * The roles that the reader's posts here give them today: those of the person of the register that their account is. None
 * where nobody has said who that is: then nothing is put before the rest. Names are not compared: two people have one.
 */
export function rolesHeld(evidence: Pick<Evidence, "posts">, personId: string | null, today: Day): string[] {
  if (personId === null) return [];
  const own = postsHeld(evidence, today).filter((post) => post.personId === personId);
  return [...new Set(own.flatMap(({ role }) => [role, ...(ALSO[role] ?? [])]))];
}

/** Whether an action is for somebody with these roles: it is for the whole side, or for one of them, or none is known. */
export function isForRoles(rule: Pick<ActionRule, "for">, side: AreaActor["side"], roles: readonly string[]) {
  const wanted = sideOf(rule, side)?.roles ?? [];
  return roles.length === 0 || wanted.length === 0 || wanted.some((role) => roles.includes(role));
}
