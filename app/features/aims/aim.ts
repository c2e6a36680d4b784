import type { Day } from "~/platform/calendar/day";
import type { Side } from "../identity/actor";

/** What an owner says of a belief about its aim. Ids are for ever; the stored ones are Prisma's. */
export const AIM_ANSWERS = ["confirmed", "corrected", "not_quite"] as const;
export type AimAnswer = (typeof AIM_ANSWERS)[number];

export const AIM_ANSWER_WORDS: Record<AimAnswer, string> = {
  confirmed: "Yes, that is what we want",
  corrected: "We would put it this way",
  not_quite: "Not quite",
};

/** An aim as its columns tell it; nothing in it says its stage. */
export type Aim = {
  /** Whose aim it is. */
  owner: Side;
  /** Who wrote it: the owner, or the other side, which then believes it to be so. */
  statedBy: Side;
  recordedOn: Day;
  acknowledgedOn: Day | null;
  answeredOn: Day | null;
  answer: AimAnswer | null;
};

/** "unseen": an own aim the other side has not acknowledged yet; "believed": a belief its owner has not answered. */
export const STAGES = ["unseen", "acknowledged", "believed", "not-quite", "answered"] as const;
export type Stage = (typeof STAGES)[number];

/** Whether an aim is what one side believes of the other. */
export function isBelief(aim: Pick<Aim, "owner" | "statedBy">): boolean {
  return aim.owner !== aim.statedBy;
}

/** The stage of an aim. */
export function stageOf(aim: Aim): Stage {
  if (!isBelief(aim)) return aim.acknowledgedOn === null ? "unseen" : "acknowledged";
  if (aim.answer === null) return "believed";
  return aim.answer === "not_quite" ? "not-quite" : "answered";
}

/** The side whose turn it is; null: nobody's. After "not quite" it is for who believed it, to think again. */
export function waitingOn(aim: Aim): Side | null {
  const stage = stageOf(aim);
  if (stage === "unseen") return aim.owner === "council" ? "community" : "council";
  if (stage === "believed") return aim.owner;
  return stage === "not-quite" ? aim.statedBy : null;
}
