import type { Side } from "../identity/actor";
import { waitingMove } from "./day-move";
import { isOwner, type Milestone, STATE_WORDS, type Standing, type State } from "./milestone";
import type { Bearer } from "./project";

/** Who acts: for a side whose milestone it is (both, of a joint one), or for the other. */
export type Role = "owner" | "other";
/** A state, or "new": not recorded yet. */
export type Stage = State | "new";

/** What must hold besides role and state; each with what is said where it does not. */
const CONDITIONS = {
  "no part waits": {
    holds: (s: Situation) => !s.partsWait,
    otherwise: "Some of its parts are still planned. It follows them.",
  },
  "said by its owner": {
    holds: (s: Situation) => !s.rolledUp,
    otherwise: "It is done because its parts are. Open one of them again instead.",
  },
  unacknowledged: {
    holds: (s: Situation) => !s.acknowledged,
    otherwise: "Your side has already acknowledged it.",
  },
  "proposal for you": {
    holds: (s: Situation) => s.proposalForYou,
    otherwise: "No new day is waiting for your answer.",
  },
  "nothing asked": {
    holds: (s: Situation) => !s.letGoAsked,
    otherwise: "The other side has already been asked to let it go.",
  },
  "asked of you": {
    holds: (s: Situation) => s.letGoAskedOfYou,
    otherwise: "The other side has not asked to let it go.",
  },
} as const;
export type Condition = keyof typeof CONDITIONS;

type Grant = { from: readonly Stage[]; needs: readonly Condition[] };
type Transition = { label: string; owner: Grant | null; other: Grant | null };

const from = (stages: readonly Stage[], ...needs: Condition[]): Grant => ({ from: stages, needs });
const both = (grant: Grant) => ({ owner: grant, other: grant });

/**
 * Everything that can be done with a milestone: who may, in which states, and what must hold. Guards, buttons and labels
 * read this table and nothing else. Ids are for ever.
 */
export const TRANSITIONS = {
  record: { label: "Set a milestone", ...both(from(["new"])) },
  edit: { label: "Change its words or where it belongs", ...both(from(["planned", "done"])) },
  "report-done": { label: "Say that it is done", owner: from(["planned"], "no part waits"), other: null },
  acknowledge: { label: "Acknowledge it", owner: null, other: from(["done"], "unacknowledged") },
  "move-day": { label: "Move its day", ...both(from(["planned"])) },
  "agree-day": { label: "Agree to the new day", ...both(from(["planned"], "proposal for you")) },
  "decline-day": { label: "Decline the new day", ...both(from(["planned"], "proposal for you")) },
  drop: { label: "Give it up", owner: from(["planned"], "no part waits"), other: null },
  "ask-let-go": {
    label: "Ask to let it go",
    ...both(from(["planned"], "no part waits", "nothing asked")),
  },
  "agree-let-go": { label: "Agree to let it go", ...both(from(["planned"], "asked of you")) },
  "decline-let-go": { label: "Say that it should stay", ...both(from(["planned"], "asked of you")) },
  reopen: { label: "Open it again", owner: from(["done", "dropped"], "said by its owner"), other: null },
} as const satisfies Record<string, Transition>;

export type Action = keyof typeof TRANSITIONS;
export const ACTIONS = Object.keys(TRANSITIONS) as Action[];

/** Where a milestone stands for one of its sides: all that the table asks about. */
export type Situation = {
  role: Role;
  stage: Stage;
  partsWait: boolean;
  rolledUp: boolean;
  acknowledged: boolean;
  proposalForYou: boolean;
  letGoAsked: boolean;
  letGoAskedOfYou: boolean;
};

/** The situation of a milestone for one side. */
export function situationOf(one: Milestone, standing: Standing, side: Side): Situation {
  const proposal = waitingMove(one);
  const asked = one.letGoAskedBySide;
  return {
    role: roleOf(one.owner, side),
    stage: standing.state,
    partsWait: standing.partsWaiting > 0,
    rolledUp: standing.rolledUp,
    acknowledged: one.acknowledgedOn !== null,
    proposalForYou: proposal !== null && proposal.proposedBySide !== side,
    letGoAsked: asked !== null,
    letGoAskedOfYou: asked !== null && asked !== side,
  };
}

/** The role in which a side meets a milestone. A joint one is both sides' own, and nobody's to acknowledge. */
export function roleOf(owner: Bearer, side: Side): Role {
  return isOwner(owner, side) ? "owner" : "other";
}

/** Whether the action is this role's at all, whatever the state; else whose it is, in words. */
export function isFor(action: Action, role: Role): true | string {
  if (TRANSITIONS[action][role] !== null) return true;
  return role === "other"
    ? "This is for the side whose milestone it is."
    : "This is for the other side: nobody acknowledges their own.";
}

/** Whether the action can be taken now; else why not, in words. */
export function canTake(action: Action, situation: Situation): true | string {
  const grant: Grant | null = TRANSITIONS[action][situation.role];
  if (grant === null) return isFor(action, situation.role);
  const { stage } = situation;
  if (!grant.from.includes(stage)) {
    return stage === "new"
      ? "It is not recorded yet."
      : `This milestone is ${STATE_WORDS[stage].toLowerCase()}.`;
  }
  const missing = grant.needs.find((need) => !CONDITIONS[need].holds(situation));
  return missing === undefined || CONDITIONS[missing].otherwise;
}
