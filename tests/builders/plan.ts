import type { z } from "zod";
import type { Circumstances, SignedIn } from "~/composition/execution.server";
import { recordMilestone } from "~/features/projects/record-milestone.commands.server";
import { recordProject } from "~/features/projects/record-project.commands.server";
import { mustRun } from "./place";

type NewProject = Partial<z.input<(typeof recordProject)["input"]>> & { area: string };
type NewMilestone = Partial<z.input<(typeof recordMilestone)["input"]>> & { area: string };

/** A project both sides lead, begun on 1 September 2026 and ending on 1 March 2027 unless told otherwise; its id. */
export async function buildProject(user: SignedIn, project: NewProject, by: Circumstances): Promise<string> {
  const input = {
    title: "A field for all",
    aim: "A field that everybody can use.",
    startedOn: "2026-09-01",
    endsOn: "2027-03-01",
    lead: "joint" as const,
    ...project,
  };
  return (await mustRun(user, recordProject, input, by)).id;
}

/** A milestone of the user's own side, due on 1 December 2026 unless told otherwise; its id. */
export async function buildMilestone(
  user: SignedIn,
  milestone: NewMilestone,
  by: Circumstances,
): Promise<string> {
  const input = { title: "The goals stand", owner: "community" as const, dueOn: "2026-12-01", ...milestone };
  return (await mustRun(user, recordMilestone, input, by)).id;
}
