import type { Day } from "~/platform/calendar/day";
import { IMPORT_STATE_WORDS, IMPORT_WORDS, type ImportRecord, type ImportState, importState } from "./import";
import type { MeetingStep } from "./meetings-plan";
import type { FileProblem } from "./problem";
import { planReport, problemWords } from "./report";

/** The most lines of one group, and the most problems, a page shows. */
const SHOWN = 200;

/** What a file would do, as a page shows it before it is done. */
export type PreviewView = {
  fileName: string;
  groups: { title: string; lines: string[]; more: number }[];
  unchanged: number;
  notices: string[];
  moreNotices: number;
  asked: AskedView[];
  isNothing: boolean;
};

/** A meeting that has been: who is known to have been invited, and of which sides nobody is. */
export type AskedView = {
  title: string;
  on: Day;
  startsAt: string | null;
  line: number;
  council: string[];
  community: string[];
  others: string[];
  /** The file itself says that people of both sides came. */
  isTold: boolean;
};

type Plan = Parameters<typeof planReport>[1];

/** A plan for a page: what is asked about each past meeting stands apart from what is simply done. */
export function toPreview(fileName: string, plan: Plan, notices: readonly FileProblem[]): PreviewView {
  const done = { ...plan, steps: plan.steps.filter(({ kind }) => kind !== "ask-past") };
  const report = planReport(fileName, done, notices);
  const asked = plan.steps.flatMap((step) => (step.kind === "ask-past" ? [toAsked(step)] : []));
  return {
    fileName,
    groups: report.groups.map(({ title, lines }) => ({
      title,
      lines: onceEach(
        lines.slice(0, SHOWN).map(({ line, words }) => (line === null ? words : `${words} (line ${line})`)),
      ),
      more: Math.max(0, lines.length - SHOWN),
    })),
    unchanged: plan.unchanged,
    notices: problemLines(notices),
    moreNotices: Math.max(0, notices.length - SHOWN),
    asked,
    isNothing: plan.steps.length === 0,
  };
}

function toAsked({
  event,
  line,
  present,
  others,
  isTold,
}: Extract<MeetingStep, { kind: "ask-past" }>): AskedView {
  const of = (side: string) => present.flatMap((one) => (one.side === side ? [one.name] : []));
  const [council, community] = [of("council"), of("community")];
  const { title, on, startsAt } = event;
  return {
    ...{ title, on, startsAt, line, council, community },
    others: others.slice(0, 20),
    isTold: isTold && council.length > 0 && community.length > 0,
  };
}

/** What has to be mended, or should be known, with its line and column in front. */
export function problemLines(problems: readonly FileProblem[]): string[] {
  const lines = problems.slice(0, SHOWN).map(problemWords);
  return onceEach(lines.map((words) => words.charAt(0).toUpperCase() + words.slice(1)));
}

function onceEach(lines: readonly string[]): string[] {
  return [...new Set(lines)];
}

/** One past import in a list. */
export type ImportLine = {
  id: string;
  what: string;
  fileName: string;
  by: string | null;
  at: string;
  made: string;
  state: ImportState;
  stateWords: string;
};

/** Past imports for a list, the newest first. */
export function toLines(imports: readonly ImportRecord[], names: ReadonlyMap<string, string>): ImportLine[] {
  return imports.map((record) => {
    const state = importState(record);
    const count = Object.values(record.counts.steps).reduce((sum, each) => sum + each, 0);
    return {
      ...{ id: record.id, fileName: record.fileName, state },
      what: IMPORT_WORDS[record.what],
      by: names.get(record.byUserId) ?? null,
      at: record.appliedAt?.toISOString() ?? "",
      made: `${count} made or changed`,
      stateWords: IMPORT_STATE_WORDS[state],
    };
  });
}
