import type { Day } from "~/platform/calendar/day";
import { holdsOn, type LineKind, type Member, type PartnershipFacts } from "./line";
import type { Programme } from "./programme";

/** How a rule stands: it is met, it is not, or too little is written down to say. */
export type CheckState = "passes" | "fails" | "unknown";

export const CHECK_STATES: Record<CheckState, string> = {
  passes: "In order",
  fails: "Not in order",
  unknown: "Not enough known",
};

/** A record a check looked at. */
export type CheckRef = { kind: LineKind | "review"; id: string; label: string };

/** Every check there is. Ids are for ever: what is being done about one is kept under it. */
export const CHECKS = {
  members: "Enough members",
  residents: "Most members live here",
  "paid-votes": "No paid worker votes",
  families: "No family has too many seats",
  power: "Nobody in a position of power is related to another",
  workers: "No worker is related to anybody in power",
  policies: "The policies are agreed",
  interests: "Members step out where they have an interest",
  decisions: "Decisions say how they were made",
  review: "The yearly review is handed in",
  forms: "Every member has signed the form",
} as const;
export type CheckId = keyof typeof CHECKS;
export const CHECK_IDS = Object.keys(CHECKS) as [CheckId, ...CheckId[]];

/** One rule on one day: how it stands, why, who can mend it, and the records behind it. It flags; it decides nothing. */
export type Check = {
  id: CheckId;
  state: CheckState;
  says: string;
  /** Who can mend it and how; also said while it is in order, so that it stays so. */
  mend: string;
  /** Not against the rule, and worth a look. */
  care: readonly string[];
  records: readonly CheckRef[];
};

/** What every check is given. */
export type Asked = { facts: PartnershipFacts; programme: Programme; today: Day };
export type CheckRule = (asked: Asked) => Omit<Check, "id">;

/** Everybody who is on the partnership or beside it on the day. */
export function presentOn({ facts, today }: Asked): Member[] {
  return facts.members.filter((member) => holdsOn(member, today));
}

/** The members on the day: those beside the partnership are none, except where they vote. */
export function seatsOn(asked: Asked): Member[] {
  const { besideRoles } = asked.programme;
  return presentOn(asked).filter(({ role, voting }) => voting || !besideRoles.includes(role));
}

/** A member as a record behind a check. */
export function memberRef({ id, name }: Member): CheckRef {
  return { kind: "member", id, label: name };
}

/** "Ana, Ben and Cy" of members. */
export function namesOf(members: readonly Member[]): string {
  const names = members.map(({ name }) => name);
  const last = names.pop() ?? "";
  return names.length === 0 ? last : `${names.join(", ")} and ${last}`;
}
