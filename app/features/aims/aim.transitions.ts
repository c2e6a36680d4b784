import type { Side } from "../identity/actor";
import { type Aim, isBelief, type Stage, stageOf } from "./aim";

type Transition = {
  label: string;
  /** The stages in which each side may; [] for never. */
  owner: readonly Stage[];
  other: readonly Stage[];
};

/** Everything that can be done with an aim: by the side whose aim it is, and by the other. */
export const TRANSITIONS = {
  acknowledge: { label: "Acknowledge", owner: [], other: ["unseen"] },
  answer: { label: "Confirm or correct", owner: ["believed", "not-quite"], other: [] },
  edit: { label: "Change the words", owner: ["unseen"], other: ["believed", "not-quite"] },
} as const satisfies Record<string, Transition>;

export type Action = keyof typeof TRANSITIONS;
export const ACTIONS = Object.keys(TRANSITIONS) as Action[];

const NOT_NOW: Record<Stage, string> = {
  unseen: "It is the owner’s own aim: there is nothing to confirm.",
  acknowledged: "The other side has acknowledged it. Write a new one where it has changed.",
  believed: "Its owner has not answered yet.",
  "not-quite": "Its owner said “not quite”. The side that wrote it can change the words.",
  answered: "Its owner has answered it.",
};

/** Whether the action is this side's at all, for an aim of this sort; else whose it is, in words. */
export function isFor(action: Action, aim: Aim, side: Side): true | string {
  const role = aim.owner === side ? "owner" : "other";
  const { [role]: stages }: Transition = TRANSITIONS[action];
  const sort: readonly Stage[] = isBelief(aim)
    ? ["believed", "not-quite", "answered"]
    : ["unseen", "acknowledged"];
  if (stages.some((stage) => sort.includes(stage))) return true;
  if (action === "answer") return "Only the side whose aim it is can confirm or correct it.";
  return action === "edit"
    ? "Only the side that wrote it can change the words."
    : "This is for the other side.";
}

/** Whether the action can be taken now; else why not, in words. */
export function canTake(action: Action, aim: Aim, side: Side): true | string {
  const whose = isFor(action, aim, side);
  if (whose !== true) return whose;
  const { [aim.owner === side ? "owner" : "other"]: stages }: Transition = TRANSITIONS[action];
  const stage = stageOf(aim);
  return stages.includes(stage) || NOT_NOW[stage];
}
