import type { SideRole } from "./actor";

type Choice<T extends string = string> = { value: T; label: string; hint: string };

/** What a member of a side can be, as forms offer it. */
export const SIDE_ROLES: readonly Choice<SideRole>[] = [
  { value: "reader", label: "Reader", hint: "Sees what is shared and their own side’s" },
  { value: "editor", label: "Editor", hint: "Also writes" },
  { value: "lead", label: "Lead", hint: "Also speaks for the side, and invites others" },
];

/** All that an account can be, as an admin's forms offer it. */
export const ACCOUNT_ROLES: readonly Choice[] = [
  ...SIDE_ROLES,
  { value: "admin", label: "Programme admin", hint: "Accounts, organisations and areas; no content" },
  { value: "researcher", label: "Researcher", hint: "Released figures only" },
];

/** A role as the forms call it. */
export function roleWords(role: string): string {
  return ACCOUNT_ROLES.find(({ value }) => value === role)?.label ?? role;
}
