import type { OpenCounts } from "./takeover";

/** What is counted of an area that closes: what is open, and what is left behind. */
export type CloseCounts = OpenCounts & { legacy?: number; reviews?: number };

/** One line of the checklist. `todo`: what stands against it; null: nothing does. */
export type CloseTask = { id: string; title: string; todo: string | null; page: ClosePage };
export type ClosePage =
  | "commitments"
  | "requests"
  | "milestones"
  | "agreements"
  | "handovers"
  | "meetings"
  | "evidence";

const left = (many: number | undefined, one: string, several: string): string | null =>
  many ? `${many} ${many === 1 ? one : several}` : null;

/** What an area should settle before it closes. It says what is missing; it stops nobody. */
export function closeTasks(counts: CloseCounts, showsReview: boolean): CloseTask[] {
  const { promises, requests, milestones, projects, agreements, handovers, meetings, legacy, reviews } =
    counts;
  const work = [left(projects, "project", "projects"), left(milestones, "milestone", "milestones")].filter(
    Boolean,
  );
  const tasks: CloseTask[] = [
    {
      id: "promises",
      title: "Every promise is kept, or let go of by who it was made to",
      todo: left(promises, "is open", "are open"),
      page: "commitments",
    },
    {
      id: "requests",
      title: "Every request has its answer",
      todo: left(requests, "waits", "wait"),
      page: "requests",
    },
    {
      id: "work",
      title: "Joint work is finished, or somebody carries it on",
      todo: work.length > 0 ? `${work.join(" and ")} to come` : null,
      page: "milestones",
    },
    {
      id: "agreements",
      title: "The agreement is ended, or passed on",
      todo: left(agreements, "still runs", "still run"),
      page: "agreements",
    },
    {
      id: "handovers",
      title: "Nobody is in the middle of a handover",
      todo: left(handovers, "is under way", "are under way"),
      page: "handovers",
    },
    {
      id: "meetings",
      title: "No meeting is planned after the day",
      todo: left(meetings, "is planned", "are planned"),
      page: "meetings",
    },
    {
      id: "legacy",
      title: "What stays behind is written down as legacy steps",
      todo: legacy ? null : "None is recorded",
      page: "evidence",
    },
  ];
  if (!showsReview) return tasks;
  return [
    ...tasks,
    {
      id: "review",
      title: "The last yearly review is sent",
      todo: reviews ? null : "None was sent in the last year",
      page: "evidence",
    },
  ];
}
