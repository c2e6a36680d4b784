import type { Day } from "~/platform/calendar/day";
import { otherSide, type Side } from "../identity/actor";

/** What a change is about. Ids are for ever. */
export const ABOUTS = ["date", "goal", "agreement", "way_of_working"] as const;
export type About = (typeof ABOUTS)[number];

export const ABOUT_WORDS: Record<About, string> = {
  date: "A day",
  goal: "A goal",
  agreement: "An agreement",
  way_of_working: "A way of working",
};

/** A proposal as its days tell it. */
export type Proposal = {
  toSide: Side;
  about: About;
  answeredOn: Day | null;
  answer: "accepted" | "declined" | null;
  withdrawnOn: Day | null;
};

export const PROPOSAL_STATES = ["open", "accepted", "declined", "withdrawn"] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** The state of a proposal. */
export function proposalState(proposal: Pick<Proposal, "answer" | "withdrawnOn">): ProposalState {
  if (proposal.withdrawnOn !== null) return "withdrawn";
  return proposal.answer ?? "open";
}

/** The side that put it forward. */
export function proposer(proposal: Pick<Proposal, "toSide">): Side {
  return otherSide(proposal.toSide);
}
