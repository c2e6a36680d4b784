import { addDays, type Day } from "~/platform/calendar/day";
import { losesContact } from "../handovers/contact";
import type { HandoverSeen } from "../handovers/handover-seen";
import type { Side } from "../identity/actor";
import { contactMeetings, type Evidence, YEAR } from "./evidence";
import type { PostSeen } from "./records-seen";

/** Days ahead in which a known leaver comes before everything else (docs/method.md 10). */
const LEAVING_WITHIN = 30;

/** A contact whose post ended, or ends soon, and the handover there is of it. */
export type Leaver = PostSeen & { leaves: Day; handover: HandoverSeen | null };

function isContact(evidence: Evidence, post: PostSeen, endsOn: Day): boolean {
  const met = contactMeetings(evidence)
    .filter(({ came }) => came.some(({ personId }) => personId === post.personId))
    .map(({ on }) => on);
  return losesContact({ isLead: post.isLead, level: post.level, endsOn, met }, evidence.firstRecordOn);
}

/** Somebody else leads by now: what is over a year ago is left alone then. */
function isFollowed(evidence: Evidence, post: PostSeen): boolean {
  if (post.leadFilledOn !== null) return true;
  return evidence.posts.some(
    ({ personId, organisationId, isLead, endsOn }) =>
      isLead && endsOn === null && organisationId === post.organisationId && personId !== post.personId,
  );
}

/** The contacts of a side who left in the last year or leave soon, without a complete handover: the oldest first. */
export function leavers(evidence: Evidence, today: Day, side: Side): Leaver[] {
  return (
    evidence.posts
      .flatMap((post): Leaver[] => {
        if (post.side !== side || !post.endsOn) return [];
        const handover = evidence.handovers.find(({ postId }) => postId === post.id) ?? null;
        return [{ ...post, leaves: post.endsOn, handover }];
      })
      .filter(({ handover }) => !handover?.complete)
      .filter(({ leaves }) => leaves <= addDays(today, LEAVING_WITHIN))
      .filter((post) => post.leaves >= addDays(today, -YEAR) || (post.isLead && !isFollowed(evidence, post)))
      // Whose handover was announced is a contact by the word of whoever announced it.
      .filter((post) => post.handover !== null || isContact(evidence, post, post.leaves))
      .sort((a, b) => (a.leaves < b.leaves ? -1 : a.leaves > b.leaves ? 1 : a.id < b.id ? -1 : 1))
  );
}
