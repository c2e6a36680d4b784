import { ROLE_IDS, ROLES, type RoleId, rolesOf } from "../people/person.ts";
import type { Side } from "../scoring/facts.ts";
import type { Term } from "./glossary.ts";

/** What each role means, in plain words. Every role has an entry, or types fail. */
const ROLE_MEANS: Readonly<Record<RoleId, string>> = {
  councillor:
    "Somebody elected to the council by the people of a ward. A councillor may also sit on a partnership: each meeting says as which.",
  "cabinet-member":
    "A councillor who answers for a whole part of what the council does, also called portfolio holder. The leader heads them all.",
  "senior-manager": "Somebody who runs a service or the whole staff of the council, and is not elected.",
  officer: "Somebody employed by the council, not elected, who prepares and carries out what it decides.",
  "front-line-officer":
    "An officer met on the street or at the door: a warden, a housing officer, a youth worker.",
  "liaison-officer": "The officer whose task it is to keep in touch with the partnership.",
  chair: "The person who leads the partnership’s meetings and speaks for it.",
  "vice-chair": "Leads when the chair cannot.",
  secretary: "Calls the partnership’s meetings and keeps its notes.",
  treasurer: "Watches over the partnership’s money and tells the others how it stands.",
  member: "Somebody who sits on the partnership. Most live in the area.",
  representative:
    "Somebody the programme sends to support the partnership and to tell it frankly how it is doing.",
  "worker-tasks": "Somebody paid to get the partnership’s tasks done.",
  "worker-engagement": "Somebody paid to bring residents in and hear them.",
  "worker-strategy": "Somebody paid to think ahead with the partnership and plan.",
  "worker-advice": "Somebody paid to advise on one thing, such as money or law.",
  "lto-lead":
    "Who answers for the partnership’s money at the locally trusted organisation, which holds it and accounts for it.",
  volunteer: "Somebody who helps without pay, and does not sit on the partnership.",
  resident: "Somebody who lives in the area.",
};

const termOf = (id: RoleId): Term => ({ term: ROLES[id].label, means: ROLE_MEANS[id] });

/** Every role with what it means, in the order they are chosen from. */
export const ROLE_TERMS: readonly Term[] = ROLE_IDS.map(termOf);

/** The roles people of one side come in, with what they mean. */
export function roleTermsOf(side: Side): readonly Term[] {
  return rolesOf(side).map(({ value }) => termOf(value));
}
