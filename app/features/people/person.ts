import type { Side } from "../identity/actor";

/** The levels ties are kept at. A community has no levels: its people are one. */
export const POST_LEVELS = {
  elected: "Elected",
  senior: "Senior management",
  officer: "Officer",
  front_line: "Front line",
  community: "Community",
} as const;
export type PostLevel = keyof typeof POST_LEVELS;

type Role = { label: string; side: Side; level: PostLevel };

/** Every role a post or an attendance can have. Ids are for ever; the level is what a post of that role starts with. */
export const ROLES = {
  councillor: { label: "Councillor", side: "council", level: "elected" },
  "cabinet-member": { label: "Leader or cabinet member", side: "council", level: "elected" },
  "senior-manager": { label: "Chief officer or senior manager", side: "council", level: "senior" },
  officer: { label: "Officer", side: "council", level: "officer" },
  "front-line-officer": { label: "Front-line officer", side: "council", level: "front_line" },
  "liaison-officer": { label: "Liaison officer", side: "council", level: "officer" },
  chair: { label: "Chair", side: "community", level: "community" },
  "vice-chair": { label: "Vice-chair", side: "community", level: "community" },
  secretary: { label: "Secretary", side: "community", level: "community" },
  treasurer: { label: "Treasurer", side: "community", level: "community" },
  member: { label: "Partnership member", side: "community", level: "community" },
  representative: { label: "Big Local representative", side: "community", level: "community" },
  "worker-tasks": { label: "Project worker: tasks", side: "community", level: "community" },
  "worker-engagement": { label: "Project worker: engagement", side: "community", level: "community" },
  "worker-strategy": { label: "Project worker: strategy", side: "community", level: "community" },
  "worker-advice": { label: "Project worker: advice", side: "community", level: "community" },
  "lto-lead": { label: "Lead of the locally trusted organisation", side: "community", level: "community" },
  volunteer: { label: "Volunteer", side: "community", level: "community" },
  resident: { label: "Resident", side: "community", level: "community" },
} as const satisfies Record<string, Role>;
export type RoleId = keyof typeof ROLES;
export const ROLE_IDS = Object.keys(ROLES) as [RoleId, ...RoleId[]];

/** A role as the page says it; an id of another time is shown as it stands. */
export function roleLabel(role: string): string {
  return isRole(role) ? ROLES[role].label : role;
}

/** Whether the text is the id of a role. */
export function isRole(role: string): role is RoleId {
  return Object.hasOwn(ROLES, role);
}

/** The roles people of one side come in, for a choice. */
export function rolesOf(side: Side): { value: RoleId; label: string }[] {
  return ROLE_IDS.filter((id) => ROLES[id].side === side).map((id) => ({
    value: id,
    label: ROLES[id].label,
  }));
}
