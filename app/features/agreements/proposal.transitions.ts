import type { Side } from "../identity/actor";
import { type About, type Proposal, type ProposalState, proposalState } from "./proposal";

/** Who acts: for the side that proposed, or for the side it was put to. */
export type Role = "proposer" | "asked";

type Transition = { label: string; proposer: readonly ProposalState[]; asked: readonly ProposalState[] };

/**
 * Everything that can be done with a proposal: who may, and when. An answer given by letter or in a meeting may be noted
 * by the side that proposed, as with requests; not where it would change an agreement.
 */
export const TRANSITIONS = {
  accept: { label: "Accept", proposer: ["open"], asked: ["open"] },
  decline: { label: "Decline, with reasons", proposer: ["open"], asked: ["open"] },
  withdraw: { label: "Take it back", proposer: ["open"], asked: [] },
} as const satisfies Record<string, Transition>;

export type Action = keyof typeof TRANSITIONS;
export const ACTIONS = Object.keys(TRANSITIONS) as Action[];

/** The role in which a side meets a proposal. */
export function roleOf(proposal: Pick<Proposal, "toSide">, side: Side): Role {
  return proposal.toSide === side ? "asked" : "proposer";
}

const NOT_NOW: Record<Exclude<ProposalState, "open">, string> = {
  accepted: "It has been accepted already.",
  declined: "It has been declined already.",
  withdrawn: "It was taken back.",
};

/** Whether the action is this role's at all, whatever the state; else whose it is, in words. */
export function isFor(action: Action, role: Role, about: About): true | string {
  if (action === "withdraw") return role === "proposer" || "This is for the side that proposed it.";
  return (
    role === "asked" || about !== "agreement" || "A change of an agreement is answered by the other side."
  );
}

/** Whether the action can be taken now; else why not, in words. */
export function canTake(action: Action, role: Role, proposal: Proposal): true | string {
  const mine = isFor(action, role, proposal.about);
  if (mine !== true) return mine;
  const state = proposalState(proposal);
  const { [role]: states }: Transition = TRANSITIONS[action];
  return states.includes(state) || (state === "open" ? "It has not been answered yet." : NOT_NOW[state]);
}

/** A state as a tag says it. */
export const STATE_WORDS: Record<ProposalState, string> = {
  open: "Waiting for an answer",
  accepted: "Accepted",
  declined: "Declined",
  withdrawn: "Taken back",
};
