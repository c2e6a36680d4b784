import type { ActionRule } from "../action";
import { counted, HYPOTHETICAL, sentence } from "../evidence";
import { openProjects } from "../plan-seen";
import { eventsOf, fallingTurnout } from "../turnout";
import { named } from "../wording";

/**
 * The council alone leads more than half of the joint projects, or fewer came to its own last event than to either of
 * the two before (guide, C5.1).
 */
export const C5_1: ActionRule = {
  id: "C5.1",
  component: "ownership",
  for: [{ side: "council", roles: [] }],
  effort: 2,
  title: "Join in on residents’ terms, and find where the council adds most",
  wording: "Ask what would help before offering it. Let a resident, or both together, lead what comes next.",
  closes:
    "Half of the projects or more are led by residents or jointly, and turnout at the council’s events holds.",
  look(evidence, today) {
    const open = openProjects(evidence);
    const led = open.filter(({ lead }) => lead === "council");
    const most = led.length * 2 > open.length;
    const falling = fallingTurnout(eventsOf(evidence, today, ["council"]));
    if (!most && !falling) return null;
    const parts = [
      ...(most
        ? [
            `${evidence.council} alone leads ${led.length} of ${counted(open.length, "project")}: ${named(led)}`,
          ]
        : []),
      ...(falling ? [`at the last ${falling.events.length} events it held ${falling.words}`] : []),
    ];
    const id = HYPOTHETICAL;
    return {
      because: parts.map((part) => `${sentence(part)}.`).join(" "),
      recordIds: [...(most ? led : []), ...(falling?.events ?? [])].map((one) => one.id),
      state: [...(most ? ["most"] : []), ...(falling ? ["falling"] : [])],
      since: (most ? led[0]?.startedOn : falling?.events[0]?.on) ?? null,
      hypothetical: most
        ? { type: "residents-lead", id, on: today, agreed: today }
        : { type: "engagement-event", id, date: today, host: "joint" },
    };
  },
};
