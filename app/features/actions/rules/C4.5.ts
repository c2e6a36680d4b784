import { daysBetween } from "~/platform/calendar/day";
import type { ActionRule } from "../action";
import { entriesOf, isOpen } from "../entry-seen";
import { counted, factOf } from "../evidence";
import { lastDay } from "../pulse";
import { named } from "../wording";

/** Days in which a procedure should be dropped or justified (docs/method.md F5). */
const ANSWER_DAYS = 60;

/**
 * A procedure of the council is named as a barrier and nobody has said whether the law needs it, or it is a habit and
 * still kept (guide, C4.5). Also where the community finds forms and procedure out of proportion, until
 * one is dropped or explained (docs/method.md 8).
 */
export const C4_5: ActionRule = {
  id: "C4.5",
  component: "flexibility",
  for: [{ side: "council", roles: [], first: ["senior-manager"] }],
  effort: 2,
  title: "Ask of each step: does the law need it, or are we used to it?",
  wording: "Where the law asks for it, explain. Where it is a habit, drop it or make it lighter.",
  closes: "Each procedure in the way is dropped, made simpler, or explained.",
  look(evidence, today) {
    const found = entriesOf(evidence, "procedure-barrier").filter(
      (one) => one.values.of === "council" && isOpen(one),
    );
    const [oldest] = found;
    if (!oldest) return null;
    const habits = found.filter(({ stage }) => stage === "held").length;
    const open = found.length - habits;
    const parts = [
      ...(open === 0 ? [] : [`${open} without an answer`]),
      ...(habits === 0 ? [] : [`${habits} kept as a habit`]),
    ];
    const days = daysBetween(oldest.on, today);
    const fact = factOf(evidence, oldest.id, "procedure-barrier");
    return {
      because: `${counted(found.length, "procedure")} of ${evidence.council} ${found.length === 1 ? "stands" : "stand"} in the way (${parts.join(", ")}): ${named(found)} (oldest named ${counted(days, "day")} ago).`,
      recordIds: found.map(({ id }) => id),
      state: found.map(({ id, stage }) => `${id} ${stage}`),
      since: oldest.on,
      daysOverdue: days > ANSWER_DAYS ? days - ANSWER_DAYS : undefined,
      dueInDays: days > ANSWER_DAYS ? undefined : ANSWER_DAYS - days,
      hypothetical: fact && { ...fact, resolved: today, outcome: "dropped" },
    };
  },
  listens: [
    {
      side: "council",
      questions: [{ question: "flexibility.3", of: "community" }],
      answeredOn: (evidence) =>
        lastDay(
          entriesOf(evidence, "procedure-barrier").map((one) =>
            one.values.of === "council" && !isOpen(one) ? one.answeredOn : null,
          ),
        ),
    },
  ],
};
