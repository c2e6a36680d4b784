import type { Day } from "~/platform/calendar/day";
import type { State } from "../projects/milestone";
import { type Bearer, isClosed, type Need, type Project } from "../projects/project";

/** A project as the rules see it: its days, and what it states. */
export type ProjectSeen = Project & {
  id: string;
  shared: boolean;
  title: string;
  /** Whether it says what the council answers for. */
  responsibility: boolean;
  /** Council teams it names. */
  teams: number;
  residentsLead: boolean;
  involves: readonly Need[];
  /** Whether the case for it is written down. */
  hasCase: boolean;
};

export type MilestoneSeen = {
  id: string;
  shared: boolean;
  title: string;
  projectId: string | null;
  owner: Bearer;
  state: State;
  doneOn: Day | null;
  acknowledgedOn: Day | null;
  earlyWin: boolean;
  dueDiligence: boolean;
  /** Somebody of the council is named for it. */
  councilNamed: boolean;
};

type Plans = { projects: readonly ProjectSeen[]; milestones: readonly MilestoneSeen[] };

/** Projects that are not over, the oldest first. */
export function openProjects({ projects }: Pick<Plans, "projects">): ProjectSeen[] {
  return projects
    .filter((project) => !isClosed(project))
    .toSorted((a, b) =>
      a.startedOn < b.startedOn ? -1 : a.startedOn > b.startedOn ? 1 : a.id < b.id ? -1 : 1,
    );
}

/** The steps of a project that stand: neither given up nor let go. */
export function stepsOf({ milestones }: Pick<Plans, "milestones">, projectId: string): MilestoneSeen[] {
  return milestones.filter(
    (one) => one.projectId === projectId && (one.state === "planned" || one.state === "done"),
  );
}

/** Since when nobody leads a project; null: somebody does. */
export function leaderlessSince({
  lead,
  leadChanges,
  startedOn,
}: Pick<ProjectSeen, "lead" | "leadChanges" | "startedOn">): Day | null {
  return lead === null ? (leadChanges.at(-1)?.on ?? startedOn) : null;
}
