import type { Day } from "~/platform/calendar/day";
import { otherSide, type Side } from "../identity/actor";

/** How often the two sides want to meet: as one side proposed it, and what the other said. */
export type Rhythm = {
  /** Days between two meetings, as a rule and at most. */
  idealGapDays: number;
  longestGapDays: number;
  agreedByCouncilOn: Day | null;
  agreedByCommunityOn: Day | null;
  declinedOn: Day | null;
};

export const RHYTHM_STATES = ["proposed", "agreed", "declined"] as const;
export type RhythmState = (typeof RHYTHM_STATES)[number];

/** The state of a rhythm. */
export function rhythmState(rhythm: Rhythm): RhythmState {
  if (rhythm.declinedOn !== null) return "declined";
  return agreedOn(rhythm) === null ? "proposed" : "agreed";
}

/** The day on which the second side agreed; null: not both have. */
export function agreedOn({ agreedByCouncilOn, agreedByCommunityOn }: Rhythm): Day | null {
  if (agreedByCouncilOn === null || agreedByCommunityOn === null) return null;
  return agreedByCouncilOn > agreedByCommunityOn ? agreedByCouncilOn : agreedByCommunityOn;
}

/** The side whose answer a proposal waits for; null: nobody's. */
export function rhythmWaitsOn(rhythm: Rhythm, proposedBy: Side): Side | null {
  return rhythmState(rhythm) === "proposed" ? otherSide(proposedBy) : null;
}

/** The longest gap that can be agreed, in days: a year. */
export const MOST_GAP_DAYS = 366;

/** A rhythm as a record's title. */
export function rhythmTitle({
  idealGapDays,
  longestGapDays,
}: Pick<Rhythm, "idealGapDays" | "longestGapDays">) {
  return `To meet every ${idealGapDays} days, and never more than ${longestGapDays} days apart`;
}
