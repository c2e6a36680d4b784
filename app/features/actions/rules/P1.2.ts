import type { Day } from "~/platform/calendar/day";
import type { ActionRule, Sighting } from "../action";
import { type Evidence, livePosts, metToday, postsHeld } from "../evidence";
import type { PostSeen } from "../records-seen";

const LEVELS = {
  elected: "councillors",
  senior: "senior managers",
  officer: "officers",
  front_line: "front-line staff",
};
const WANTED = 3;

/** Levels enough are met, and yet nobody there is named an ally; null where that is not known, or somebody is. */
function noAlly(evidence: Evidence, live: readonly PostSeen[], today: Day): Sighting | null {
  const posts = postsHeld(evidence, today).filter(({ side }) => side === "council");
  if (evidence.allies === null || posts.some(({ personId }) => evidence.allies?.includes(personId)))
    return null;
  return {
    because: `Your side names nobody at ${evidence.council} as an ally.`,
    recordIds: live.map(({ id }) => id),
    state: ["no ally"],
    since: evidence.since,
  };
}

/**
 * Fewer than three of the council's four levels have a live contact, or the side names no ally there (guide,
 * P1.2). The only live contact outranks gain (docs/method.md 10). Allies are a side's own: that reason is shown to it alone.
 */
export const P1_2: ActionRule = {
  id: "P1.2",
  component: "recognition",
  for: [{ side: "community", roles: [] }],
  effort: 2,
  title: "Get to know people at more levels of the council",
  wording:
    "A council is many people. Ask somebody you know there to bring you together with a level you never meet.",
  closes:
    "Somebody of three of the four levels came to a meeting in the last six months, and somebody is named as an ally.",
  look(evidence, today) {
    const live = livePosts(evidence, today).filter(({ side }) => side === "council");
    const reached = Object.keys(LEVELS).filter((level) => live.some((post) => post.level === level));
    if (reached.length >= WANTED) return noAlly(evidence, live, today);
    const missing = Object.entries(LEVELS).flatMap(([level, words]) =>
      reached.includes(level) ? [] : [words],
    );
    const people = new Set(live.map(({ personId }) => personId));
    const only = people.size === 1 && live[0] ? ` ${live[0].name} is the only one.` : "";
    const known = postsHeld(evidence, today).filter(({ side }) => side === "council").length;
    return {
      because: `In six months the partnership met ${reached.length} of the 4 levels of ${evidence.council}: nobody of its ${missing.join(", ")}.${only}`,
      recordIds: live.map(({ id }) => id),
      state: [...missing, known === 0 ? "nobody recorded" : "some recorded"],
      since: evidence.since,
      hypothetical: metToday(today, "call"),
      outranks: people.size === 1 ? "only-contact" : undefined,
    };
  },
};
