import { ROLES, type RoleId } from "../people/person";

/** The posts somebody on a partnership, or beside it, can have. */
export const MEMBER_ROLES = [
  "chair",
  "vice-chair",
  "secretary",
  "treasurer",
  "member",
  "representative",
  "worker-tasks",
  "worker-engagement",
  "worker-strategy",
  "worker-advice",
  "lto-lead",
] as const satisfies readonly RoleId[];

/** The same, to choose from. */
export const memberRoleChoices = MEMBER_ROLES.map((value) => ({ value, label: ROLES[value].label }));

/** A member's role in words. */
export function memberRoleLabel(role: RoleId): string {
  return ROLES[role].label;
}
