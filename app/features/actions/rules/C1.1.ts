import { addDays, daysBetween } from "~/platform/calendar/day";
import type { ActionRule } from "../action";
import { contactMeetings, HALF_YEAR, hasHad, metToday, sentence } from "../evidence";

const INFORMAL = ["visit", "social", "public_event"];

/**
 * No visit, social occasion or public event with somebody of the council in six months (framework.md C1.1). Aims waiting
 * to be acknowledged join when there is a register of aims.
 */
export const C1_1: ActionRule = {
  id: "C1.1",
  component: "recognition",
  for: [{ side: "council", roles: ["councillor", "cabinet-member", "officer"] }],
  effort: 2,
  title: "Go and hear what residents care about, outside a meeting room",
  wording: "Visit a project, come to a social occasion or drop in on a community event, and listen first.",
  closes: "A visit, a social occasion or a public event with somebody of the council is logged.",
  look(evidence, today) {
    const last = contactMeetings(evidence).find(({ how }) => INFORMAL.includes(how));
    if (last ? last.on >= addDays(today, -HALF_YEAR) : !hasHad(HALF_YEAR, evidence, today)) return null;
    const because = last
      ? `the last visit, social occasion or public event with ${evidence.council} was ${daysBetween(last.on, today)} days ago`
      : `no visit, social occasion or public event with ${evidence.council} is recorded`;
    return {
      because: `${sentence(because)}.`,
      recordIds: last ? [last.id] : [],
      since: last?.on ?? evidence.since,
      hypothetical: metToday(today, "social"),
    };
  },
};
