import type { ActionRule } from "../action";
import { livePosts, metToday, postsHeld } from "../evidence";

const LEVELS = {
  elected: "councillors",
  senior: "senior managers",
  officer: "officers",
  front_line: "front-line staff",
};
const WANTED = 3;

/**
 * Fewer than three of the council's four levels have a live contact (framework.md P1.2). The only live contact outranks
 * gain (scoring.md 10). Allies are a side's own and join with its assessments.
 */
export const P1_2: ActionRule = {
  id: "P1.2",
  component: "recognition",
  for: [{ side: "community", roles: [] }],
  effort: 2,
  title: "Get to know people at more levels of the council",
  wording:
    "A council is many people. Ask somebody you know there to bring you together with a level you never meet.",
  closes: "Somebody of three of the four levels came to a meeting in the last six months.",
  look(evidence, today) {
    const live = livePosts(evidence, today).filter(({ side }) => side === "council");
    const reached = Object.keys(LEVELS).filter((level) => live.some((post) => post.level === level));
    if (reached.length >= WANTED) return null;
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
