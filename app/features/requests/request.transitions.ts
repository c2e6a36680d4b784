import type { Side } from "../identity/actor";
import { type Request, type State, stateOf } from "./request";

/** Who acts: for the side that asked, or for the side that was asked. */
export type Role = "asker" | "asked";
/**
 * The states told apart further: open without and with ("held") a holding reply, answered without and with ("judged")
 * the asker's word on how straight it was; "new": not asked yet.
 */
export const STAGES = ["new", "open", "held", "answered", "judged", "withdrawn"] as const;
export type Stage = (typeof STAGES)[number];

type Transition = {
  label: string;
  /** The stages in which each role may; [] for never. */
  asker: readonly Stage[];
  asked: readonly Stage[];
};

/**
 * Everything that can be done with a request: who may, and when. Guards, buttons and labels read this table and nothing
 * else. Either side may note what the asked one said: much is answered by letter, to the side that then records it.
 */
export const TRANSITIONS = {
  ask: { label: "Ask", asker: ["new"], asked: [] },
  revise: { label: "Change the words or the day", asker: ["open", "held"], asked: [] },
  hold: { label: "Add a holding reply", asker: ["open"], asked: ["open"] },
  refer: { label: "Pass it on", asker: ["open", "held"], asked: ["open", "held"] },
  answer: { label: "Answer", asker: ["open", "held"], asked: ["open", "held"] },
  judge: { label: "Say how straight the answer was", asker: ["answered"], asked: [] },
  withdraw: { label: "Withdraw the request", asker: ["open", "held"], asked: [] },
} as const satisfies Record<string, Transition>;

export type Action = keyof typeof TRANSITIONS;
export const ACTIONS = Object.keys(TRANSITIONS) as Action[];

/** Where a request stands in the table. */
export function stageOf(request: Request): Stage {
  const state = stateOf(request);
  if (state === "open") return request.holdingOn === null ? "open" : "held";
  return state === "answered" && request.judgement !== null ? "judged" : state;
}

/** The role in which a side meets a request. */
export function roleOf(request: Pick<Request, "toSide">, side: Side): Role {
  return request.toSide === side ? "asked" : "asker";
}

const NOT_NOW: Record<Exclude<Stage, "new">, string> = {
  open: "It has not been answered yet.",
  held: "It has a holding reply, and no answer yet. You can reply to the record to say more.",
  answered: "It has been answered already.",
  judged: "It has been answered, and the side that asked has said how straight that was.",
  withdrawn: "It was withdrawn.",
};

/** Whether the action is this role's at all, whatever the stage; else whose it is, in words. */
export function isFor(action: Action, role: Role): true | string {
  const { [role]: stages }: Transition = TRANSITIONS[action];
  return stages.length > 0 || "This is for the side that asked.";
}

/** Whether the action can be taken now; else why not, in words. */
export function canTake(action: Action, role: Role, stage: Stage): true | string {
  const { [role]: stages }: Transition = TRANSITIONS[action];
  if (stages.length === 0) return isFor(action, role);
  if (stages.includes(stage)) return true;
  return stage === "new" ? "It has not been asked yet." : NOT_NOW[stage];
}

/** A state as a tag says it. */
export const STATE_WORDS: Record<State, string> = {
  open: "Waiting for an answer",
  answered: "Answered",
  withdrawn: "Withdrawn",
};
