import { addDays, type Day } from "~/platform/calendar/day";
import { canReport, type MilestoneLine } from "./plan-views";

/** Days after a milestone was done by which the other side should have acknowledged it (docs/method.md 3, R4). */
const ACKNOWLEDGE_DAYS = 30;

/** What a milestone wants of the council, by which day; null: nothing. */
export function councilMilestones(line: MilestoneLine, today: Day) {
  const { state, owner, doneOn, dueOn, acts, parts, partsDone } = line;
  if (state === "done" && acts.includes("council")) {
    const on = addDays(doneOn ?? today, ACKNOWLEDGE_DAYS);
    return {
      on,
      wants: "Done by the partnership: to acknowledge by",
      facts: [],
      quick: "acknowledge" as const,
    };
  }
  if (state !== "planned" || (owner === "community" && !acts.includes("council"))) return null;
  const facts = [
    ...(owner === "joint" ? ["Both together"] : []),
    ...(parts > 0 ? [`${partsDone} of ${parts} parts done`] : []),
    ...(acts.includes("council") ? [] : ["Waits for a word of the partnership"]),
  ];
  const wants = owner === "community" ? "Milestone: the partnership asks for your word" : "Milestone";
  return { on: dueOn, wants, facts, quick: canReport(line, "council") ? ("report-done" as const) : null };
}
