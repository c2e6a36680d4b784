import type { SignedIn } from "~/composition/execution.server";
import { assessPerson, planEngagement } from "~/features/people/assessments.commands.server";
import { canaryOf } from "./fixtures-records";
import { mustRun, type Place } from "./place";

/** What both sides of Oakfield think of somebody they know, and mean to do next: to each its own. */
export async function buildViews(
  { area, by }: Place,
  editors: { community: SignedIn; council: SignedIn },
  personId: string,
): Promise<void> {
  for (const side of ["community", "council"] as const) {
    const about = { area: area.slug, id: personId };
    const view = { interest: 4, influence: 4, stance: "doubtful", wantedDays: 1, on: "2026-01-01" } as const;
    const note = canaryOf("assessment", `side, ${side}`);
    await mustRun(editors[side], assessPerson, { ...about, ...view, note }, by);
    const next = canaryOf("engagement", `side, ${side}`);
    await mustRun(editors[side], planEngagement, { ...about, next, dueOn: "2030-01-01" }, by);
  }
}
