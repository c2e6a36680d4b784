import type { Day } from "~/platform/calendar/day";
import type { Proposal } from "./upcoming";

/** What Democracy Club lists for a council, for who keeps its list to accept one by one. */
export type LookedUp = {
  councilId: string;
  council: string;
  askedOn: Day;
  proposals: (Proposal & {
    /** Whether the council's list has one of this kind on this day. */
    onList: boolean;
    /** Where it comes from and of which day, as it is noted beside the election. */
    source: string;
  })[];
};

/** What is said where nothing could be looked up. */
export const LOOK_UP_WORDS = {
  noCode: "This council has no code in the register, so Democracy Club cannot be asked. Add them by hand.",
  away: "Democracy Club does not answer now. Add elections by hand, or try again in a few minutes.",
  off: "This tracker asks no outside service. Add elections by hand.",
} as const;
