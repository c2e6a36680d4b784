import type { OpenCounts } from "./takeover";

/** What is counted of an area that closes: what is open, and what is left behind. */
export type CloseCounts = OpenCounts & { legacy?: number; reviews?: number };

export type ClosePage =
  | "commitments"
  | "requests"
  | "milestones"
  | "agreements"
  | "handovers"
  | "meetings"
  | "evidence"
  | "partnership/reviews";

type Line = {
  id: string;
  title: string;
  /** The page of the area on which it is settled. */
  page: ClosePage;
  /** What stands against it; null: nothing does. */
  todo: (counts: CloseCounts) => string | null;
};

/** One line of the checklist as pages show it. */
export type CloseTask = Omit<Line, "todo"> & { todo: string | null };

const left = (many: number | undefined, one: string, several: string): string | null =>
  many ? `${many} ${many === 1 ? one : several}` : null;

const LINES: readonly Line[] = [
  {
    id: "promises",
    title: "Every promise is kept, or let go of by who it was made to",
    page: "commitments",
    todo: ({ promises }) => left(promises, "is open", "are open"),
  },
  {
    id: "requests",
    title: "Every request has its answer",
    page: "requests",
    todo: ({ requests }) => left(requests, "waits", "wait"),
  },
  {
    id: "work",
    title: "Joint work is finished, or somebody carries it on",
    page: "milestones",
    todo: ({ projects, milestones }) =>
      [left(projects, "project", "projects"), left(milestones, "milestone", "milestones")]
        .filter(Boolean)
        .join(" and ") || null,
  },
  {
    id: "agreements",
    title: "The agreement is ended, or passed on",
    page: "agreements",
    todo: ({ agreements }) => left(agreements, "still runs", "still run"),
  },
  {
    id: "handovers",
    title: "Nobody is in the middle of a handover",
    page: "handovers",
    todo: ({ handovers }) => left(handovers, "is under way", "are under way"),
  },
  {
    id: "meetings",
    title: "No meeting is planned after the day",
    page: "meetings",
    todo: ({ meetings }) => left(meetings, "is planned", "are planned"),
  },
  {
    id: "legacy",
    title: "What stays behind is written down as legacy steps",
    page: "evidence",
    todo: ({ legacy }) => (legacy ? null : "None is recorded"),
  },
];

const REVIEW: Line = {
  id: "review",
  title: "The last yearly review is sent",
  page: "partnership/reviews",
  todo: ({ reviews }) => (reviews ? null : "None was sent in the last year"),
};

/** What an area should settle before it closes. It says what is missing; it stops nobody. */
export function closeTasks(counts: CloseCounts, showsReview: boolean): CloseTask[] {
  const lines = showsReview ? [...LINES, REVIEW] : LINES;
  return lines.map((line) => ({ ...line, todo: line.todo(counts) }));
}
