import type { Side } from "../identity/actor";
import type { Entry, Stage } from "./evidence";
import { roleOf, stageOf } from "./evidence";

type Transition = {
  label: string;
  /** The stages in which each side may; [] for never. */
  answering: readonly Stage[];
  other: readonly Stage[];
};

/**
 * Everything that can be done about an entry's answer: by the side it waits on, and by the other. Only a kind that is
 * closed together lets the other side put an outcome forward, for the answering side to agree.
 */
export const TRANSITIONS = {
  answer: { label: "Answer", answering: ["waiting", "proposed", "held"], other: [] },
  propose: { label: "Put an ending forward", answering: [], other: ["waiting", "proposed"] },
  agree: { label: "Agree", answering: ["proposed"], other: [] },
} as const satisfies Record<string, Transition>;

export type Action = keyof typeof TRANSITIONS;
export const ACTIONS = Object.keys(TRANSITIONS) as Action[];

const NOT_NOW: Record<Stage, string> = {
  plain: "It asks for no answer.",
  waiting: "No ending has been put forward yet.",
  proposed: "An ending has been put forward already.",
  held: "It has been answered, and waits for no agreement.",
  answered: "It has been answered already. You can reply to say more.",
};

/** Whether the action is this side's at all, whatever the stage; else whose it is, in words. */
export function isFor(action: Action, entry: Entry, side: Side): true | string {
  if (stageOf(entry) === "plain") return NOT_NOW.plain;
  const { [roleOf(entry, side)]: stages }: Transition = TRANSITIONS[action];
  if (stages.length === 0) return "This is for the other side to answer.";
  return (
    action !== "propose" || entry.kind.answer?.together === true || "This is for the other side to answer."
  );
}

/** Whether the action can be taken now; else why not, in words. */
export function canTake(action: Action, entry: Entry, side: Side): true | string {
  const whose = isFor(action, entry, side);
  if (whose !== true) return whose;
  const { [roleOf(entry, side)]: stages }: Transition = TRANSITIONS[action];
  const stage = stageOf(entry);
  return stages.includes(stage) || NOT_NOW[stage];
}
