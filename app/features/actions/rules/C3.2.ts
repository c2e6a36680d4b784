import { addDays, type Day, daysBetween, toDay } from "~/platform/calendar/day";
import type { FactOf } from "../../scoring/facts";
import type { ActionRule } from "../action";
import { counted, type Evidence, HYPOTHETICAL, YEAR } from "../evidence";

/** Days before a change by which the other side should know of it (docs/method.md D5). */
const NOTICE = 14;

type Notice = FactOf<"staff-change-notified"> | FactOf<"handover">;
type Change = { fact: Notice; id: string; effective: Day; told: Day | null; late: boolean };

// Posts that ended with nobody told at all are C2.4's: of handovers, those that were announced.
function changes({ facts }: Evidence, today: Day): Change[] {
  return facts
    .flatMap((fact): Change[] => {
      const change =
        (fact.type === "staff-change-notified" && fact.by === "council") ||
        (fact.type === "handover" && fact.side === "council" && fact.notified != null);
      if (!change || fact.effective == null) return [];
      const effective = toDay(fact.effective);
      const told = fact.notified == null ? null : toDay(fact.notified);
      const due = addDays(effective, -NOTICE);
      return [{ fact, id: fact.id, effective, told, late: (told ?? today) > due }];
    })
    .filter(({ effective, told, late }) => effective >= addDays(today, -YEAR) && (told !== null || late))
    .sort((a, b) => (a.effective < b.effective ? -1 : a.effective > b.effective ? 1 : a.id < b.id ? -1 : 1));
}

/**
 * The last change of people that the council told of in a year, it told of after it took effect or under 14 days before
 * (guide, C3.2).
 */
export const C3_2: ActionRule = {
  id: "C3.2",
  component: "dialogue",
  for: [{ side: "council", roles: ["officer", "senior-manager"] }],
  effort: 1,
  title: "Tell the partnership in good time when people change",
  wording: "A line two weeks before is enough: who goes, who comes, and whom to ask meanwhile.",
  closes: "The next change of people is told at least 14 days before it takes effect.",
  look(evidence, today) {
    const all = changes(evidence, today);
    const last = all.at(-1);
    if (!last?.late) return null;
    const late = all.filter((one) => one.late);
    const told = last.told ?? today;
    const days = daysBetween(told, last.effective);
    const when = `${counted(Math.abs(days), "day")} ${days > 0 ? "before" : "after"} it took effect`;
    const how =
      last.told === null
        ? "the partnership has not been told"
        : `it was told ${days === 0 ? "on the day" : when}`;
    return {
      because: `${late.length} of ${counted(all.length, "change")} of people at ${evidence.council} in the last year came with under ${NOTICE} days’ notice, the last one too: ${how}.`,
      recordIds: late.toReversed().map(({ id }) => id),
      state: [last.told === null ? "not told" : "told late"],
      since: late[0]?.effective ?? last.effective,
      daysOverdue: last.told === null ? daysBetween(addDays(last.effective, -NOTICE), today) : undefined,
      hypothetical:
        last.told === null
          ? { ...last.fact, notified: today }
          : {
              type: "staff-change-notified",
              id: HYPOTHETICAL,
              by: "council",
              effective: addDays(today, NOTICE),
              notified: today,
            },
    };
  },
};
