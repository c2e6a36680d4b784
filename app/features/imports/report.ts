import { countSteps, type ImportStep, type UndoStep } from "./import";
import type { FileProblem } from "./problem";
import { STEP_KINDS, stepWords } from "./step-words";

/** A plan for people to read before it is carried out: a structure for a page, and `reportText` for a terminal. */
export interface PlanReport {
  readonly fileName: string;
  /** One for each kind of step there is, in the order in which they are carried out. */
  readonly groups: readonly PlanGroup[];
  readonly unchanged: number;
  readonly notices: readonly FileProblem[];
}

interface PlanGroup {
  readonly kind: ImportStep["kind"];
  /** Such as "12 new councillors". */
  readonly title: string;
  readonly lines: readonly { readonly line: number | null; readonly words: string }[];
}

/** How many lines of one group, or problems of one file, the terminal shows. */
const SHOWN = 50;

/** Groups a plan's steps by what they do. */
export function planReport(
  fileName: string,
  plan: { readonly steps: readonly ImportStep[]; readonly unchanged: number },
  notices: readonly FileProblem[],
): PlanReport {
  const counts = countSteps(plan).steps;
  const kinds = [...new Set(plan.steps.map((step) => step.kind))];
  const groups = kinds.map((kind) => {
    const count = counts[kind] ?? 0;
    const [one, several] = STEP_KINDS[kind];
    const lines = plan.steps
      .filter((step) => step.kind === kind)
      .map((step) => ({ line: step.line, words: stepWords(step) }));
    return { kind, title: `${count} ${count === 1 ? one : several}`, lines };
  });
  return { fileName, groups, unchanged: plan.unchanged, notices };
}

/** A plan as plain text for a terminal; `applied` tells whether it was carried out or only looked at. */
export function reportText(report: PlanReport, applied: boolean): string {
  const count = report.unchanged === 1 ? "1 row changes" : `${report.unchanged} rows change`;
  const head = report.unchanged === 0 ? `${report.fileName}:` : `${report.fileName}: ${count} nothing.`;
  const groups = report.groups.flatMap((group) => [
    "",
    `${group.title}:`,
    ...cut(group.lines.map(({ line, words }) => `  ${words}${line === null ? "" : ` (line ${line})`}`)),
  ]);
  const notices = report.notices.length === 0 ? [] : ["", "To know:", ...cut(report.notices.map(indented))];
  const todo = applied ? "Carried out." : "Nothing was written. Add --apply to carry this out.";
  const end = report.groups.length === 0 ? "Nothing to do: all of this is in already." : todo;
  return [head, ...groups, ...notices, "", end].join("\n");
}

/** What taking an import back undoes, as plain text for a terminal. */
export function revertText(fileName: string, undo: readonly UndoStep[], applied: boolean): string {
  const removed = undo.filter((step) => step.undo === "remove").length;
  const head = `${fileName}: ${removed} rows it made are removed, ${undo.length - removed} changes are undone.`;
  const todo = "Nothing was written. Add --apply to take it back.";
  return [head, "", applied ? "Taken back: everything is as it was before." : todo].join("\n");
}

/** What has to be mended in a file, as plain text for a terminal. */
export function problemsText(fileName: string, problems: readonly FileProblem[]): string {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return [`${fileName}: ${count}. Nothing was written.`, ...cut(problems.map(indented))].join("\n");
}

/** A problem or notice with its place in front: "line 3, column Email: …". */
export function problemWords({ line, column, message }: FileProblem): string {
  const place = [line === null ? "" : `line ${line}`, column === null ? "" : `column ${column}`];
  const words = place.filter((word) => word !== "").join(", ");
  return words === "" ? message : `${words}: ${message}`;
}

function indented(problem: FileProblem): string {
  return `  ${problemWords(problem)}`;
}

function cut(lines: readonly string[]): string[] {
  const more = lines.length - SHOWN;
  return more > 0 ? [...lines.slice(0, SHOWN), `  … and ${more} more`] : [...lines];
}
