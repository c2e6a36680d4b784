import type { Day } from "~/platform/calendar/day";
import type { RoleId } from "../people/person";

/** What the partnership writes down about itself, each a line of a list that can be changed, taken off and put back. */
export const LINE_KINDS = ["member", "policy", "interest", "decision", "plan", "mending"] as const;
export type LineKind = (typeof LINE_KINDS)[number];

export const LINE_WORDS: Record<LineKind, string> = {
  member: "the member",
  policy: "the policy",
  interest: "the interest",
  decision: "the decision",
  plan: "the words of the plan",
  mending: "what is being done",
};

/** What a policy can be about. Ids are for ever. */
export const POLICY_ABOUTS = {
  conduct: "Code of conduct",
  conflicts: "Conflicts of interest",
  money: "Spending and grants",
  equality: "Equality and welcome",
  safeguarding: "Keeping people safe",
  data: "Personal data",
  other: "Something else",
} as const;
export type PolicyAbout = keyof typeof POLICY_ABOUTS;

/** What a member can have to do with another body. */
export const INTEREST_NATURES = {
  paid: "They are paid by it",
  owns: "They own it, or part of it",
  runs: "They help to run it: trustee, committee, officer",
  family: "Somebody close to them works for it or gains by it",
  loyalty: "They belong to it, or owe it their loyalty",
} as const;
export type InterestNature = keyof typeof INTEREST_NATURES;

/** What a decision can be about. */
export const DECISION_ABOUTS = {
  contract: "A contract",
  grant: "A grant",
  plan: "The plan",
  other: "Something else",
} as const;
export type DecisionAbout = keyof typeof DECISION_ABOUTS;

/** How a decision can be made. */
export const DECISION_HOWS = {
  consensus: "All agreed, without a vote",
  vote: "By a vote",
  written: "In writing, by message",
  delegated: "By somebody the partnership had named for it",
} as const;
export type DecisionHow = keyof typeof DECISION_HOWS;

/** What a member did in a decision. */
export const VOTES = {
  for: "For",
  against: "Against",
  abstained: "Abstained",
  stepped_out: "Stepped out",
} as const;
export type Vote = keyof typeof VOTES;
export type VoteLine = { member: string; vote: Vote };

/** The words a plan is kept in. */
export const PLAN_KINDS = {
  vision: "The vision",
  plan: "The plan",
  refresh: "A refresh of the plan",
  follow_on: "The plan that follows",
} as const;
export type PlanKind = keyof typeof PLAN_KINDS;

export const KINS = {
  not_asked: "Not asked yet",
  none: "No",
  some: "Yes",
} as const;
export type Kin = keyof typeof KINS;

type Line = { id: string; revision: number };

export type Member = Line & {
  personId: string | null;
  name: string;
  role: RoleId;
  livesHere: boolean | null;
  voting: boolean;
  paid: boolean;
  kin: Kin;
  family: string | null;
  relatedTo: readonly string[];
  otherOffices: string | null;
  publicOffice: string | null;
  party: string | null;
  formSignedOn: Day | null;
  startsOn: Day;
  endsOn: Day | null;
};

export type Policy = Line & {
  about: PolicyAbout;
  title: string;
  adoptedOn: Day;
  reviewOn: Day | null;
  endsOn: Day | null;
  note: string | null;
};

export type Interest = Line & {
  memberId: string;
  body: string;
  nature: InterestNature;
  note: string | null;
  startsOn: Day;
  endsOn: Day | null;
};

export type Decision = Line & {
  meetingId: string | null;
  title: string;
  about: DecisionAbout;
  body: string | null;
  decidedOn: Day;
  how: DecisionHow | null;
  votes: readonly VoteLine[];
  toldOn: Day | null;
  note: string | null;
};

export type PlanText = Line & { kind: PlanKind; agreedOn: Day; until: Day | null; text: string };

export type Mending = Line & { checkId: string; doing: string; who: string | null; byOn: Day };

/** What the checks look at: everything the partnership has written down about itself, past and present. */
export type PartnershipFacts = {
  members: readonly Member[];
  policies: readonly Policy[];
  interests: readonly Interest[];
  decisions: readonly Decision[];
  reviews: readonly { id: string; year: number; submittedOn: Day | null }[];
};

/** Whether a line from a day to a day (half-open) holds on that day. */
export function holdsOn({ startsOn, endsOn }: { startsOn: Day; endsOn: Day | null }, day: Day): boolean {
  return startsOn <= day && (endsOn === null || day < endsOn);
}

/** The name of a body as two people would both mean it: capitals, spaces and full stops do not matter. */
export function bodyKey(body: string): string {
  return body
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/^the /, "")
    .trim();
}

/** Lists of those with the same key, in the order the keys first come. */
export function groupsOf<T>(all: readonly T[], keyOf: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups.values()];
}
