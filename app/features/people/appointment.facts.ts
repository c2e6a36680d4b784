import type { Day } from "~/platform/calendar/day";
import type { Side } from "../identity/actor";
import type { FactOf } from "../scoring/facts";

/** What the score may know of a post: whose named lead, when last checked, and since when the place is empty. */
export type LeadPost = {
  id: string;
  side: Side;
  isLead: boolean;
  checkedOn: Day | null;
  /** The first day without them; null: still in post. */
  endsOn: Day | null;
  /** The day somebody else was named after it ended. */
  filledOn: Day | null;
};

/** A post as a fact for the score (scoring-golden.json, "form"), or null: only named leads count. */
export function toFact(post: LeadPost): FactOf<"appointment"> | null {
  if (!post.isLead) return null;
  return {
    type: "appointment",
    id: post.id,
    side: post.side,
    lead: true,
    checked: post.checkedOn,
    vacant: post.endsOn,
    filled: post.endsOn === null ? null : post.filledOn,
  };
}
