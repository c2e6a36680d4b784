import { addDays, type Day, daysBetween } from "~/platform/calendar/day";
import type { Side } from "../../identity/actor";
import type { ActionRule, Sighting } from "../action";
import { contactMeetings, type Evidence, factOf, type PostSeen, sentence, sideName, YEAR } from "../evidence";

/** Days ahead in which a known leaver comes before everything else (scoring.md 10). */
const LEAVING_WITHIN = 30;
/** Days before an end from which on somebody new in the same post is taken for the successor. */
const OVERLAP = 90;
/** Meetings in the year before leaving that make somebody a contact (settled 14). */
const MEETINGS_OF_A_CONTACT = 2;

// A named lead, or somebody met twice in the year before leaving. An elected post counts for a lead alone.
function isContact(evidence: Evidence, post: PostSeen, leaves: Day): boolean {
  if (post.isLead) return true;
  if (post.level === "elected") return false;
  const from = addDays(leaves, -YEAR);
  const meetings = contactMeetings(evidence).filter(
    ({ on, came }) => on >= from && on <= leaves && came.some(({ personId }) => personId === post.personId),
  );
  return meetings.length >= MEETINGS_OF_A_CONTACT;
}

function hasSuccessor(evidence: Evidence, post: PostSeen, leaves: Day): boolean {
  if (post.isLead && post.leadFilledOn !== null) return true;
  return evidence.posts.some(
    (other) =>
      other.personId !== post.personId &&
      other.organisationId === post.organisationId &&
      (other.endsOn === null || other.endsOn > leaves) &&
      (post.isLead
        ? other.isLead
        : other.role === post.role &&
          other.topic === post.topic &&
          other.startsOn !== null &&
          other.startsOn >= addDays(leaves, -OVERLAP)),
  );
}

function leavers(evidence: Evidence, today: Day, side: Side): (PostSeen & { leaves: Day })[] {
  const first = evidence.firstRecordOn;
  return evidence.posts
    .flatMap((post) => (post.side === side && post.endsOn ? [{ ...post, leaves: post.endsOn }] : []))
    .filter(({ leaves }) => leaves <= addDays(today, LEAVING_WITHIN) && (first === null || leaves >= first))
    .filter((post) => post.isLead || post.leaves >= addDays(today, -YEAR))
    .filter((post) => isContact(evidence, post, post.leaves) && !hasSuccessor(evidence, post, post.leaves))
    .sort((a, b) => (a.leaves < b.leaves ? -1 : a.leaves > b.leaves ? 1 : a.id < b.id ? -1 : 1));
}

function sighting(
  evidence: Evidence,
  today: Day,
  side: Side,
  found: (PostSeen & { leaves: Day })[],
): Sighting | null {
  const [oldest] = found;
  if (!oldest) return null;
  const gone = found.filter(({ leaves }) => leaves <= today);
  const going = found.find(({ leaves }) => leaves > today);
  const who = sideName(evidence, side);
  const one = `${found.length === 1 ? "1 post" : `${found.length} posts`} that ${who} works through ${found.length === 1 ? "has" : "have"} nobody to follow`;
  const when = gone[0]
    ? `${gone[0].name} left ${daysBetween(gone[0].leaves, today)} days ago`
    : `${oldest.name} leaves in ${daysBetween(today, oldest.leaves)} days`;
  const lead = gone.find(({ isLead }) => isLead);
  const fact = lead && factOf(evidence, lead.id, "appointment");
  return {
    because: `${sentence(one)}: ${when}.`,
    recordIds: found.map(({ id }) => id),
    since: oldest.leaves,
    daysOverdue: gone[0] && daysBetween(gone[0].leaves, today),
    dueInDays: gone.length === 0 && going ? daysBetween(today, going.leaves) : undefined,
    hypothetical: fact && { ...fact, filled: today },
    outranks: going ? "leaver" : undefined,
  };
}

/**
 * The post of a side's named lead or contact ended, or ends within 30 days, and nobody follows (framework.md C2.4, both
 * sides the same way; settled 14). Handovers join with their register.
 */
export const C2_4: ActionRule = {
  id: "C2.4",
  component: "trust",
  for: [
    { side: "council", roles: ["officer", "senior-manager"] },
    { side: "community", roles: ["chair", "vice-chair", "secretary"] },
  ],
  effort: 2,
  title: "Pass on what somebody who leaves knows, and say who follows",
  wording: "Name the next person, tell the other side, and hand over open promises and requests in a talk.",
  closes: "Somebody else is recorded in the post, or as the named lead.",
  look: (evidence, today, side) => sighting(evidence, today, side, leavers(evidence, today, side)),
};
