import { addDays, daysBetween } from "~/platform/calendar/day";
import type { ActionRule } from "../action";
import { entriesOf, isOpen } from "../entry-seen";
import { counted, factOf, HYPOTHETICAL, hasHad, YEAR } from "../evidence";
import { named } from "../wording";

/** No insight of the community was marked as used by the council in 12 months (guide, C4.2). */
export const C4_2: ActionRule = {
  id: "C4.2",
  component: "flexibility",
  for: [{ side: "council", roles: ["officer"] }],
  effort: 2,
  title: "Use what residents know in the council’s own plans",
  wording: "Ask what they see every day that the council does not, and put one thing of it to use.",
  closes: "The council marks an insight of the community as used.",
  look(evidence, today) {
    const offered = entriesOf(evidence, "insight-offered").filter(({ values }) => values.of === "community");
    const used = offered.flatMap(({ id, outcome, answeredOn }) =>
      outcome === "used" && answeredOn !== null ? [{ id, on: answeredOn }] : [],
    );
    const last = used.sort((a, b) => (a.on < b.on ? 1 : -1))[0];
    if (last ? last.on >= addDays(today, -YEAR) : !hasHad(YEAR, evidence, today)) return null;
    const waiting = offered.filter(isOpen);
    const [oldest] = waiting;
    const when = last
      ? `the last time was ${daysBetween(last.on, today)} days ago`
      : "none is recorded before";
    const wait = oldest
      ? ` ${counted(waiting.length, "insight")} ${waiting.length === 1 ? "waits" : "wait"}: ${named(waiting)} (oldest ${counted(daysBetween(oldest.on, today), "day")}).`
      : "";
    const fact = oldest && factOf(evidence, oldest.id, "insight-offered");
    return {
      because: `In a year ${evidence.council} marked no insight of the partnership as used; ${when}.${wait}`,
      recordIds: [...waiting.map(({ id }) => id), ...(last ? [last.id] : [])],
      since: last?.on ?? evidence.since,
      hypothetical: {
        ...(fact ?? { type: "insight-offered", id: HYPOTHETICAL, of: "community", on: today }),
        answered: today,
        outcome: "used",
      },
    };
  },
};
