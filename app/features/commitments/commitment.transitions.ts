import type { Day } from "~/platform/calendar/day";
import type { Side } from "../identity/actor";
import { isContested } from "../records/record";
import {
  type Commitment,
  canStillDisown,
  lookedForOn,
  type State,
  stateOf,
  waitingProposal,
} from "./commitment";
import { STATE_WORDS } from "./commitment-words";

/** Who acts: for the side that promised, or for the side it is owed to. */
export type Role = "promiser" | "owed";
/** A state, or "new": not recorded yet. */
export type Stage = State | "new";

/** What must hold besides role and state; each with what is said where it does not. */
const CONDITIONS = {
  "recorded by your side": {
    holds: (s: Situation) => s.recordedByYourSide,
    otherwise: "Only the side that recorded it can change it. You can propose a new day or reply.",
  },
  "recorded for you": {
    holds: (s: Situation) => !s.recordedByYourSide,
    otherwise: "Your own side recorded this promise. You can ask the other side to void it.",
  },
  unseen: {
    holds: (s: Situation) => s.unseen,
    otherwise: "The other side has seen it, so its words stay. You can propose a new day.",
  },
  "within 28 days": {
    holds: (s: Situation) => s.disownable,
    otherwise: "It has been in the register for more than 28 days. You can reply to it.",
  },
  "not disputed": { holds: (s: Situation) => !s.contested, otherwise: "It is already disputed." },
  "dispute of yours": {
    holds: (s: Situation) => s.contestedByYou,
    otherwise: "A dispute is settled by the side that opened it.",
  },
  "nothing said to be done": {
    holds: (s: Situation) => !s.saidDone,
    otherwise: "Your side has said that it is done, so it is yours.",
  },
  "said to be done": {
    holds: (s: Situation) => s.saidDone,
    otherwise: "The side that promised has not said yet that it is done.",
  },
  unconfirmed: { holds: (s: Situation) => !s.confirmed, otherwise: "Your side has already said yes." },
  untold: {
    holds: (s: Situation) => !s.told,
    otherwise: "It is already on record that the other side was told.",
  },
  "proposal for you": {
    holds: (s: Situation) => s.proposalForYou,
    otherwise: "No new day is waiting for your answer.",
  },
  "day passed": {
    holds: (s: Situation) => s.dayPassed,
    otherwise: "Its day has not passed yet. Until then only the side that promised can say this.",
  },
} as const;
export type Condition = keyof typeof CONDITIONS;

type Grant = { from: readonly Stage[]; needs: readonly Condition[] };
type Transition = { label: string; promiser: Grant | null; owed: Grant | null };

const from = (stages: readonly Stage[], ...needs: Condition[]): Grant => ({ from: stages, needs });
const both = (grant: Grant) => ({ promiser: grant, owed: grant });

/**
 * Everything that can be done with a promise: who may, in which states, and what must hold. Guards, buttons and labels
 * read this table and nothing else. Ids are for ever.
 */
export const TRANSITIONS = {
  record: { label: "Record a promise", ...both(from(["new"])) },
  edit: { label: "Change its words or its day", ...both(from(["open"], "recorded by your side", "unseen")) },
  "report-done": { label: "Say that it is done", promiser: from(["open", "not-kept"]), owed: null },
  confirm: {
    label: "Yes, it is done",
    promiser: null,
    owed: from(["open", "done", "kept", "kept-late"], "said to be done", "unconfirmed"),
  },
  refuse: { label: "No, not yet", promiser: null, owed: from(["done"]) },
  tell: { label: "Say that it will take longer", promiser: from(["open"], "untold"), owed: null },
  "propose-day": { label: "Propose a new day", ...both(from(["open"])) },
  "agree-day": { label: "Agree to the new day", ...both(from(["open"], "proposal for you")) },
  "decline-day": { label: "Decline the new day", ...both(from(["open"], "proposal for you")) },
  "not-kept": {
    label: "Close it as not kept",
    promiser: from(["open"]),
    owed: from(["open"], "day passed"),
  },
  withdraw: { label: "Let it go", promiser: null, owed: from(["open"]) },
  "not-ours": {
    label: "Say that it is not yours",
    promiser: from(["open"], "recorded for you", "within 28 days", "nothing said to be done", "not disputed"),
    owed: null,
  },
  reopen: {
    label: "Open it again",
    promiser: from(["done", "kept", "kept-late", "not-kept"]),
    owed: from(["kept", "kept-late", "not-kept", "withdrawn"]),
  },
  settle: {
    label: "Say that the dispute is settled",
    ...both(from(["open", "done", "kept", "kept-late", "not-kept", "withdrawn"], "dispute of yours")),
  },
} as const satisfies Record<string, Transition>;

export type Action = keyof typeof TRANSITIONS;
export const ACTIONS = Object.keys(TRANSITIONS) as Action[];

/** Where a promise stands for one of its sides: all that the table asks about. */
export type Situation = {
  role: Role;
  stage: Stage;
  recordedByYourSide: boolean;
  /** The side that did not record it has neither opened nor answered it. */
  unseen: boolean;
  disownable: boolean;
  contested: boolean;
  contestedByYou: boolean;
  saidDone: boolean;
  confirmed: boolean;
  told: boolean;
  proposalForYou: boolean;
  dayPassed: boolean;
};

/** The situation of a promise for one side on a day. `otherSideTold`: see hasLapsed in commitment.ts. */
export function situationOf(
  promise: Commitment,
  side: Side,
  unseen: boolean,
  today: Day,
  otherSideTold: boolean,
): Situation {
  const proposal = waitingProposal(promise);
  const contested = isContested(promise, today);
  return {
    role: roleOf(promise.bySide, side),
    stage: stateOf(promise, today, otherSideTold),
    recordedByYourSide: promise.recordedBySide === side,
    unseen,
    disownable: canStillDisown(promise, today),
    contested,
    contestedByYou: contested && promise.contestedBySide === side,
    saidDone: promise.doneOn !== null,
    confirmed: promise.confirmedOn !== null,
    told: promise.toldOn !== null,
    proposalForYou: proposal !== null && proposal.proposedBySide !== side,
    dayPassed: today > lookedForOn(promise),
  };
}

/** The role in which a side meets a promise. */
export function roleOf(bySide: Side, side: Side): Role {
  return bySide === side ? "promiser" : "owed";
}

/** Whether the action is this role's at all, whatever the state; else whose it is, in words. */
export function isFor(action: Action, role: Role): true | string {
  if (TRANSITIONS[action][role] !== null) return true;
  return role === "owed"
    ? "This is for the side that made the promise."
    : "This is for the side the promise was made to.";
}

/** Whether the action can be taken now; else why not, in words. */
export function canTake(action: Action, situation: Situation): true | string {
  const grant: Grant | null = TRANSITIONS[action][situation.role];
  if (grant === null) return isFor(action, situation.role);
  const { stage } = situation;
  if (!grant.from.includes(stage)) {
    return stage === "new" ? "It is not recorded yet." : `This promise is ${STATE_WORDS[stage].is}.`;
  }
  const missing = grant.needs.find((need) => !CONDITIONS[need].holds(situation));
  return missing === undefined || CONDITIONS[missing].otherwise;
}

/** Everything that can be done now, in the order of the table. */
export function actionsFor(situation: Situation): Action[] {
  return ACTIONS.filter((action) => canTake(action, situation) === true);
}

/** The one thing to do next, put first on the page: what the other side waits for, else what moves it on. */
export function nextAction(situation: Situation): Action | null {
  const order: readonly Action[] = ["agree-day", "confirm", "report-done", "settle"];
  // A closed promise asks nothing, but for a yes to one that stands on own word.
  const open = situation.stage === "open" || situation.stage === "done";
  const found = order.find((action) => canTake(action, situation) === true);
  return found !== undefined && (open || found === "confirm") ? found : null;
}
