import { addDays, type Day, daysBetween } from "~/platform/calendar/day";
import { openBlocks } from "../../projects/project";
import type { Fact } from "../../scoring/facts";
import type { ActionRule } from "../action";
import { counted, HYPOTHETICAL } from "../evidence";
import { openProjects } from "../plan-seen";
import { lastDay } from "../pulse";
import { named } from "../wording";

const ANSWER_DAYS = 28;

function helped(today: Day): Fact {
  const asked = { type: "request", id: HYPOTHETICAL, to: "council", asked: today, answered: today } as const;
  return { ...asked, target: addDays(today, ANSWER_DAYS) };
}

/**
 * Something holds a project up, and the council has not been asked for help (guide, P1.1). Also where the
 * community sees no need of what the council brings, until it asks for something (docs/method.md 8).
 */
export const P1_1: ActionRule = {
  id: "P1.1",
  component: "recognition",
  for: [{ side: "community", roles: [] }],
  effort: 1,
  title: "Ask the council to help with what is held up",
  wording: "That is what the relationship is for. Say what is stuck, and what would get it moving.",
  closes: "For each thing that holds a project up there is a request for help, or it is cleared.",
  look(evidence, today) {
    const found = openProjects(evidence).flatMap((project) => {
      const since = openBlocks(project)
        .filter(({ helpAsked }) => !helpAsked)
        .map((block) => block.since)
        .sort();
      return since[0] ? [{ ...project, blocks: since.length, since: since[0] }] : [];
    });
    const [oldest] = found.toSorted((a, b) => (a.since < b.since ? -1 : 1));
    if (!oldest) return null;
    const blocks = found.reduce((sum, one) => sum + one.blocks, 0);
    return {
      because: `${counted(found.length, "project")} ${found.length === 1 ? "is" : "are"} held up by ${counted(blocks, "thing")} that nobody at ${evidence.council} was asked to help with: ${named([oldest, ...found.filter((one) => one !== oldest)])} (oldest ${counted(daysBetween(oldest.since, today), "day")}).`,
      recordIds: [oldest.id, ...found.flatMap(({ id }) => (id === oldest.id ? [] : [id]))],
      state: found.map(({ id, blocks: count }) => `${id} ${count}`),
      since: oldest.since,
      hypothetical: helped(today),
    };
  },
  listens: [
    {
      side: "community",
      questions: [{ question: "recognition.2", of: "community" }],
      answeredOn: ({ requests }) =>
        lastDay(requests.map(({ toSide, askedOn }) => (toSide === "council" ? askedOn : null))),
      answer: helped,
    },
  ],
};
