import { addDays, daysBetween } from "~/platform/calendar/day";
import type { ActionRule } from "../action";
import { contactMeetings, HALF_YEAR } from "../evidence";
import { lastTalk } from "../pulse";

/**
 * A meeting of the last six months was marked tense, and the two sides have not met since (guide, P3.2). Also where
 * the council finds that not everybody may speak (docs/method.md 8), or the two see things very differently, until they meet.
 */
export const P3_2: ActionRule = {
  id: "P3.2",
  component: "dialogue",
  for: [{ side: "community", roles: ["representative", "chair"] }],
  effort: 1,
  title: "Talk about how it goes between you, before the next meeting",
  wording:
    "Be firm about what matters and easy on the people. A quiet word afterwards often mends more than minutes.",
  closes: "A later talk with both sides is logged.",
  look(evidence, today) {
    const [last] = contactMeetings(evidence);
    if (last?.tone !== "tense" || last.on < addDays(today, -HALF_YEAR)) return null;
    const days = daysBetween(last.on, today);
    return {
      because: `The last meeting was marked tense ${days === 0 ? "today" : `${days} days ago`}, and no talk has followed.`,
      recordIds: [last.id],
      since: last.on,
    };
  },
  listens: [
    {
      side: "community",
      questions: [{ question: "dialogue.3", of: "council" }],
      answeredOn: lastTalk,
      talk: true,
    },
  ],
};
