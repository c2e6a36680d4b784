import { daysBetween } from "~/platform/calendar/day";
import type { ActionRule } from "../action";
import { lastMet, livePosts, metToday, postsHeld } from "../evidence";

/**
 * No leader or cabinet member of the council is a live contact (framework.md P3.1). Projects that started without an
 * early meeting join with their register.
 */
export const P3_1: ActionRule = {
  id: "P3.1",
  component: "dialogue",
  for: [{ side: "community", roles: [] }],
  effort: 2,
  title: "Win somebody in the cabinet over, early",
  wording:
    "Ask the leader or a cabinet member to come and see the work, before you need a decision from them.",
  closes: "A leader or cabinet member came to a meeting in the last six months.",
  look(evidence, today) {
    if (livePosts(evidence, today).some(({ cabinet }) => cabinet)) return null;
    const met = lastMet(evidence);
    const posts = postsHeld(evidence, today).filter(({ cabinet }) => cabinet);
    const meetings = posts
      .flatMap(({ personId }) => met.get(personId) ?? [])
      .sort((a, b) => (a.on < b.on ? 1 : -1));
    const [last] = meetings;
    const known =
      posts.length === 0
        ? `No leader or cabinet member of ${evidence.council} is recorded here.`
        : `None of the ${posts.length} in the cabinet of ${evidence.council} came to a meeting in the last six months.`;
    return {
      because: last ? `${known} The last time was ${daysBetween(last.on, today)} days ago.` : known,
      recordIds: [...posts.map(({ id }) => id), ...(last ? [last.id] : [])],
      since: last?.on ?? evidence.since,
      hypothetical: metToday(today, "in person"),
    };
  },
};
