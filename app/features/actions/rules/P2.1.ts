import { daysBetween } from "~/platform/calendar/day";
import { NEEDS } from "../../projects/project";
import type { ActionRule } from "../action";
import { counted, stepToday } from "../evidence";
import { openProjects, stepsOf } from "../plan-seen";
import { listed, named } from "../wording";

/** A project needs money, land or staff of the council, and its checks are no milestone (guide, P2.1). */
export const P2_1: ActionRule = {
  id: "P2.1",
  component: "trust",
  for: [{ side: "community", roles: [] }],
  effort: 1,
  title: "Plan the council’s legal and money checks in",
  wording:
    "They take their time and protect everybody’s money. Ask what will be checked, and give it a date.",
  closes: "Each project with money, land or staff has a milestone for the checks.",
  look(evidence, today) {
    const all = openProjects(evidence).filter(({ involves }) => involves.length > 0);
    const found = all.filter(({ id }) => !stepsOf(evidence, id).some(({ dueDiligence }) => dueDiligence));
    const [oldest] = found;
    if (!oldest) return null;
    const needs = NEEDS.filter((need) => found.some(({ involves }) => involves.includes(need)));
    return {
      because: `${found.length} of ${counted(all.length, "project")} with ${listed(needs, "or")} ${found.length === 1 ? "has" : "have"} no milestone for the council’s checks: ${named(found)} (oldest begun ${daysBetween(oldest.startedOn, today)} days ago).`,
      recordIds: found.map(({ id }) => id),
      since: oldest.startedOn,
      hypothetical: stepToday(today, "joint"),
    };
  },
};
