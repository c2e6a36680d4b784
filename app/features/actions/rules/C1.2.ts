import { addDays, daysBetween } from "~/platform/calendar/day";
import type { ActionRule } from "../action";
import { entriesOf } from "../entry-seen";
import { counted, type Evidence, factOf, HYPOTHETICAL, sentence } from "../evidence";
import { lastDay } from "../pulse";
import { named } from "../wording";

/** Days in which a strength that was named should be built on (docs/method.md R5). */
const USE_DAYS = 60;

function namedByCouncil(evidence: Evidence) {
  return entriesOf(evidence, "strength-named").filter(
    ({ recordedBy, values }) => recordedBy === "council" && values.of === "community",
  );
}

/**
 * The council has named no strength of the community, or what it named has waited over 60 days to be used (guide,
 * C1.2). Also where the council sees no need of what the other side brings, until a strength is used (docs/method.md 8).
 */
export const C1_2: ActionRule = {
  id: "C1.2",
  component: "recognition",
  for: [{ side: "council", roles: [] }],
  effort: 1,
  title: "Name something residents are good at, and build on it",
  wording: "What looks like a weakness may be a strength: say what it is, and use it in a project.",
  closes: "The council has named a strength of the community, and one it named is used.",
  look(evidence, today) {
    const strengths = namedByCouncil(evidence);
    if (strengths.some(({ outcome }) => outcome === "used")) return null;
    const used = { answered: today, outcome: "used" } as const;
    if (strengths.length === 0) {
      return {
        because: `${sentence(evidence.council)} has named no strength of the partnership so far.`,
        recordIds: [],
        since: evidence.since,
        hypothetical: { type: "strength-named", id: HYPOTHETICAL, of: "community", on: today, ...used },
      };
    }
    const waiting = strengths.filter(
      ({ stage, on }) => stage === "waiting" && on < addDays(today, -USE_DAYS),
    );
    const [oldest] = waiting;
    if (!oldest) return null;
    const days = daysBetween(oldest.on, today);
    const fact = factOf(evidence, oldest.id, "strength-named");
    return {
      because: `${counted(waiting.length, "strength")} that ${evidence.council} named ${waiting.length === 1 ? "has" : "have"} not been used: ${named(waiting)} (oldest ${days} days).`,
      recordIds: waiting.map(({ id }) => id),
      since: oldest.on,
      daysOverdue: days - USE_DAYS,
      hypothetical: fact && { ...fact, ...used },
    };
  },
  listens: [
    {
      side: "council",
      questions: [{ question: "recognition.2", of: "council" }],
      answeredOn: (evidence) =>
        lastDay(
          namedByCouncil(evidence).map(({ outcome, answeredOn }) => (outcome === "used" ? answeredOn : null)),
        ),
      answer: (today) => ({
        ...{ type: "strength-named", id: HYPOTHETICAL, of: "community", on: today },
        ...{ answered: today, outcome: "used" },
      }),
    },
  ],
};
