import { addDays, type Day, daysBetween } from "~/platform/calendar/day";
import type { ActionRule } from "../action";
import {
  contactMeetings,
  counted,
  type Evidence,
  lastMet,
  livePosts,
  metToday,
  postsHeld,
  YEAR,
} from "../evidence";
import { openProjects } from "../plan-seen";
import { named } from "../wording";

/** Days from its start in which a project should be talked of with the council. */
const EARLY = 60;

type Part = { words: string; ids: string[]; state: string[]; since: Day | null };

function noCabinet(evidence: Evidence, today: Day): Part | null {
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
    words: last ? `${known} The last time was ${daysBetween(last.on, today)} days ago.` : known,
    ids: [...posts.map(({ id }) => id), ...(last ? [last.id] : [])],
    state: [],
    since: last?.on ?? evidence.since,
  };
}

// Projects of two years, which is as far as meetings are read. A second talk makes a late first one good.
function lateTalks(evidence: Evidence, today: Day): Part | null {
  const meetings = contactMeetings(evidence);
  const found = openProjects(evidence).filter(({ id, startedOn }) => {
    const talks = meetings.filter(({ projectIds, on }) => projectIds.includes(id) && on <= today);
    const first = talks.at(-1)?.on ?? today;
    return (
      startedOn >= addDays(today, -2 * YEAR) && talks.length < 2 && daysBetween(startedOn, first) > EARLY
    );
  });
  const [oldest] = found;
  if (!oldest) return null;
  return {
    words: `${counted(found.length, "project")} ${found.length === 1 ? "was" : "were"} not talked of with ${evidence.council} in the first ${EARLY} days: ${named(found)} (oldest begun ${daysBetween(oldest.startedOn, today)} days ago).`,
    ids: found.map(({ id }) => id),
    state: found.map(({ id }) => id),
    since: oldest.startedOn,
  };
}

/**
 * No leader or cabinet member of the council is a live contact, or a project was not talked of with the council in its
 * first 60 days (guide, P3.1).
 */
export const P3_1: ActionRule = {
  id: "P3.1",
  component: "dialogue",
  for: [{ side: "community", roles: [] }],
  effort: 2,
  title: "Win somebody in the cabinet over, early",
  wording:
    "Ask the leader or a cabinet member to come and see the work, before you need a decision from them.",
  closes:
    "A leader or cabinet member came to a meeting in the last six months, and each project has been talked of: twice, where the first time was late.",
  look(evidence, today) {
    const parts = [noCabinet(evidence, today), lateTalks(evidence, today)].filter((part) => part !== null);
    const [first] = parts;
    if (!first) return null;
    return {
      because: parts.map(({ words }) => words).join(" "),
      recordIds: parts.flatMap(({ ids }) => ids),
      state: parts.flatMap(({ state }) => state),
      since: first.since,
      hypothetical: metToday(today, "in person"),
    };
  },
};
