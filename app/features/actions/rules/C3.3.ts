import { daysBetween } from "~/platform/calendar/day";
import type { ActionRule } from "../action";
import { counted, factOf, sentence, sideName } from "../evidence";

/**
 * A request is past the day an answer was wanted by (framework.md C3.3; each side is shown its own). Decisions not yet
 * passed on join when they are recorded.
 */
export const C3_3: ActionRule = {
  id: "C3.3",
  component: "dialogue",
  for: [
    { side: "council", roles: ["officer", "councillor"] },
    { side: "community", roles: ["chair", "secretary", "representative"] },
  ],
  effort: 1,
  title: "Answer what was asked, even where the answer is no",
  wording:
    "A plain answer with its reasons is worth more than a kind silence. Say what you can and cannot do.",
  closes: "Every request whose day has passed is answered, or taken back by who asked.",
  look(evidence, today, side) {
    const waiting = evidence.requests
      .filter(({ toSide, answeredOn, withdrawn }) => toSide === side && answeredOn === null && !withdrawn)
      .toSorted((a, b) =>
        a.targetOn < b.targetOn ? -1 : a.targetOn > b.targetOn ? 1 : a.id < b.id ? -1 : 1,
      );
    const past = waiting.filter(({ targetOn }) => targetOn < today);
    const [oldest] = past;
    if (!oldest) return null;
    const days = daysBetween(oldest.targetOn, today);
    const fact = factOf(evidence, oldest.id, "request");
    const what = `${past.length} of ${counted(waiting.length, "open request")} to ${sideName(evidence, side)}`;
    return {
      because: `${sentence(what)} ${past.length === 1 ? "is" : "are"} past the day an answer was wanted by (oldest ${counted(days, "day")}).`,
      recordIds: past.map(({ id }) => id),
      since: oldest.targetOn,
      daysOverdue: days,
      hypothetical: fact && { ...fact, answered: today },
    };
  },
};
