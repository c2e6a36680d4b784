import type { Decision, Interest, Member, PartnershipFacts, Policy } from "~/features/partnership/line";
import { toDay } from "~/platform/calendar/day";

/** A member of a partnership as the checks see one: lives here, votes, asked about family, signed this year. */
export function aMember(id: string, more: Partial<Member> = {}): Member {
  return {
    id,
    revision: 1,
    personId: null,
    name: id,
    role: "member",
    livesHere: true,
    voting: true,
    paid: false,
    kin: "none",
    family: null,
    relatedTo: [],
    otherOffices: null,
    publicOffice: null,
    party: null,
    formSignedOn: toDay("2026-03-01"),
    startsOn: toDay("2020-01-01"),
    endsOn: null,
    ...more,
  };
}

/** So many members, the first of them the chair. */
export function members(count: number, more: Partial<Member> = {}): Member[] {
  return Array.from({ length: count }, (_, at) =>
    aMember(`Member ${at + 1}`, { role: at === 0 ? "chair" : "member", ...more }),
  );
}

/** A policy that holds. */
export function aPolicy(about: Policy["about"], more: Partial<Policy> = {}): Policy {
  const days = { adoptedOn: toDay("2024-01-01"), reviewOn: null, endsOn: null };
  return { id: about, revision: 1, about, title: about, note: null, ...days, ...more };
}

/** An interest of a member in a body, since 2020. */
export function anInterest(memberId: string, body: string, more: Partial<Interest> = {}): Interest {
  const days = { startsOn: toDay("2020-01-01"), endsOn: null };
  return {
    id: `${memberId} ${body}`,
    revision: 1,
    memberId,
    body,
    nature: "runs",
    note: null,
    ...days,
    ...more,
  };
}

/** A decision by consensus of which residents were told. */
export function aDecision(title: string, more: Partial<Decision> = {}): Decision {
  return {
    id: title,
    revision: 1,
    meetingId: null,
    title,
    about: "grant",
    body: null,
    decidedOn: toDay("2026-09-01"),
    how: "consensus",
    votes: [],
    toldOn: toDay("2026-09-02"),
    note: null,
    ...more,
  };
}

/** A partnership in which everything is in order on 1 October 2026. */
export function soundFacts(more: Partial<PartnershipFacts> = {}): PartnershipFacts {
  return {
    members: members(9),
    policies: [aPolicy("conduct"), aPolicy("conflicts")],
    interests: [],
    decisions: [aDecision("Tables for the hall")],
    reviews: [{ id: "2025", year: 2025, submittedOn: toDay("2025-11-01") }],
    ...more,
  };
}
