import type { Day } from "~/platform/calendar/day";
import type { Side } from "../identity/actor";
import {
  endpointOf,
  lastLead,
  openBlocks,
  openGaps,
  type Project,
  STAGE_WORDS,
  type Stage,
  undecidedMoves,
} from "./project";

/** What must hold besides the stage; each with what is said where it does not. */
const CONDITIONS = {
  "no endpoint": { holds: (s: Situation) => !s.hasEnd, otherwise: "It has an endpoint. You can move it." },
  "an endpoint": { holds: (s: Situation) => s.hasEnd, otherwise: "It has no endpoint yet. Set one first." },
  "an endpoint of theirs": {
    holds: (s: Situation) => s.endOfTheirs,
    otherwise: "No endpoint is waiting for your side’s word.",
  },
  "proposal for you": {
    holds: (s: Situation) => s.proposalForYou,
    otherwise: "No new day is waiting for your answer.",
  },
  "scope not fixed": { holds: (s: Situation) => !s.scopeFixed, otherwise: "It is already on record." },
  "a scope of theirs": {
    holds: (s: Situation) => s.scopeOfTheirs,
    otherwise: "Nothing is waiting for your side’s word on what it should come to.",
  },
  "held up": { holds: (s: Situation) => s.heldUp, otherwise: "Nothing holds it up." },
  "decision awaited": { holds: (s: Situation) => s.awaits, otherwise: "It waits for no decision." },
  "no decision awaited": {
    holds: (s: Situation) => !s.awaits,
    otherwise: "It already waits for a decision.",
  },
  "a skill missing": { holds: (s: Situation) => s.gap, otherwise: "No skill is missing." },
  "a move without a decision": {
    holds: (s: Situation) => s.undecided,
    otherwise: "Every move of the lead has its decision.",
  },
} as const;
export type Condition = keyof typeof CONDITIONS;

const OPEN = ["idea", "agreed", "under_way", "paused"] as const satisfies readonly Stage[];
const ANY = [...OPEN, "finished", "stopped"] as const satisfies readonly Stage[];

type Transition = { label: string; from: readonly (Stage | "new")[]; needs: readonly Condition[] };
const at = (label: string, from: Transition["from"], ...needs: Condition[]): Transition => ({
  label,
  from,
  needs,
});

/**
 * Everything that can be done with a project, at which stages, and what must hold. Either side may, but for the words of
 * the record, which are its recorder's, and a word to the other side's days, which the conditions keep apart. Ids are
 * for ever.
 */
export const TRANSITIONS = {
  record: at("Record a project", ["new"]),
  edit: at("Change its words", ANY),
  "set-stage": at("Say where it stands", ANY),
  "change-lead": at("Say who leads", OPEN),
  "note-decision": at("Record the decision behind a move of the lead", ANY, "a move without a decision"),
  "state-responsibility": at("Say what the council answers for", OPEN),
  "set-endpoint": at("Set an endpoint", OPEN, "no endpoint"),
  "agree-endpoint": at("Agree to the endpoint", OPEN, "an endpoint of theirs"),
  "move-day": at("Move the endpoint", OPEN, "an endpoint"),
  "agree-day": at("Agree to the new day", OPEN, "proposal for you"),
  "decline-day": at("Decline the new day", OPEN, "proposal for you"),
  "fix-scope": at("Say that its outcome is fixed", OPEN, "scope not fixed"),
  "agree-scope": at("Agree to the outcome", OPEN, "a scope of theirs"),
  block: at("Say what holds it up", OPEN),
  "ask-help": at("Link the request for help", OPEN, "held up"),
  "clear-block": at("Say that it is cleared", ANY, "held up"),
  "await-decision": at("Say which decision it waits for", OPEN, "no decision awaited"),
  "decision-made": at("Say that the decision is made", ANY, "decision awaited"),
  "open-gap": at("Name a skill that is missing", OPEN),
  "fill-gap": at("Say that the skill is found", ANY, "a skill missing"),
} as const satisfies Record<string, Transition>;

export type Action = keyof typeof TRANSITIONS;
export const ACTIONS = Object.keys(TRANSITIONS) as Action[];

/** Where a project stands for one of its sides: all that the table asks about. */
export type Situation = {
  stage: Stage | "new";
  hasEnd: boolean;
  endOfTheirs: boolean;
  proposalForYou: boolean;
  scopeFixed: boolean;
  scopeOfTheirs: boolean;
  heldUp: boolean;
  awaits: boolean;
  gap: boolean;
  undecided: boolean;
};

/** The situation of a project for one side. */
export function situationOf(project: Project, side: Side): Situation {
  const waiting = endpointOf(project)?.waiting ?? null;
  const theirs = (by: Side | null, agreedOn: Day | null) => by !== null && by !== side && agreedOn === null;
  return {
    stage: project.stage,
    hasEnd: project.endsOn !== null,
    endOfTheirs: theirs(project.endsBySide, project.endsAgreedOn),
    proposalForYou: waiting !== null && waiting.proposedBySide !== side,
    scopeFixed: project.scopeFixedOn !== null,
    scopeOfTheirs: theirs(project.scopeFixedBySide, project.scopeAgreedOn),
    heldUp: openBlocks(project).length > 0,
    awaits: project.decisionFrom !== null,
    gap: openGaps(project).length > 0,
    undecided: undecidedMoves(project).length > 0,
  };
}

/** Whether the action can be taken now; else why not, in words. */
export function canTake(action: Action, situation: Situation): true | string {
  const { from, needs }: Transition = TRANSITIONS[action];
  const { stage } = situation;
  if (!from.includes(stage)) {
    return stage === "new"
      ? "It is not recorded yet."
      : `This project is ${STAGE_WORDS[stage].toLowerCase()}.`;
  }
  const missing = needs.find((need) => !CONDITIONS[need].holds(situation));
  return missing === undefined || CONDITIONS[missing].otherwise;
}

/** Whether choosing this lead moves it from one hand to another, for which a decision is asked. */
export function movesLead(project: Project, to: Project["lead"]): boolean {
  const from = lastLead(project);
  return from !== null && to !== null && from !== to;
}
