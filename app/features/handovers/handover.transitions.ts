import type { Side } from "../identity/actor";
import { type Handover, STATE_WORDS, type State, stateOf } from "./handover";

/**
 * Who acts: for the side whose post it is; for the other side, which noted it because the first does not record here
 * ("noted": it may note each step it hears of); or for the other side where the first records for itself.
 */
export const ROLES = ["own", "noted", "other"] as const;
export type Role = (typeof ROLES)[number];
/** A state, or "new": not announced yet. */
export type Stage = State | "new";
export const STAGES = ["new", "notified", "prepared", "accepted", "complete", "withdrawn"] as const;

type Transition = { label: string } & Record<Role, readonly Stage[]>;

const forOwn = (label: string, ...stages: Stage[]) => ({ label, own: stages, noted: stages, other: [] });

/**
 * Everything that can be done with a handover: who may, and when. Guards, buttons and labels read this table and nothing
 * else. Ids are for ever.
 */
export const TRANSITIONS = {
  announce: { label: "Say that somebody leaves", own: ["new"], noted: ["new"], other: ["new"] },
  revise: forOwn("Change the days or the note", "notified", "prepared", "accepted"),
  "name-incoming": forOwn("Say who follows", "notified", "prepared"),
  prepare: forOwn("Write the handover note", "notified"),
  accept: forOwn("Accept the handover", "prepared"),
  complete: {
    label: "Say that the other side has met them",
    own: ["accepted"],
    noted: ["accepted"],
    other: ["accepted"],
  },
  "move-items": forOwn("Move what is open", "prepared", "accepted", "complete"),
  "undo-move": forOwn("Undo the move", "prepared", "accepted", "complete"),
  check: forOwn("Keep the checklist", "notified", "prepared", "accepted", "complete"),
  withdraw: forOwn("They stay after all", "notified", "prepared", "accepted"),
} as const satisfies Record<string, Transition>;

export type Action = keyof typeof TRANSITIONS;
export const ACTIONS = Object.keys(TRANSITIONS) as Action[];

/** The role in which a side meets a handover. */
export function roleOf(handover: Pick<Handover, "ofSide" | "recordedBySide">, side: Side): Role {
  if (handover.ofSide === side) return "own";
  return handover.recordedBySide === side ? "noted" : "other";
}

/** Whether the action is this role's at all, whatever the stage; else whose it is, in words. */
export function isFor(action: Action, role: Role): true | string {
  const { [role]: stages }: Transition = TRANSITIONS[action];
  return stages.length > 0 || "This is for the side whose post it is.";
}

/** Whether the action can be taken now; else why not, in words. */
export function canTake(action: Action, role: Role, stage: Stage): true | string {
  const { [role]: stages }: Transition = TRANSITIONS[action];
  if (stages.length === 0) return isFor(action, role);
  if (stages.includes(stage)) return true;
  if (stage === "new") return "It is not announced yet.";
  if (stage === "notified") return "Write the handover note first.";
  return `This handover stands at “${STATE_WORDS[stage]}”.`;
}

/** Everything a role can do now, in the order of the table. */
export function actionsFor(role: Role, handover: Handover): Action[] {
  return ACTIONS.filter((action) => canTake(action, role, stateOf(handover)) === true);
}
