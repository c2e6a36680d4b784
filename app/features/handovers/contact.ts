import { addDays, type Day } from "~/platform/calendar/day";
import type { PostLevel } from "../people/person";

/** Meetings in the year before leaving that make somebody a contact. */
export const MEETINGS_OF_A_CONTACT = 2;
const YEAR = 365;

/** The first day on which a meeting makes somebody a contact who is gone from `leaves` on. */
export function contactFrom(leaves: Day): Day {
  return addDays(leaves, -YEAR);
}

/** A post that ends, as far as it tells whether the other side loses a contact. */
export type EndingPost = {
  isLead: boolean;
  level: PostLevel;
  /** The first day without them. */
  endsOn: Day;
  /** The days of the meetings of both sides they came to. */
  met: readonly Day[];
};

/**
 * Whether somebody the other side works through is lost: a named lead, or somebody who came to two meetings of both
 * sides in the year before. An elected post counts for a lead alone, as polls end it. What ended before anything was
 * recorded between the two never counts.
 */
export function losesContact(post: EndingPost, firstRecordOn: Day | null): boolean {
  if (firstRecordOn === null || post.endsOn < firstRecordOn) return false;
  if (post.isLead) return true;
  if (post.level === "elected") return false;
  const from = contactFrom(post.endsOn);
  return post.met.filter((on) => on >= from && on <= post.endsOn).length >= MEETINGS_OF_A_CONTACT;
}
