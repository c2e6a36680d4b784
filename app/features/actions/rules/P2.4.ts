import { addDays, type Day, daysBetween } from "~/platform/calendar/day";
import type { ActionRule } from "../action";
import { contactMeetings, counted, type Evidence, lastMet, metToday, postsHeld, YEAR } from "../evidence";
import type { PostSeen } from "../records-seen";

/** Days between contacts where nothing else is agreed or wanted (docs/method.md 3.1). */
const USUAL_GAP = 42;
const TIMES = 2;
/** Meetings in two years that make somebody one of those who can help. */
const MEETINGS_OF_A_KEY_CONTACT = 2;

// The named lead, and whoever came at least twice in two years.
function keyContacts(evidence: Evidence, today: Day): PostSeen[] {
  const from = addDays(today, -2 * YEAR);
  const meetings = contactMeetings(evidence).filter(({ on }) => on >= from);
  const times = (id: string) =>
    meetings.filter(({ came }) => came.some(({ personId }) => personId === id)).length;
  const posts = postsHeld(evidence, today).filter(({ side }) => side === "council");
  const seen = new Set<string>();
  return posts
    .toSorted((a, b) => Number(b.isLead) - Number(a.isLead) || (a.id < b.id ? -1 : 1))
    .filter(({ personId, isLead }) => {
      if (seen.has(personId) || (!isLead && times(personId) < MEETINGS_OF_A_KEY_CONTACT)) return false;
      seen.add(personId);
      return true;
    });
}

function intervalOf(evidence: Evidence, personId: string): number {
  return evidence.wantedDays[personId] ?? evidence.rhythm?.idealGapDays ?? USUAL_GAP;
}

/**
 * Somebody at the council who matters here has not been met for twice the interval wanted with them, else agreed
 * between the sides, else usual (guide, P2.4).
 */
export const P2_4: ActionRule = {
  id: "P2.4",
  component: "trust",
  for: [{ side: "community", roles: ["chair", "representative"] }],
  effort: 1,
  title: "Ring somebody at the council you have not talked to for a while",
  wording: "No agenda needed: ask how things are, and say what has changed here.",
  closes: "A call, a visit or a meeting with them is logged.",
  look(evidence, today) {
    const met = lastMet(evidence);
    const cold = keyContacts(evidence, today)
      .flatMap((post) => {
        const last = met.get(post.personId);
        const on = last?.on ?? post.startsOn ?? evidence.since;
        const allowed = TIMES * intervalOf(evidence, post.personId);
        return on !== null && on < addDays(today, -allowed) ? [{ post, last, on, allowed }] : [];
      })
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.post.id < b.post.id ? -1 : 1));
    const [longest] = cold;
    if (!longest) return null;
    const days = daysBetween(longest.on, today);
    const how = longest.last ? `was last met ${days} days ago` : `has not been met in ${days} days`;
    const others =
      cold.length === 1 ? "" : ` So is the case for ${counted(cold.length - 1, "other contact")}.`;
    return {
      because: `${longest.post.name} of ${evidence.council} ${how}; every ${longest.allowed / TIMES} days would be good.${others}`,
      recordIds: cold.flatMap(({ post, last }) => [post.id, ...(last ? [last.id] : [])]),
      since: longest.on,
      daysOverdue: days - longest.allowed,
      hypothetical: metToday(today, "call"),
    };
  },
};
