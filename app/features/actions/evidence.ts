import { addDays, type Day } from "~/platform/calendar/day";
import type { CheckInSeen } from "../check-ins/check-in";
import type { HandoverSeen } from "../handovers/handover-seen";
import type { Side } from "../identity/actor";
import type { Component, Fact, FactOf, FactType } from "../scoring/facts";
import type { AgreementSeen, ProposalSeen } from "./agreement-seen";
import type { AimSeen, EntrySeen } from "./entry-seen";
import type { GapSeen } from "./gap-seen";
import type { MilestoneSeen, ProjectSeen } from "./plan-seen";
import type { MeetingSeen, PostSeen, PromiseSeen, RequestSeen } from "./records-seen";

/** Six months, in days: how long a meeting keeps somebody a live contact. */
export const HALF_YEAR = 183;
/** A year, in days. */
export const YEAR = 365;

/** A check-in that takes answers: whether the reader's own is still wanted, and how many of their side were asked. */
export type RoundSeen = {
  id: string;
  openedOn: Day;
  lastDay: Day;
  waits: boolean;
  /** Null: not for the reader to know. */
  invited: number | null;
};

/** What the rules read: one relationship, as one side may see it. */
export type Evidence = {
  /** The council's short name. */
  council: string;
  /** The first day anything could have happened: the relationship's start, else its first record. */
  since: Day | null;
  firstRecordOn: Day | null;
  /** The same two days by what both sides see. */
  sharedDays: Readonly<Record<"since" | "firstRecordOn", Day | null>>;
  /** The last contact of any kind (docs/method.md 3.1). */
  lastContact: { id: string; on: Day } | null;
  meetings: readonly MeetingSeen[];
  promises: readonly PromiseSeen[];
  requests: readonly RequestSeen[];
  posts: readonly PostSeen[];
  /** Handovers that stand: both sides see them. Of what moved, what is still open. */
  handovers: readonly HandoverSeen[];
  projects: readonly ProjectSeen[];
  milestones: readonly MilestoneSeen[];
  /** Between the partnership and this council; the chair's with the programme is none of them. */
  agreements: readonly AgreementSeen[];
  /** Proposals to change a goal. */
  proposals: readonly ProposalSeen[];
  /** Entries of the kinds of evidence that a rule reads. */
  entries: readonly EntrySeen[];
  aims: readonly AimSeen[];
  /** The pre-election periods of this council in which a piece of publicity of the last year can have come out. */
  periods: readonly { from: Day; to: Day }[];
  /** Parish councils and other organisations of the area's own, the partnership apart. */
  organisations: readonly { id: string; name: string }[];
  rhythm: { id: string; idealGapDays: number; longestGapDays: number } | null;
  /** How often this side wants to be in touch with somebody, in days, by person: its own business, never shared. */
  wantedDays: Readonly<Record<string, number>>;
  /** The people this side names as allies, its own business too; null: not for the reader to know. */
  allies: readonly string[] | null;
  /** The latest check-in that was released; null: none was. */
  views: Pick<CheckInSeen, "id" | "releasedOn" | "means"> | null;
  /** The check-in that is open now, as far as the reader may know; null: none is, or nobody asks (no rule does). */
  round: RoundSeen | null;
  /** How each side does as a partner by the figures of today, 0–100, by component. */
  levels: Readonly<Record<Component, Readonly<Record<Side, number>>>>;
  /** Components that the two sides see very differently, by the figures of today. */
  gaps: readonly GapSeen[];
  /** What the score is made of: shared records alone. */
  facts: readonly Fact[];
};

/** The part of the evidence that both sides see. */
export function sharedOnly(evidence: Evidence): Evidence {
  const shared = <T extends { shared: boolean }>(list: readonly T[]) => list.filter((one) => one.shared);
  return {
    ...evidence,
    ...evidence.sharedDays,
    meetings: shared(evidence.meetings),
    promises: shared(evidence.promises),
    requests: shared(evidence.requests),
    projects: shared(evidence.projects),
    milestones: shared(evidence.milestones),
    agreements: shared(evidence.agreements),
    proposals: shared(evidence.proposals),
    entries: shared(evidence.entries),
    aims: shared(evidence.aims),
    wantedDays: {},
    allies: null,
    round: null,
  };
}

/** A side as sentences name it. */
export function sideName(evidence: Pick<Evidence, "council">, side: Side): string {
  return side === "council" ? evidence.council : "the partnership";
}

/** A sentence's first letter, large. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "1 meeting", "3 meetings". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Meetings held with both sides, newest first. */
export function contactMeetings(evidence: Evidence): MeetingSeen[] {
  return evidence.meetings
    .filter(({ contact }) => contact)
    .sort((a, b) => (a.on === b.on ? (a.id < b.id ? 1 : -1) : a.on < b.on ? 1 : -1));
}

/** The last meeting with both sides that each person came to. */
export function lastMet(evidence: Evidence): Map<string, MeetingSeen> {
  const met = new Map<string, MeetingSeen>();
  for (const meeting of contactMeetings(evidence).reverse()) {
    for (const { personId } of meeting.came) met.set(personId, meeting);
  }
  return met;
}

/** Posts held on a day. */
export function postsHeld(evidence: Pick<Evidence, "posts">, today: Day): PostSeen[] {
  return evidence.posts.filter(
    ({ startsOn, endsOn }) => (startsOn === null || startsOn <= today) && (endsOn === null || endsOn > today),
  );
}

/** Posts whose holder came to a meeting with both sides in the last six months, the day six months ago included. */
export function livePosts(evidence: Evidence, today: Day): PostSeen[] {
  const met = lastMet(evidence);
  const from = addDays(today, -HALF_YEAR);
  return postsHeld(evidence, today).filter(({ personId }) => (met.get(personId)?.on ?? "") >= from);
}

/** Whether there has been time for something to happen: the relationship is older than that many days. */
export function hasHad(days: number, evidence: Pick<Evidence, "since">, today: Day): boolean {
  return evidence.since !== null && evidence.since < addDays(today, -days);
}

/** The fact of one record, of the type expected. */
export function factOf<T extends FactType>(evidence: Evidence, id: string, type: T): FactOf<T> | undefined {
  return evidence.facts.find((fact): fact is FactOf<T> => fact.id === id && fact.type === type);
}

/** The id of a record that has not been made. */
export const HYPOTHETICAL = "hypothetical";

/** A meeting of both sides held today: a talk, a visit or a call is contact and no more; in person it is a meeting. */
export function metToday(today: Day, how: "in person" | "social" | "call"): FactOf<"meeting"> {
  return {
    type: "meeting",
    id: HYPOTHETICAL,
    date: today,
    status: "held",
    how,
    attended: ["council", "community"],
  };
}

/** A step set and done today: what a plan comes to once it is kept to. */
export function stepToday(today: Day, owner: "council" | "joint"): FactOf<"milestone"> {
  return { type: "milestone", id: HYPOTHETICAL, owner, set: today, due: today, done: today };
}
