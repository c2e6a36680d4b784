import type { Day } from "~/platform/calendar/day";
import type { Side } from "../identity/actor";
import { type Mou, type MouState, openReview, stateOf } from "./mou";

/**
 * Who acts: the side that made the last move (put the text forward, said the review is done, asked to end it), the
 * other one, or ("sole") the partnership, which alone keeps the chair's agreement with the programme.
 */
export type Role = "mover" | "other" | "sole";

/** The states told apart further: signed by one party; a review, or an end, that waits for the other side. */
export const STAGES = [
  "draft",
  "proposed",
  "agreed",
  "half-signed",
  "signed",
  "in-force",
  "under-review",
  "reviewed",
  "ending",
  "superseded",
  "expired",
  "ended",
] as const;
export type Stage = (typeof STAGES)[number];

type Transition = {
  label: string;
  /** Leads speak for their side. */
  lead: boolean;
  /** The stages in which each may; [] for never. */
  mover: readonly Stage[];
  other: readonly Stage[];
};

const either = (...stages: Stage[]) => ({ mover: stages, other: stages });
const onlyOther = (...stages: Stage[]) => ({ mover: [], other: stages });
const onlyMover = (...stages: Stage[]) => ({ mover: stages, other: [] });

/** Everything that can be done with an agreement: who may, and when. Guards, buttons and labels read this table alone. */
export const TRANSITIONS = {
  revise: { label: "Change the draft", lead: false, ...onlyMover("draft") },
  propose: { label: "Propose it to the other side", lead: true, ...onlyMover("draft") },
  counter: { label: "Propose other words", lead: true, ...either("proposed") },
  agree: { label: "Agree", lead: true, ...onlyOther("proposed") },
  drop: { label: "Give it up", lead: true, ...either("proposed", "agreed", "half-signed") },
  sign: { label: "Note a signature", lead: false, ...either("agreed", "half-signed") },
  change: { label: "Propose a change", lead: true, ...either("signed", "in-force", "under-review") },
  startReview: { label: "Begin a review", lead: false, ...either("in-force") },
  finishReview: { label: "Say the review is done", lead: false, ...either("under-review") },
  agreeReview: { label: "Agree that it is done", lead: true, ...onlyOther("reviewed") },
  reopenReview: { label: "Say it is not done yet", lead: false, ...onlyOther("reviewed") },
  askEnd: { label: "Ask to end it", lead: true, ...either("signed", "in-force", "under-review") },
  agreeEnd: { label: "Agree to end it", lead: true, ...onlyOther("ending") },
  refuseEnd: { label: "Say it should go on", lead: true, ...onlyOther("ending") },
  link: {
    label: "Link a clause",
    lead: false,
    mover: [
      "draft",
      "proposed",
      "agreed",
      "half-signed",
      "signed",
      "in-force",
      "under-review",
      "reviewed",
      "ending",
    ],
    other: ["proposed", "agreed", "half-signed", "signed", "in-force", "under-review", "reviewed", "ending"],
  },
  attach: {
    label: "Attach the signed copy",
    lead: false,
    ...either("agreed", "half-signed", "signed", "in-force", "under-review", "reviewed", "ending", "expired"),
  },
} as const satisfies Record<string, Transition>;

export type Action = keyof typeof TRANSITIONS;
export const ACTIONS = Object.keys(TRANSITIONS) as Action[];

/** Where an agreement stands in the table. */
export function stageOf(mou: Mou, today: Day): Stage {
  const state = stateOf(mou, today);
  if (state === "agreed")
    return mou.signedOn.community === null && mou.signedOn.other === null ? "agreed" : "half-signed";
  const lives = state === "signed" || state === "in-force" || state === "under-review";
  if (lives && mou.endAskedBySide !== null && mou.endAgreedOn === null) return "ending";
  if (state === "under-review" && openReview(mou)?.doneOn != null) return "reviewed";
  return state;
}

/** The role in which a side meets an agreement at its stage. */
export function roleOf(mou: Mou, side: Side, today: Day): Role {
  if (mou.kind === "programme") return "sole";
  const stage = stageOf(mou, today);
  const mover =
    stage === "ending"
      ? mou.endAskedBySide
      : stage === "reviewed"
        ? openReview(mou)?.doneBySide
        : mou.textBySide;
  return mover === side ? "mover" : "other";
}

/** A state as a tag says it. */
export const STATE_WORDS: Record<MouState, string> = {
  draft: "Draft",
  proposed: "Proposed",
  agreed: "Agreed, to be signed",
  signed: "Signed, not begun",
  "in-force": "In force",
  "under-review": "Under review",
  superseded: "Replaced by another",
  expired: "Expired",
  ended: "Ended",
};

const NOT_NOW: Record<Stage, string> = {
  draft: "It is a draft still.",
  proposed: "It is on the table, and not agreed yet.",
  agreed: "Both sides have agreed to it, and nobody has signed yet.",
  "half-signed": "One party has signed it, the other not yet.",
  signed: "It is signed, and has not begun yet.",
  "in-force": "It is in force.",
  "under-review": "It is under review.",
  reviewed: "Its review is said to be done, and waits for the other side’s word.",
  ending: "One side has asked to end it. That has to be answered first.",
  superseded: "Another agreement has taken its place.",
  expired: "Its last day has passed.",
  ended: "It has ended.",
};

/** Whether the action can be taken now; else why not, in words. */
export function canTake(action: Action, role: Role, stage: Stage): true | string {
  const { mover, other }: Transition = TRANSITIONS[action];
  const able = role === "sole" ? [...mover, ...other] : role === "mover" ? mover : other;
  if (able.includes(stage)) return true;
  const forOther = (role === "mover" ? other : mover).includes(stage);
  return forOther && role !== "sole" ? "This is for the other side to do." : NOT_NOW[stage];
}
